create table meeting (
  clinic_id        uuid not null,
  appointment_id   uuid primary key,
  status           text not null check (status in ('PENDING', 'READY', 'STARTED', 'ENDED', 'WAITING_FOR_CONNECTION', 'FAILED', 'REMOVED')),
  problem          text,
  -- wished and reached: in step when equal
  wanted_revision  int not null default 1,
  synced_revision  int not null default 0,
  -- one sync of a meeting at a time
  claim            uuid,
  claimed_until    timestamptz,
  -- where the meeting is: the provider's own names for host and meeting
  host             text,
  provider_ref     text,
  join_url         bytea,
  passcode         bytea,
  -- what the account's own rules made different from what we asked for
  differences      text[] not null default '{}',
  -- a create that was begun and whose answer is not known yet
  intent_marker    text,
  intent_host      text,
  intent_at        timestamptz,
  recreated_at     timestamptz,
  -- the provider's own times of its latest such events
  started_at       timestamptz,
  ended_at         timestamptz,
  -- the latest time somebody came to the waiting room, and left it or was let in; who, is not kept
  waiting_at       timestamptz,
  waited_until     timestamptz,
  -- when the provider was asked whether a visit that nobody closed is over
  asked_at         timestamptz,
  updated_at       timestamptz not null,
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
create index meeting_out_of_step on meeting (clinic_id, updated_at) where wanted_revision <> synced_revision;
-- for sealing anew, one clinic after the other
create index meeting_sealed on meeting (clinic_id) where join_url is not null or passcode is not null;

-- Meetings that must not be any more: superseded by another host, or extra ones after a lost answer. ref is null where
-- only the marker in the topic is known: a possible orphan.
create table surplus_meeting (
  clinic_id      uuid not null,
  id             uuid primary key,
  appointment_id uuid not null,
  host           text not null,
  provider_ref   text,
  marker         text,
  since          timestamptz not null,
  removed_at     timestamptz,
  -- what became of it; null while it is open
  outcome        text check (outcome in ('ADOPTED', 'REMOVED', 'NOT_MADE', 'LOOKED_AFTER')),
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
create index surplus_meeting_by_age on surplus_meeting (clinic_id, since);
create index surplus_meeting_open on surplus_meeting (clinic_id, appointment_id) where removed_at is null;

-- Why somebody who is not the visit's doctor was given its start link.
create table administrator_start (
  clinic_id      uuid not null,
  id             uuid primary key,
  appointment_id uuid not null,
  account_id     uuid not null references account,
  reason         text,
  at             timestamptz not null,
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
create index administrator_start_by_appointment on administrator_start (clinic_id, appointment_id);

call make_clinic_owned('meeting');
call make_clinic_owned('surplus_meeting');
call make_clinic_owned('administrator_start');
grant select, insert, update on meeting, surplus_meeting to housecall_app;
grant select, insert on administrator_start to housecall_app;

-- From the provider's meeting id, or from the marker of a begun create, to the clinic. Global: an event from outside names no clinic.
create table meeting_ref (
  ref            text primary key,
  clinic_id      uuid not null,
  appointment_id uuid not null
);
create index meeting_ref_by_appointment on meeting_ref (appointment_id);
grant select, insert, update, delete on meeting_ref to housecall_app;
