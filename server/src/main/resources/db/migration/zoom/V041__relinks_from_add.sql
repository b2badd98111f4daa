-- Whether Zoom's own Add button led to the authorization that waits for its decision, as zoom_oauth_attempt.added says.
alter table zoom_relink add column added boolean not null default false;
