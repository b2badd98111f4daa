-- What of a guide somebody says is done. The installation's own rows carry the nil clinic.
create table guide_mark (
  clinic_id uuid not null default current_clinic(),
  guide     text not null check (guide in ('GENERAL', 'SERVER_TO_SERVER')),
  task      text not null,
  done_by   uuid not null references account,
  done_at   timestamptz not null,
  primary key (clinic_id, guide, task)
);
call make_clinic_owned('guide_mark');
grant select, insert, delete on guide_mark to housecall_app;

-- Whether all doctors have Zoom users in the clinic's own Zoom account: then no app has to be reviewed.
create table guide_answer (
  clinic_id   uuid primary key default current_clinic(),
  own_account boolean not null,
  answered_by uuid not null references account,
  answered_at timestamptz not null
);
call make_clinic_owned('guide_answer');
grant select, insert, update on guide_answer to housecall_app;

-- Every version of a text for Zoom, the latest of which counts; text null: back to the product's own words.
create table listing_text (
  id         uuid primary key,
  clinic_id  uuid not null default current_clinic(),
  slot       text not null,
  text       text,
  written_by uuid not null references account,
  written_at timestamptz not null
);
create index listing_text_by_slot on listing_text (clinic_id, slot, id);
call make_clinic_owned('listing_text');
grant select, insert on listing_text to housecall_app;
