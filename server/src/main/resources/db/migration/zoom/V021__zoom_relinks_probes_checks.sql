-- An authorization by a Zoom user whom another account has connected already: kept until whoever authorized says that the
-- Zoom user is to be theirs, or declines. By it Zoom has ended every earlier authorization of that user.
create table zoom_relink (
  id                uuid primary key,
  app_id            uuid not null references zoom_app,
  account_id        uuid not null references account,
  zoom_user_id      text not null,
  zoom_account_id   text,
  zoom_email        bytea,
  zoom_user_type    int,
  scopes            text not null,
  api_url           text,
  access_token      bytea not null,
  refresh_token     bytea,
  access_expires_at timestamptz not null,
  begun_at          timestamptz not null,
  expires_at        timestamptz not null,
  unique (app_id, account_id),
  unique (app_id, zoom_user_id)
);
create index zoom_relink_by_age on zoom_relink (expires_at);

-- What a meeting made on trial told about a host: a connection, by its id, which is the same after a reconnect; or a user of
-- a Server-to-Server app's account, by an id that is the same for all doctors who are mapped to it. It outlives both, because
-- the meeting may.
create table zoom_probe (
  host_id      uuid primary key,
  app_id       uuid not null references zoom_app,
  -- of a user of an account, as the doctor is mapped: only until the trial is over
  zoom_user    text,
  -- the meeting that was begun: it ends the topic
  marker       text unique,
  begun_at     timestamptz,
  provider_ref text,
  -- what came of the last one that ended
  probed_at    timestamptz,
  differences  text[] not null default '{}',
  refusal      text
);

grant select, insert, update, delete on zoom_relink, zoom_probe to housecall_app;

-- Whether who hosts a doctor's video visits of a day was found to work the day before.
create table zoom_host_check (
  clinic_id  uuid not null,
  doctor_id  uuid primary key,
  for_date   date not null, -- in the clinic's zone
  checked_at timestamptz not null,
  problem    text,
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);
call make_clinic_owned('zoom_host_check');
grant select, insert, update, delete on zoom_host_check to housecall_app;
