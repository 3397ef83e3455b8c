/** When somebody was last at work in an organisation, so that the first page can tell what changed since. */
export const visitsMigration = {
  id: 3,
  name: 'visits',
  sql: `
create table visit (
  organisation uuid not null references organisation on delete cascade,
  account text not null,
  -- The visit before the present one, and the last moment of the present one.
  before timestamptz(3),
  latest timestamptz(3) not null,
  primary key (organisation, account)
);
alter table visit enable row level security;
create policy one_organisation on visit to waarborg_app
  using (organisation = nullif(current_setting('waarborg.organisation', true), '')::uuid);
grant select, insert, update, delete on visit to waarborg_app;
`,
} as const
