create table account (
  id            uuid primary key,
  email         text not null unique check (email = lower(email)),
  name          text not null,
  password_hash text,
  administrator boolean not null default false,
  -- when its owner first proved to hold the address; until then nobody can sign in with it
  claimed_at    timestamptz,
  created_at    timestamptz not null,
  -- what its passkeys know it by: tells nothing of the account, and is the same for all of them
  passkey_user  uuid not null unique default gen_random_uuid()
);

-- printed on the console while there is no account
create table installation_code (
  code_hash  bytea primary key,
  created_at timestamptz not null
);

create table membership (
  account_id  uuid not null references account,
  clinic_id   uuid not null,
  role        text not null check (role in ('CLINIC_ADMIN', 'DOCTOR', 'RECEPTIONIST', 'PATIENT')),
  accepted_at timestamptz,
  primary key (account_id, clinic_id, role)
);
create index membership_by_clinic on membership (clinic_id);

create table invitation (
  token_hash bytea primary key,
  account_id uuid not null references account,
  clinic_id  uuid not null,
  role       text not null,
  -- the doctor or staff record that waits for the person
  subject_id uuid not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);

-- what was mailed to prove that somebody reads an address; each works once
create table mailed_link (
  token_hash bytea primary key,
  kind       text not null check (kind in ('SIGN_IN', 'PASSWORD_RESET', 'OLD_ADDRESS', 'NEW_ADDRESS')),
  account_id uuid not null references account,
  expires_at timestamptz not null,
  used_at    timestamptz
);
create index mailed_link_by_account on mailed_link (account_id, kind);

-- a wish for another sign-in address, until both are confirmed
create table address_change (
  account_id       uuid primary key references account,
  email            text not null check (email = lower(email)),
  expires_at       timestamptz not null,
  old_confirmed_at timestamptz,
  new_confirmed_at timestamptz
);

create table second_factor (
  account_id   uuid primary key references account,
  secret       bytea not null, -- encrypted
  confirmed_at timestamptz,
  last_step    bigint not null -- the half minute of the last code that was used
);

create table recovery_code (
  account_id uuid not null references account,
  code_hash  bytea not null,
  primary key (account_id, code_hash)
);

create table passkey (
  id              uuid primary key,
  account_id      uuid not null references account,
  credential_id   bytea not null unique,
  credential      bytea not null, -- kind of authenticator, credential id and public key, as the authenticator gave them
  sign_count      bigint not null, -- stays 0 where an authenticator does not count
  backup_eligible boolean not null,
  backed_up       boolean not null,
  transports      text[] not null,
  name            text not null,
  created_at      timestamptz not null,
  last_used_at    timestamptz
);
create index passkey_by_account on passkey (account_id);

-- challenges that a passkey has answered, for as long as they could be answered again
create table used_challenge (
  challenge_hash bytea primary key,
  expires_at     timestamptz not null
);

-- failures of signing in; named by hashes
create table token_bucket (
  id         bigint primary key,
  state      bytea,
  explicit_lock bigint, -- unused: the locks are advisory
  expires_at bigint
);

create table known_network (
  account_id   uuid not null references account,
  network_hash bytea not null,
  last_at      timestamptz not null,
  primary key (account_id, network_hash)
);

-- what a clinic asks of those who work in it; none: nothing
create table sign_in_rules (
  clinic_id              uuid primary key,
  second_factor_required boolean not null
);

-- a clinic's own way to sign in: one OpenID provider
create table single_sign_on (
  clinic_id     uuid primary key,
  issuer        text not null,
  client_id     text not null,
  client_secret bytea not null -- encrypted
);

-- whom a clinic's provider vouches for
create table single_sign_on_link (
  clinic_id    uuid not null,
  account_id   uuid not null references account,
  issuer       text not null,
  subject_hash bytea not null,
  primary key (clinic_id, account_id),
  constraint single_sign_on_link_is_one_persons unique (clinic_id, issuer, subject_hash)
);
create index single_sign_on_link_by_account on single_sign_on_link (account_id);

-- sign-ons that were begun: each good for one return, of the browser that began it
create table single_sign_on_attempt (
  state_hash    bytea primary key,
  browser_hash  bytea not null,
  clinic_id     uuid not null,
  issuer        text not null,
  code_verifier bytea not null, -- encrypted
  nonce         bytea not null, -- encrypted
  account_id    uuid references account, -- to be linked; null: signs in
  invitation    bytea, -- encrypted; to be accepted by it
  return_to     text not null,
  expires_at    timestamptz not null,
  used_at       timestamptz
);
create index single_sign_on_attempt_by_age on single_sign_on_attempt (expires_at);

grant select, insert, update, delete on single_sign_on, single_sign_on_link, single_sign_on_attempt to housecall_app;

create table api_token (
  id           uuid primary key,
  account_id   uuid not null references account,
  name         text not null,
  token_hash   bytea not null unique,
  scope        text[], -- permissions; null: all that its owner has
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz
);
create index api_token_by_account on api_token (account_id);

create table idempotency_key (
  account_id   uuid not null references account,
  key          text not null,
  request_hash bytea not null,
  claimed_at   timestamptz not null,
  status       int,
  response     bytea,
  primary key (account_id, key)
);
create index idempotency_key_by_age on idempotency_key (claimed_at);

create table spring_session (
  primary_id            char(36) primary key,
  session_id            text not null unique,
  creation_time         bigint not null,
  last_access_time      bigint not null,
  max_inactive_interval int not null,
  expiry_time           bigint not null,
  principal_name        varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea not null,
  primary key (session_primary_id, attribute_name)
);

grant select, insert, update, delete on account, installation_code, membership, invitation, mailed_link, address_change, second_factor, recovery_code, passkey, used_challenge, token_bucket, known_network, sign_in_rules, api_token, idempotency_key, spring_session, spring_session_attributes to housecall_app;
