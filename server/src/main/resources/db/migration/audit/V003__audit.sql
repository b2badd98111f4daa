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
create index audit_entry_by_time on audit_entry (clinic_id, at);
call make_clinic_owned('audit_entry');
grant select, insert on audit_entry to housecall_app;
