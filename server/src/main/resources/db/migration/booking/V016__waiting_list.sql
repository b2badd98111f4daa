-- Who waits for which service, from when until when, in the clinic's zone.
create table waiting_entry (
  clinic_id      uuid not null,
  id             uuid primary key,
  patient_id     uuid not null,
  service_id     uuid not null,
  doctor_id      uuid, -- null: any
  first_date     date not null,
  last_date      date not null check (last_date >= first_date),
  from_time      time, -- a visit may begin at this time of day at the earliest
  to_time        time, -- and must have ended at this one
  status         text not null check (status in ('WAITING', 'BOOKED', 'REMOVED')),
  appointment_id uuid,
  created_at     timestamptz not null,
  unique (clinic_id, id),
  check ((from_time is null) = (to_time is null)),
  check (to_time > from_time),
  check ((status = 'BOOKED') = (appointment_id is not null)),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, service_id) references service (clinic_id, id),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id),
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
create index waiting_entry_by_age on waiting_entry (clinic_id, created_at) where status = 'WAITING';
create index waiting_entry_by_patient on waiting_entry (patient_id);

-- A doctor's time that a visit has given back.
create table freed_time (
  clinic_id uuid not null,
  id        uuid primary key,
  doctor_id uuid not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  unique (clinic_id, id),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);

create table waiting_offer (
  clinic_id     uuid not null,
  id            uuid primary key,
  entry_id      uuid not null,
  freed_time_id uuid not null,
  doctor_id     uuid not null,
  starts_at     timestamptz not null,
  reply         text not null check (reply in ('OPEN', 'ACCEPTED', 'DECLINED')),
  made_at       timestamptz not null,
  alone_until   timestamptz not null, -- then the next who fits is asked as well
  unique (freed_time_id, entry_id),
  foreign key (clinic_id, entry_id) references waiting_entry (clinic_id, id),
  foreign key (clinic_id, freed_time_id) references freed_time (clinic_id, id),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);
create index waiting_offer_by_entry on waiting_offer (entry_id);

call make_clinic_owned('waiting_entry');
call make_clinic_owned('freed_time');
call make_clinic_owned('waiting_offer');
grant select, insert, update on waiting_entry, waiting_offer to housecall_app;
grant select, insert, update on freed_time to housecall_app; -- update: a lock on its row
