/**
 * The tables of the record store and the ledger. Row-level security is on from the first table: the plain role
 * `waarborg_app` sees one organisation at a time, named by the setting `waarborg.organisation` of its transaction.
 * INVARIANT: that role can add to the ledger and never change or delete there; erasure goes through `erase_personal`.
 */
export const storeMigration = {
  id: 1,
  name: 'record store and ledger',
  sql: `
create table organisation (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  ledger uuid not null unique,
  created_at timestamptz(3) not null,
  stated_until bigint not null default 0,
  is_sample boolean not null default false
);

create table counter (
  organisation uuid not null references organisation on delete cascade,
  register text not null,
  last integer not null,
  primary key (organisation, register)
);

create table record (
  organisation uuid not null,
  id uuid not null,
  register text not null,
  ordinal integer not null,
  number text not null,
  state text not null,
  ended boolean not null,
  title text not null,
  owner uuid,
  due date,
  version integer not null,
  sequence bigint not null,
  recorded_at timestamptz(3) not null,
  valid_from date not null,
  data jsonb not null,
  search tsvector not null,
  primary key (organisation, id),
  unique (organisation, register, ordinal)
);
create index record_owner on record (organisation, owner, due) where owner is not null;
create index record_due on record (organisation, due) where due is not null;
create index record_search on record using gin (search);

create table link (
  organisation uuid not null,
  source uuid not null,
  path text not null,
  target uuid not null,
  primary key (organisation, source, path, target),
  foreign key (organisation, source) references record (organisation, id) on delete cascade deferrable initially deferred,
  foreign key (organisation, target) references record (organisation, id) deferrable initially deferred
);
create index link_target on link (organisation, target);

create table ledger_head (
  organisation uuid primary key references organisation on delete cascade,
  size bigint not null,
  frontier bytea not null,
  recorded_at timestamptz(3) not null
);

create table ledger_entry (
  organisation uuid not null,
  sequence bigint not null,
  recorded_at timestamptz(3) not null,
  valid_from date not null,
  actor uuid not null,
  behalf uuid,
  channel text not null,
  batch uuid,
  register text not null,
  record uuid not null,
  version integer not null,
  act text not null,
  ordinary text not null,
  ordinary_salt bytea not null,
  personal text,
  personal_salt bytea,
  personal_hash bytea,
  leaf bytea not null,
  primary key (organisation, sequence)
);
create index ledger_entry_record on ledger_entry (organisation, record, sequence);
create index ledger_entry_time on ledger_entry (organisation, recorded_at, sequence);
create index ledger_entry_batch on ledger_entry (organisation, batch) where batch is not null;

-- The two tables that grow have no foreign key to their organisation: it would cost a fifth of an import. Row security
-- lets a request write its own organisation only, and the removal of one takes them along here.
create function forget_organisation() returns trigger language plpgsql as $$
begin
  delete from link where organisation = old.id;
  delete from record where organisation = old.id;
  delete from ledger_entry where organisation = old.id;
  return old;
end $$;
create trigger forget before delete on organisation for each row execute function forget_organisation();

create table checkpoint (
  organisation uuid not null references organisation on delete cascade,
  size bigint not null,
  root bytea not null,
  note text not null,
  signed_at timestamptz(3) not null,
  primary key (organisation, size)
);

create table draft (
  organisation uuid not null references organisation on delete cascade,
  account text not null,
  register text not null,
  record text not null,
  version integer,
  data jsonb not null,
  saved_at timestamptz(3) not null,
  primary key (organisation, account, register, record)
);

create table view (
  organisation uuid not null references organisation on delete cascade,
  account text not null,
  register text not null,
  name text not null,
  query text not null,
  primary key (organisation, account, register, name)
);

create table file (
  organisation uuid not null references organisation on delete cascade,
  hash text not null,
  name text not null,
  type text not null,
  size bigint not null,
  added_at timestamptz(3) not null,
  primary key (organisation, hash)
);

create table import (
  organisation uuid not null references organisation on delete cascade,
  id uuid not null,
  files jsonb not null,
  plan jsonb not null,
  state text not null,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  applied_at timestamptz(3),
  undone_at timestamptz(3),
  primary key (organisation, id)
);

do $$
declare t text;
begin
  foreach t in array array['counter', 'record', 'link', 'ledger_head', 'ledger_entry', 'checkpoint', 'draft', 'view', 'file', 'import'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy one_organisation on %I to waarborg_app
         using (organisation = nullif(current_setting(''waarborg.organisation'', true), '''')::uuid)', t);
  end loop;
end $$;
alter table organisation enable row level security;
create policy one_organisation on organisation to waarborg_app
  using (id = nullif(current_setting('waarborg.organisation', true), '')::uuid);

grant select, update (name, slug) on organisation to waarborg_app;
grant select, insert, update on counter, record, ledger_head to waarborg_app;
grant select, insert, delete on link to waarborg_app;
grant select, insert on ledger_entry, checkpoint to waarborg_app;
grant select, insert, update, delete on draft, view, file, import to waarborg_app;

-- AVG art. 17: the personal part of a record and its salt go, in every version; the hash stays, so the tree stays valid.
create function erase_personal(erased uuid) returns bigint language sql security definer set search_path = public as $$
  with gone as (
    update ledger_entry set personal = null, personal_salt = null
    where organisation = nullif(current_setting('waarborg.organisation', true), '')::uuid
      and record = erased and personal is not null
    returning 1)
  select count(*) from gone
$$;
revoke execute on function erase_personal from public;
grant execute on function erase_personal to waarborg_app;
`,
} as const
