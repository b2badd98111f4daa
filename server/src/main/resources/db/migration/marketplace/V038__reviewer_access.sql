-- How Zoom's reviewers get in, while they may. Their sign-ins are in the release notes of every submission, so they are kept, encrypted.
-- The row of the installation's app carries the nil clinic.
create table reviewer_access (
  clinic_id        uuid primary key default current_clinic(),
  sample_clinic_id uuid not null references clinic,
  sign_ins         bytea not null,
  opened_at        timestamptz not null,
  passwords_at     timestamptz not null
);
call make_clinic_owned('reviewer_access');
grant select, insert, update, delete on reviewer_access to housecall_app;
