-- Zoom gives a General App two pairs of credentials: client_id and client_secret are the production pair.
alter table zoom_app
  add column development_client_id     text,
  add column development_client_secret bytea,
  -- which of the two new authorizations use
  add column development_in_use        boolean not null default false,
  add check ((development_client_id is null) = (development_client_secret is null)),
  add check (development_client_id <> client_id),
  add check (development_client_id is null or client_id is not null),
  add check (not development_in_use or development_client_id is not null);

-- Tokens are good with the client id they were given to, and with no other.
alter table zoom_connection add column client_id text;
update zoom_connection c set client_id = coalesce((select a.client_id from zoom_app a where a.id = c.app_id), '');
alter table zoom_connection alter column client_id set not null;

alter table zoom_relink add column client_id text;
update zoom_relink r set client_id = coalesce((select a.client_id from zoom_app a where a.id = r.app_id), '');
alter table zoom_relink alter column client_id set not null;

-- Good for ten minutes anyway.
delete from zoom_oauth_attempt;
alter table zoom_oauth_attempt add column client_id text not null;
