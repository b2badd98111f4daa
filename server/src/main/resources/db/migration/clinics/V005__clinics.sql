-- The directory of clinics holds what anyone may know; it is global so that a route or a slug can be resolved before a clinic is set.
create table clinic (
  id         uuid primary key,
  slug       text not null unique check (slug ~ '^[a-z0-9](-?[a-z0-9])*$' and length(slug) <= 60),
  name       text not null,
  time_zone  text not null,
  -- how anyone reaches it
  phone      text,
  email      text,
  address    text,
  website    text,
  -- spoken there: language tags (BCP 47), the first is the one it writes in
  languages  text[] not null default '{en}',
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

-- A phone number's digits without the zeros that one dials first: one number in whatever spelling.
create function phone_digits(phone text) returns text
  language sql immutable parallel safe
  return ltrim(regexp_replace(phone, '\D', '', 'g'), '0');

-- Somebody who has neither e-mail nor phone is reached through a guardian, which no constraint of this table can see.
create table patient (
  clinic_id    uuid not null references clinic,
  id           uuid primary key,
  account_id   uuid references account,
  name         text not null,
  email        text,
  phone        text,
  birth_date   date,
  time_zone    text,
  language     text,
  version      int not null default 1,
  created_at   timestamptz not null,
  phone_digits text generated always as (phone_digits(phone)) stored,
  -- the same with and without the country's number
  phone_ending text generated always as (right(phone_digits(phone), 8)) stored,
  unique (clinic_id, id)
);
create index patient_by_account on patient (clinic_id, account_id);
create index patient_by_name on patient (clinic_id, lower(name), id);
create index patient_by_email on patient (clinic_id, email);
create index patient_by_phone on patient (clinic_id, phone_ending);
create index patient_by_birth_date on patient (clinic_id, birth_date);

create table service (
  clinic_id        uuid not null references clinic,
  id               uuid primary key,
  name             text not null, -- stays in the house
  public_name      text, -- what patients read; null: the name
  description      text, -- for patients
  mode             text not null check (mode in ('VIDEO', 'IN_PERSON')),
  duration_minutes int not null check (duration_minutes between 5 and 720),
  buffer_before_minutes int not null default 0 check (buffer_before_minutes between 0 and 240),
  buffer_after_minutes  int not null default 0 check (buffer_after_minutes between 0 and 240),
  price            numeric(12, 2) check (price >= 0),
  currency         text check (currency ~ '^[A-Z]{3}$'), -- ISO 4217
  colour           text check (colour ~ '^#[0-9a-f]{6}$'),
  bookable_by      text not null default 'EVERYONE' check (bookable_by in ('STAFF', 'PATIENTS', 'EVERYONE')),
  active           boolean not null default true,
  created_at       timestamptz not null,
  check ((price is null) = (currency is null)),
  unique (clinic_id, id)
);

-- Without a row the clinic has the defaults of BookingRules.
create table booking_rules (
  clinic_id             uuid primary key references clinic,
  lead_minutes          int not null check (lead_minutes between 0 and 43200),
  horizon_days          int not null check (horizon_days between 1 and 730),
  step_minutes          int check (step_minutes between 5 and 720), -- null: as long as a visit with its buffers
  daily_maximum         int check (daily_maximum between 1 and 200), -- a doctor's visits on a day
  cancel_until_minutes  int not null check (cancel_until_minutes between 0 and 43200),
  change_until_minutes  int not null check (change_until_minutes between 0 and 43200),
  hold_minutes          int not null check (hold_minutes between 1 and 60)
);

-- Dates on which nobody works unless a doctor has extra hours.
create table clinic_holiday (
  clinic_id  uuid not null references clinic,
  id         uuid primary key,
  name       text not null,
  first_date date not null,
  last_date  date not null check (last_date >= first_date)
);
create index clinic_holiday_by_date on clinic_holiday (clinic_id, last_date);

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
call make_clinic_owned('booking_rules');
call make_clinic_owned('clinic_holiday');
call make_clinic_owned('service_doctor');
call make_clinic_owned('patient_doctor');
grant select, insert, update, delete on doctor, staff, patient, service, booking_rules, clinic_holiday, service_doctor, patient_doctor to housecall_app;
