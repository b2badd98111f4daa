-- Checks of the server itself that were green since its Administrators were last told of them, whoever's app was looked at. Its rows
-- carry the nil clinic.
create table server_check (
  clinic_id uuid not null default current_clinic(),
  check_id  text not null,
  primary key (clinic_id, check_id)
);
call make_clinic_owned('server_check');
grant select, insert, delete on server_check to housecall_app;
