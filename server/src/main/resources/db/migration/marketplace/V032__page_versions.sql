-- When support is there, and how soon it answers at first: shown on the support page.
alter table publisher add column support_hours text;
alter table publisher add column first_response text;

-- What somebody wrote in place of a public page's own text, and every text before it. Nothing of it is ever changed.
create table page_version (
  clinic_id  uuid not null default current_clinic(),
  page       text not null,
  number     integer not null check (number > 0),
  text       jsonb, -- null: from here on the page says what it says by itself
  based_on   text not null, -- SHA-256 of what the page said by itself then
  author_id  uuid not null references account (id),
  created_at timestamptz not null,
  primary key (clinic_id, page, number)
);
call make_clinic_owned('page_version');
grant select, insert on page_version to housecall_app;
