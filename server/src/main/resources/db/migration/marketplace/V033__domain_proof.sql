-- By what the owner of a Zoom app shows Zoom that this server's domain is theirs. Global: the start page carries the tags of
-- all, and the file has one address. Everything in it is meant to be public.
create table domain_proof (
  owner_id     uuid primary key, -- the clinic; the nil one: the installation
  file_content text,
  meta_name    text,
  meta_content text,
  txt_record   text,
  updated_at   timestamptz not null,
  check ((meta_name is null) = (meta_content is null))
);
grant select, insert, update on domain_proof to housecall_app;
