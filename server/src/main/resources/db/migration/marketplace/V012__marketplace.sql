-- Who publishes a clinic's Zoom app, as its public pages and documents say. The installation's own row carries the nil clinic.
create table publisher (
  clinic_id     uuid primary key default current_clinic(),
  company       text,
  contact_email text,
  address       text,
  country       text check (country ~ '^[A-Z]{2}$'),
  updated_at    timestamptz not null
);
call make_clinic_owned('publisher');
grant select, insert, update on publisher to housecall_app;
