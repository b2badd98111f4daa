-- Appointments that were made to repeat; each lives on its own.
create table appointment_series (
  clinic_id   uuid not null,
  id          uuid primary key,
  every_weeks int not null check (every_weeks between 1 and 52),
  created_at  timestamptz not null,
  unique (clinic_id, id)
);

create table appointment (
  clinic_id     uuid not null, -- a clinic through its doctor: of its own, the reference would have every booking lock the clinic
  id            uuid primary key,
  doctor_id     uuid not null,
  patient_id    uuid not null,
  service_id    uuid not null,
  mode          text not null check (mode in ('VIDEO', 'IN_PERSON')),
  starts_at     timestamptz not null,
  ends_at       timestamptz not null check (ends_at > starts_at),
  status        text not null check (status in ('BOOKED', 'CHECKED_IN', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
  cancel_reason text,
  cancelled_by  text check (cancelled_by in ('PATIENT', 'STAFF')),
  series_id     uuid,
  override_reason text, -- why staff booked it against the rules or into taken time
  version       int not null default 1,
  created_at    timestamptz not null,
  unique (clinic_id, id),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, service_id) references service (clinic_id, id),
  foreign key (clinic_id, series_id) references appointment_series (clinic_id, id)
);
create index appointment_by_series on appointment (clinic_id, series_id, starts_at) where series_id is not null;
create index appointment_by_start on appointment (clinic_id, starts_at, id);
create index appointment_by_doctor on appointment (clinic_id, doctor_id, starts_at);
create index appointment_by_patient on appointment (clinic_id, patient_id, starts_at);

-- What the doctor notes at the end of a visit.
create table visit_note (
  clinic_id      uuid not null,
  appointment_id uuid primary key,
  text           text not null,
  version        int not null,
  written_by     uuid not null references account,
  written_at     timestamptz not null,
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
call make_clinic_owned('appointment_series');
call make_clinic_owned('appointment');
call make_clinic_owned('visit_note');
grant select, insert on appointment_series to housecall_app;
grant select, insert, update, delete on visit_note to housecall_app;
grant select, insert, update on appointment to housecall_app;
