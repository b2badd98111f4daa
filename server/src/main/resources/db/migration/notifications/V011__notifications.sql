-- Outgoing mail. Address, subject and text are encrypted: they hold patients' names and links that open doors.
create table mail (
  clinic_id    uuid not null default current_clinic(),
  id           uuid primary key,
  content      bytea,
  status       text not null check (status in ('PENDING', 'SENT', 'UNDELIVERED')),
  problem      text,
  created_at   timestamptz not null,
  -- sending it later than this would help nobody
  useful_until timestamptz not null,
  sent_at      timestamptz,
  -- of a sent mail nothing is left to read
  check ((status = 'SENT') = (content is null))
);
create index mail_open on mail (clinic_id, created_at) where status <> 'SENT';
create index mail_sealed on mail (clinic_id) where content is not null;
call make_clinic_owned('mail');
grant select, insert, update on mail to housecall_app;
