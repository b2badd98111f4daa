-- Append-only: the application's role may add and read, never change. Entries of the installation itself carry the nil clinic.
create table audit_entry (
  id         uuid primary key,
  clinic_id  uuid not null default current_clinic(),
  at         timestamptz not null,
  actor      uuid,
  action     text not null,
  subject    uuid,
  origin     text
);
create index audit_entry_by_time on audit_entry (clinic_id, at, id);
create index audit_entry_by_actor on audit_entry (clinic_id, actor, at);
create index audit_entry_by_subject on audit_entry (clinic_id, subject, at) where subject is not null;
call make_clinic_owned('audit_entry');
grant select, insert on audit_entry to housecall_app;

-- What is to be sealed. An entry enters with its own transaction, however late that commits, and leaves with its seal.
-- Global: whoever seals must find out in which clinics there is something to do. It holds ids only.
create table audit_unsealed (
  clinic_id uuid not null,
  entry_id  uuid not null,
  primary key (clinic_id, entry_id)
);
grant select, insert, delete on audit_unsealed to housecall_app;

-- A chain per clinic, in the order of sealing: each hash is over its entry and the hash before.
create table audit_seal (
  clinic_id uuid not null default current_clinic(),
  number    bigint not null check (number > 0),
  entry_id  uuid not null unique,
  hash      bytea not null,
  primary key (clinic_id, number)
);
call make_clinic_owned('audit_seal');
grant select, insert on audit_seal to housecall_app;
