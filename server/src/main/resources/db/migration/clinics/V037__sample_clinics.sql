-- Clinics of made-up data in which Zoom's reviewers try an app: whose app. The nil owner is the installation.
create table sample_clinic (
  clinic_id uuid primary key references clinic,
  owner_id  uuid not null unique
);
grant select, insert on sample_clinic to housecall_app;

-- The one clinic that an account can ever have to do with, and into which it is let by its password alone; null: any.
alter table account add column sealed_in uuid references clinic;
create index account_by_seal on account (sealed_in) where sealed_in is not null;
