-- The picture that stands for a clinic's Zoom app in place of the made one; the installation's own row carries the nil clinic.
create table own_icon (
  clinic_id   uuid primary key default current_clinic(),
  png         bytea not null,
  uploaded_at timestamptz not null
);
call make_clinic_owned('own_icon');
grant select, insert, update, delete on own_icon to housecall_app;
