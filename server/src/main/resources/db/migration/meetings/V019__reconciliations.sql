-- A comparison of a clinic's upcoming meetings with what the provider has, and how far it has come.
create table reconciliation (
  clinic_id   uuid not null,
  id          uuid primary key,
  by_hand     boolean not null,
  started_at  timestamptz not null,
  finished_at timestamptz,
  -- the last visit that was looked at
  after_start timestamptz,
  after_id    uuid,
  checked     int not null default 0,
  unique (clinic_id, id)
);
create unique index one_reconciliation_at_a_time on reconciliation (clinic_id) where finished_at is null;
create index reconciliation_by_age on reconciliation (clinic_id, started_at);

-- Where a meeting was not as it should be, and what was done about it; done is null while that is under way.
create table drift (
  clinic_id         uuid not null,
  id                uuid primary key,
  reconciliation_id uuid not null,
  appointment_id    uuid not null,
  provider_ref      text,
  found             text not null check (found in ('MOVED', 'OPENED', 'RENAMED', 'DELETED', 'NOT_READ')),
  done              text check (done in ('RESTORED', 'ACCEPTED', 'MADE_AGAIN', 'PARKED', 'LEFT')),
  problem           text,
  at                timestamptz not null,
  foreign key (clinic_id, reconciliation_id) references reconciliation (clinic_id, id) on delete cascade,
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
create index drift_by_reconciliation on drift (clinic_id, reconciliation_id);
create index drift_by_appointment on drift (clinic_id, appointment_id);

call make_clinic_owned('reconciliation');
call make_clinic_owned('drift');
grant select, insert, update, delete on reconciliation, drift to housecall_app;
