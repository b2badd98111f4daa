-- The last calls to the provider for a meeting: what its support asks for, and no link, name or token.
create table meeting_attempt (
  clinic_id      uuid not null,
  id             uuid primary key,
  appointment_id uuid not null,
  at             timestamptz not null,
  operation      text not null,
  status         int,
  code           int,
  tracking_id    text,
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);
create index meeting_attempt_by_appointment on meeting_attempt (appointment_id, id);

-- Visits of the next 24 hours without a working link; gone again when they have one.
create table link_alarm (
  clinic_id        uuid not null,
  appointment_id   uuid primary key,
  noticed_at       timestamptz not null,
  -- shown and mailed; and once more with an hour left
  raised_at        timestamptz,
  hour_raised_at   timestamptz,
  acknowledged_at  timestamptz,
  acknowledged_by  uuid references account,
  fallback_sent_at timestamptz,
  foreign key (clinic_id, appointment_id) references appointment (clinic_id, id)
);

call make_clinic_owned('meeting_attempt');
call make_clinic_owned('link_alarm');
grant select, insert, delete on meeting_attempt to housecall_app;
grant select, insert, update, delete on link_alarm to housecall_app;
