-- From a visit link to its appointment. The token itself is kept only encrypted, so that the same link can be shown again.
create table visit_link (
  token_hash     bytea primary key,
  token          bytea not null,
  clinic_id      uuid not null references clinic,
  appointment_id uuid not null,
  created_at     timestamptz not null,
  revoked_at     timestamptz
);
create unique index visit_link_one_live on visit_link (appointment_id) where revoked_at is null;
-- by the key that it is sealed under
create index visit_link_by_key on visit_link (substring(token from 2 for 4));
grant select, insert, update on visit_link to housecall_app;
