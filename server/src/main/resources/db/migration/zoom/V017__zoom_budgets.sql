-- What is known of a budget besides its count, which is in token_bucket: until when Zoom itself refuses, and when people were last
-- told that it runs out. Named by hashes.
create table zoom_budget (
  name         text primary key,
  paused_until timestamptz,
  warned_on    date
);
grant select, insert, update, delete on zoom_budget to housecall_app;
