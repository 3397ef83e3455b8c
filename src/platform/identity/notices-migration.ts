/**
 * What goes out to an account of an organisation without being asked for on the spot: which mail of a day was sent, and the
 * address under which a calendar program reads what is due, as a hash only.
 */
export const noticesMigration = {
  id: 5,
  name: 'daily mail and calendar feeds',
  sql: `
create table identity.digest_choice (
  account uuid not null references identity."user" on delete cascade,
  organisation uuid not null references public.organisation on delete cascade,
  rhythm text not null check (rhythm in ('daily', 'weekly')),
  primary key (account, organisation)
);

-- One row for each day on which somebody was looked at: so nobody gets two mails, and a failure is seen and tried again.
create table identity.digest (
  organisation uuid not null references public.organisation on delete cascade,
  account uuid not null references identity."user" on delete cascade,
  day text not null,
  state text not null check (state in ('sending', 'sent', 'nothing', 'failed')),
  attempts integer not null,
  at timestamptz(3) not null,
  retry_at timestamptz(3),
  problem text,
  primary key (organisation, account, day)
);

create table identity.calendar_feed (
  token_hash text primary key,
  account uuid not null references identity."user" on delete cascade,
  organisation uuid not null references public.organisation on delete cascade,
  created_at timestamptz(3) not null,
  last_read_at timestamptz(3),
  unique (account, organisation)
);

alter table identity.digest_choice enable row level security;
alter table identity.digest enable row level security;
alter table identity.calendar_feed enable row level security;
`,
} as const
