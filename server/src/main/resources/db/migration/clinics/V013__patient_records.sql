create extension if not exists pg_trgm;
create extension if not exists btree_gin;

-- Who speaks for a patient: another record of the clinic, or a contact that is written down here.
create table guardian (
  clinic_id    uuid not null,
  patient_id   uuid not null,
  position     int not null,
  guardian_id  uuid,
  name         text,
  relationship text,
  phone        text,
  email        text,
  primary key (patient_id, position),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, guardian_id) references patient (clinic_id, id),
  check ((guardian_id is null) = (name is not null)),
  check (guardian_id is distinct from patient_id)
);
create index guardian_by_guardian on guardian (clinic_id, guardian_id);

-- What is left of a record that was merged into another: its id leads there.
create table merged_patient (
  clinic_id uuid not null,
  id        uuid primary key,
  into_id   uuid not null,
  merged_at timestamptz not null,
  foreign key (clinic_id, into_id) references patient (clinic_id, id)
);
create index merged_patient_by_kept on merged_patient (clinic_id, into_id);

create table patient_import (
  clinic_id   uuid not null references clinic,
  id          uuid primary key,
  file_name   text not null,
  imported_by uuid,
  created     int not null,
  skipped     int not null,
  created_at  timestamptz not null,
  undone_at   timestamptz,
  unique (clinic_id, id)
);
create index patient_import_by_time on patient_import (clinic_id, created_at);

alter table patient
  add column import_id uuid,
  add foreign key (clinic_id, import_id) references patient_import (clinic_id, id),
  add column words text generated always as (lower(name || ' ' || coalesce(email, ''))) stored;
create index patient_by_import on patient (clinic_id, import_id);
-- Patients are looked for more often than added: no list of what is still to be put in, which every search would read.
create index patient_by_words on patient using gin (clinic_id, words gin_trgm_ops) with (fastupdate = off);
create index patient_by_digits on patient using gin (clinic_id, phone_digits gin_trgm_ops) with (fastupdate = off);

-- Row-level security lets no LIKE use an index, because it cannot know that LIKE gives nothing away. This view belongs to the tables' owner, whom it does not
-- bind, and says itself whose rows it shows (ADR 20).
create view patient_to_find as
  select id, name, words, phone_digits, birth_date from patient where clinic_id = current_clinic();

call make_clinic_owned('guardian');
call make_clinic_owned('merged_patient');
call make_clinic_owned('patient_import');
grant select, insert, update, delete on guardian, merged_patient to housecall_app;
grant select, insert, update on patient_import to housecall_app;
grant select on patient_to_find to housecall_app;
