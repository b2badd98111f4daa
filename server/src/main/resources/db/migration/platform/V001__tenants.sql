-- Every pooled connection works as housecall_app, which row-level security binds (ADR 0006).
do $$
begin
  if not exists (select from pg_roles where rolname = 'housecall_app') then
    create role housecall_app nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another database of this cluster made it
end $$;

do $$
begin
  execute format('grant housecall_app to %I', current_user);
exception when invalid_grant_operation or insufficient_privilege then
  null; -- granted beforehand by the database's own administrator
end $$;

grant usage on schema public to housecall_app;

create extension if not exists btree_gist;

-- The clinic of the running transaction; the nil UUID where none is set, which owns no clinic's rows.
create function current_clinic() returns uuid
  language sql stable parallel safe
  return coalesce(nullif(current_setting('housecall.clinic_id', true), '')::uuid, '00000000-0000-0000-0000-000000000000'::uuid);

-- Puts a table with a clinic_id under row-level security.
create procedure make_clinic_owned(owned regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('create policy of_current_clinic on %s using (clinic_id = current_clinic()) with check (clinic_id = current_clinic())', owned);
end $$;

-- The keys that something may be sealed under. The proof is a value under that key: shows at each start whether the keyset has it.
create table encryption_key (
  key_id int primary key,
  proof  bytea not null,
  since  timestamptz not null
);
grant select, insert, delete on encryption_key to housecall_app;
