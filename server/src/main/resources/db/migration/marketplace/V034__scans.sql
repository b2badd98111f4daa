-- Scans for weaknesses that somebody ran and wrote down here. The security testing report is made of these, and of nothing else.
create table scan (
  clinic_id     uuid not null default current_clinic(),
  id            uuid not null,
  subject       text not null,
  kind          text not null,
  tool          text not null,
  tool_version  text not null,
  target        text not null,
  ran_on        date not null,
  critical      integer not null check (critical >= 0),
  high          integer not null check (high >= 0),
  medium        integer not null check (medium >= 0),
  low           integer not null check (low >= 0),
  file_name     text,
  file_content  bytea,
  file_sha256   text,
  recorded_by   uuid not null references account (id),
  recorded_at   timestamptz not null,
  primary key (clinic_id, id),
  check ((file_name is null) = (file_content is null) and (file_name is null) = (file_sha256 is null))
);
call make_clinic_owned('scan');
grant select, insert, update, delete on scan to housecall_app;
