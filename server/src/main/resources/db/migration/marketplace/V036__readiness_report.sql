-- The latest look at how ready a clinic's Zoom app is for its review; the installation's own row carries the nil clinic.
create table readiness_report (
  clinic_id  uuid primary key default current_clinic(),
  checked_at timestamptz not null,
  items      jsonb not null,
  -- checks that were green since people were last told of them
  good       text[] not null
);
call make_clinic_owned('readiness_report');
grant select, insert, update on readiness_report to housecall_app;
