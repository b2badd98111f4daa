-- The directory of clinics holds what anyone may know; it is global so that a route or a slug can be resolved before a clinic is set.
create table clinic (
  id         uuid primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 60),
  name       text not null,
  time_zone  text not null,
  created_at timestamptz not null
);
grant select, insert, update on clinic to housecall_app;

create table doctor (
  clinic_id  uuid not null references clinic,
  id         uuid primary key,
  -- null until the owner of an existing account has accepted
  account_id uuid references account,
  name       text not null,
  email      text not null,
  created_at timestamptz not null,
  left_at    timestamptz,
  unique (clinic_id, id),
  unique (clinic_id, email)
);
create index doctor_by_account on doctor (clinic_id, account_id);

create table staff (
  clinic_id  uuid not null references clinic,
  id         uuid primary key,
  role       text not null check (role in ('CLINIC_ADMIN', 'RECEPTIONIST')),
  account_id uuid references account,
  name       text not null,
  email      text not null,
  created_at timestamptz not null,
  left_at    timestamptz,
  unique (clinic_id, role, email)
);

create table patient (
  clinic_id  uuid not null references clinic,
  id         uuid primary key,
  account_id uuid references account,
  name       text not null,
  email      text,
  phone      text,
  time_zone  text,
  created_at timestamptz not null,
  unique (clinic_id, id),
  check (email is not null or phone is not null)
);
create index patient_by_account on patient (clinic_id, account_id);
create index patient_by_name on patient (clinic_id, lower(name), id);

create table service (
  clinic_id        uuid not null references clinic,
  id               uuid primary key,
  name             text not null,
  mode             text not null check (mode in ('VIDEO', 'IN_PERSON')),
  duration_minutes int not null check (duration_minutes between 5 and 720),
  created_at       timestamptz not null,
  unique (clinic_id, id)
);

create table service_doctor (
  clinic_id  uuid not null,
  service_id uuid not null,
  doctor_id  uuid not null,
  primary key (service_id, doctor_id),
  foreign key (clinic_id, service_id) references service (clinic_id, id),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);

-- Which doctors treat a patient, and so may see the record.
create table patient_doctor (
  clinic_id  uuid not null,
  patient_id uuid not null,
  doctor_id  uuid not null,
  primary key (patient_id, doctor_id),
  foreign key (clinic_id, patient_id) references patient (clinic_id, id),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);

call make_clinic_owned('doctor');
call make_clinic_owned('staff');
call make_clinic_owned('patient');
call make_clinic_owned('service');
call make_clinic_owned('service_doctor');
call make_clinic_owned('patient_doctor');
grant select, insert, update, delete on doctor, staff, patient, service, service_doctor, patient_doctor to housecall_app;
