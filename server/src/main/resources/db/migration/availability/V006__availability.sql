create table availability_hours (
  clinic_id uuid not null,
  doctor_id uuid not null,
  day       int not null check (day between 1 and 7), -- ISO: 1 is Monday
  from_time time not null,
  to_time   time not null, -- 00:00 means the end of the day
  primary key (doctor_id, day, from_time),
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);

create table availability_exception (
  clinic_id uuid not null,
  doctor_id uuid not null,
  id        uuid primary key,
  date      date not null,
  from_time time,
  to_time   time,
  available boolean not null,
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);
create index availability_exception_by_date on availability_exception (doctor_id, date);

call make_clinic_owned('availability_hours');
call make_clinic_owned('availability_exception');
grant select, insert, update, delete on availability_hours, availability_exception to housecall_app;

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
