-- OAuth credentials of the installation (clinic_id null) or of a clinic. client_id is null once they are removed; the
-- row stays, because its id is part of the webhook address entered at Zoom.
create table zoom_app (
  id              uuid primary key,
  clinic_id       uuid references clinic,
  kind            text not null check (kind in ('GENERAL', 'SERVER_TO_SERVER')),
  client_id       text,
  client_secret   bytea,
  webhook_secret  bytea,
  -- the one before, still good for what Zoom signed before it was changed there
  previous_webhook_secret       bytea,
  previous_webhook_secret_until timestamptz,
  -- when a notification signed with the current secret last came
  heard_at        timestamptz,
  zoom_account_id text,
  -- what the Zoom accounts it is used with pay for, and so how many calls they allow
  plan            text not null default 'PRO' check (plan in ('FREE', 'PRO', 'BUSINESS')),
  -- whether an admin wants to be told of patients who wait at Zoom; takes effect where the scope for it is granted
  waiting_room_events boolean not null default false,
  created_at      timestamptz not null,
  unique nulls not distinct (clinic_id, kind),
  check (client_id is null or client_secret is not null),
  check ((previous_webhook_secret is null) = (previous_webhook_secret_until is null))
);

-- One account's authorization of one General App.
create table zoom_connection (
  id                uuid primary key,
  app_id            uuid not null references zoom_app,
  account_id        uuid not null references account,
  zoom_user_id      text not null,
  zoom_account_id   text,
  zoom_email        bytea,
  zoom_user_type    int,
  -- as Zoom grants them: separated by spaces
  scopes            text not null,
  status            text not null check (status in ('CONNECTED', 'NEEDS_RECONNECT')),
  problem           text,
  api_url           text,
  access_token      bytea,
  refresh_token     bytea,
  access_expires_at timestamptz,
  -- rises with every new pair: who refreshed an older one finds out
  token_version     bigint not null default 1,
  refreshed_at      timestamptz not null,
  connected_at      timestamptz not null,
  unique (app_id, zoom_user_id),
  unique (app_id, account_id)
);
create index zoom_connection_by_account on zoom_connection (account_id);

create table zoom_oauth_attempt (
  state_hash    bytea primary key,
  app_id        uuid not null references zoom_app,
  account_id    uuid not null references account,
  clinic_id     uuid not null references clinic,
  -- null where it was begun with an API token, which no browser session belongs to
  session_hash  bytea,
  code_verifier bytea not null,
  expires_at    timestamptz not null,
  used_at       timestamptz
);
create index zoom_oauth_attempt_by_age on zoom_oauth_attempt (expires_at);

-- Short claims on a piece of work that speaks HTTP and so cannot be held by a transaction: a token refresh, writes to one Zoom host.
create table zoom_lease (
  name       text primary key,
  holder     uuid not null,
  expires_at timestamptz not null
);

-- Server-to-Server: one account token for all, kept here so that every node uses the same.
create table zoom_account_token (
  app_id        uuid primary key references zoom_app,
  access_token  bytea not null,
  api_url       text,
  scopes        text not null,
  token_version bigint not null default 1,
  expires_at    timestamptz not null
);

-- What has been delivered: by Zoom's request id, and by the content's hash for what overlapping subscriptions send twice.
create table zoom_delivery (
  app_id      uuid not null references zoom_app,
  delivery    text not null,
  received_at timestamptz not null,
  primary key (app_id, delivery)
);
create index zoom_delivery_by_age on zoom_delivery (received_at);

-- What a delivery said, reduced to what is needed, until a job has followed it: events about meetings of ours, by their
-- id or the marker of a begun one, and users who removed the app. Nobody's name, no topic.
create table zoom_event (
  id          uuid primary key,
  app_id      uuid not null references zoom_app,
  kind        text not null check (kind in ('CREATED', 'CHANGED', 'STARTED', 'ENDED', 'WAITING', 'WAITING_NO_MORE', 'DEAUTHORIZED')),
  meeting_ref text,
  marker      text,
  zoom_user   text,
  occurred_at timestamptz not null
);
create index zoom_event_by_app on zoom_event (app_id);

-- A doctor's Zoom user under the clinic's Server-to-Server app.
create table zoom_user_mapping (
  clinic_id uuid not null,
  doctor_id uuid primary key,
  zoom_user text not null, -- as it was entered: id or address
  -- what Zoom said about it; null where it could not be asked
  zoom_user_id     text,
  zoom_user_type   int,
  meetings_at_once int not null default 1 check (meetings_at_once in (1, 2)),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);
call make_clinic_owned('zoom_user_mapping');

grant select, insert, update, delete on zoom_app, zoom_connection, zoom_oauth_attempt, zoom_lease, zoom_account_token, zoom_delivery, zoom_event, zoom_user_mapping to housecall_app;
