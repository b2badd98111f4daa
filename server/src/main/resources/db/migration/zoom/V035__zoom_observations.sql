-- When each thing that a submission to the Marketplace rests on was last seen to happen, with an app as it is now: no ids of
-- Zoom's users or meetings. One row for Zoom itself and one for whatever has stood in for it.
create table zoom_observation (
  app_id    uuid not null references zoom_app,
  fact      text not null,
  -- of a scope that was used, its name; of a connection, the redirect URL it came back by
  detail    text not null default '',
  simulated boolean not null,
  seen_at   timestamptz not null,
  primary key (app_id, fact, detail, simulated)
);
grant select, insert, update, delete on zoom_observation to housecall_app;

alter table zoom_app drop column heard_at;
-- whether the app asks Zoom to let it list a host's meetings
alter table zoom_app add column lists_meetings boolean not null default false;

-- begun where Zoom's own Add button led
alter table zoom_oauth_attempt add column added boolean not null default false;
