-- How late a visit is expected to begin, as its patient was told; gone when it begins, moves or is on time again.
create table visit_delay (
  clinic_id      uuid not null,
  appointment_id uuid primary key,
  minutes        int not null check (minutes > 0),
  announced_at   timestamptz not null,
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
call make_clinic_owned('visit_delay');
grant select, insert, update, delete on visit_delay to housecall_app;
