create table availability_hours (
  clinic_id   uuid not null,
  doctor_id   uuid not null,
  id          uuid primary key,
  day         int not null check (day between 1 and 7), -- ISO: 1 is Monday
  from_time   time not null,
  to_time     time not null, -- at or before from_time: on the next day
  valid_from  date,
  valid_until date check (valid_until >= valid_from), -- that date included
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);
create index availability_hours_by_doctor on availability_hours (doctor_id);

create table availability_exception (
  clinic_id uuid not null,
  doctor_id uuid not null,
  id        uuid primary key,
  date      date not null,
  last_date date not null check (last_date >= date), -- from_time and to_time are meant for each date
  from_time time,
  to_time   time,
  available boolean not null,
  reason    text, -- for the front desk
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);
create index availability_exception_by_date on availability_exception (doctor_id, last_date);

call make_clinic_owned('availability_hours');
call make_clinic_owned('availability_exception');

-- Who holds which slot while filling in a form; the time itself is claimed in doctor_time under the same id.
create table slot_hold (
  clinic_id  uuid not null,
  id         uuid primary key,
  account_id uuid not null references account, -- whoever holds it
  doctor_id  uuid not null,
  service_id uuid not null,
  starts_at  timestamptz not null,
  expires_at timestamptz not null,
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id),
  foreign key (clinic_id, service_id) references service (clinic_id, id)
);
create index slot_hold_by_account on slot_hold (account_id, expires_at);
call make_clinic_owned('slot_hold');
grant select, insert, update, delete on availability_hours, availability_exception, slot_hold to housecall_app;

-- The rule against double booking (ADR 0003). Global on purpose: a doctor's time counts across clinics. It holds no
-- clinic and no patient, only whose time is given away and until when.
create table doctor_time (
  id         uuid primary key,
  account_id uuid not null references account,
  during     tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  kind       text not null check (kind in ('APPOINTMENT', 'HOLD')),
  ref        uuid not null unique,
  expires_at timestamptz check ((kind = 'HOLD') = (expires_at is not null)),
  override   boolean not null default false,
  constraint doctor_time_never_overlaps exclude using gist (account_id with =, during with &&) where (not override)
);
-- The constraint's own index leaves out overrides, so it serves none of the questions that are about all of a doctor's time.
create index doctor_time_by_account on doctor_time using gist (account_id, during);
grant select, insert, update, delete on doctor_time to housecall_app;
