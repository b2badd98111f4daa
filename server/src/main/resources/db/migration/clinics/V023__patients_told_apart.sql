-- Two records that look like one person's, of which somebody said that they are not. Each pair is here once, the lower id first. It goes with either record.
create table patients_told_apart (
  clinic_id uuid not null,
  one_id    uuid not null,
  other_id  uuid not null,
  told_at   timestamptz not null,
  primary key (clinic_id, one_id, other_id),
  foreign key (clinic_id, one_id) references patient (clinic_id, id) on delete cascade,
  foreign key (clinic_id, other_id) references patient (clinic_id, id) on delete cascade,
  check (one_id < other_id)
);
create index patients_told_apart_by_other on patients_told_apart (clinic_id, other_id);

call make_clinic_owned('patients_told_apart');
grant select, insert, delete on patients_told_apart to housecall_app;
