-- Without a row the clinic has the installation's join window and no fallback.
create table clinic_video (
  clinic_id                  uuid primary key references clinic,
  join_opens_before_minutes  int not null check (join_opens_before_minutes between 0 and 1440),
  join_closes_after_minutes  int not null check (join_closes_after_minutes between 0 and 1440),
  -- what patients are told when there is no way into the meeting at its time
  fallback_phone             text,
  fallback_link              text,
  fallback_words             text
);
call make_clinic_owned('clinic_video');
grant select, insert, update on clinic_video to housecall_app;
