-- Who hosts a doctor's video visits, where that is a host of the clinic's that several doctors may share. Whoever knows
-- hosts says so; here it is only somebody whose time can be given away.
create table shared_host (
  clinic_id uuid not null,
  doctor_id uuid primary key,
  host      uuid not null,
  places    int not null check (places in (1, 2)), -- so many meetings at once
  foreign key (clinic_id, doctor_id) references doctor (clinic_id, id)
);
call make_clinic_owned('shared_host');

-- The rule against more meetings at once than a host can run. Global as doctor_time is, and as little: which host, and when.
create table host_time (
  id         uuid primary key,
  host       uuid not null,
  place      int not null,
  during     tstzrange not null check (not isempty(during) and lower_inc(during) and not upper_inc(during)),
  ref        uuid not null unique,
  expires_at timestamptz, -- of a hold
  override   boolean not null default false,
  constraint host_time_never_overlaps exclude using gist (host with =, place with =, during with &&) where (not override)
);
-- The constraint's own index leaves out overrides.
create index host_time_by_host on host_time using gist (host, during);
grant select, insert, update, delete on shared_host, host_time to housecall_app;
