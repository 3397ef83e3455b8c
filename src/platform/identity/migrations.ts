/**
 * The schema `identity`: the login library's tables (`user`, `session`, `account`, `verification`, `rateLimit`) as it
 * generates them, and ours beside them. Only the owner role gets in: a request's role can read no password, no session
 * and no grant, whatever query it is tricked into. Row-level security is on as the second line.
 */
export const identityMigrations = [
  {
    id: 2,
    name: 'accounts, grants, invitations and tokens',
    sql: `
create schema identity;

create table identity."user" (
  "id" uuid default gen_random_uuid() not null primary key,
  "name" text not null,
  "email" text not null unique,
  "emailVerified" boolean not null,
  "image" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null,
  "language" text
);
create table identity."session" (
  "id" uuid default gen_random_uuid() not null primary key,
  "expiresAt" timestamptz not null,
  "token" text not null unique,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null,
  "ipAddress" text,
  "userAgent" text,
  "userId" uuid not null references identity."user" on delete cascade
);
create index "session_userId_idx" on identity."session" ("userId");
create table identity."account" (
  "id" uuid default gen_random_uuid() not null primary key,
  "accountId" text not null,
  "providerId" text not null,
  "userId" uuid not null references identity."user" on delete cascade,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  "scope" text,
  "password" text,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz not null
);
create index "account_userId_idx" on identity."account" ("userId");
create table identity."verification" (
  "id" uuid default gen_random_uuid() not null primary key,
  "identifier" text not null,
  "value" text not null,
  "expiresAt" timestamptz not null,
  "createdAt" timestamptz default current_timestamp not null,
  "updatedAt" timestamptz default current_timestamp not null
);
create index "verification_identifier_idx" on identity."verification" ("identifier");
create table identity."rateLimit" (
  "id" uuid default gen_random_uuid() not null primary key,
  "key" text not null unique,
  "count" integer not null,
  "lastRequest" bigint not null
);

-- What an account is in an organisation. Ended grants stay, so that the ledger's actors keep their names; an erased
-- account leaves its grants without one, so that only the pseudonym remains.
create table identity."grant" (
  id uuid primary key default gen_random_uuid(),
  account uuid references identity."user" on delete set null,
  organisation uuid not null references public.organisation on delete cascade,
  actor uuid not null,
  roles text[] not null,
  person uuid,
  created_at timestamptz(3) not null,
  ends_at timestamptz(3),
  unique (organisation, actor),
  unique (organisation, account)
);
create index grant_account on identity."grant" (account) where account is not null;

create table identity.invitation (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  organisation uuid not null references public.organisation on delete cascade,
  email text not null,
  roles text[] not null,
  person uuid,
  invited_by uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  accepted_at timestamptz(3),
  withdrawn_at timestamptz(3)
);
create index invitation_organisation on identity.invitation (organisation);

create table identity.api_token (
  id uuid primary key default gen_random_uuid(),
  token_hash text not null unique,
  account uuid not null references identity."user" on delete cascade,
  organisation uuid not null references public.organisation on delete cascade,
  label text not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3),
  last_used_at timestamptz(3)
);
create index api_token_account on identity.api_token (account, organisation);

create table identity.password_reset (
  token_hash text primary key,
  account uuid not null references identity."user" on delete cascade,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3)
);

-- Wrong passwords per address, whatever network they come from; the address is kept only as a hash.
create table identity.failed_sign_in (
  email_hash text primary key,
  count integer not null,
  since timestamptz(3) not null
);

-- Who got into the organisation, as what, by whom: shown with the members, never changed.
create table identity.event (
  id uuid primary key default gen_random_uuid(),
  organisation uuid not null references public.organisation on delete cascade,
  at timestamptz(3) not null,
  actor uuid,
  subject uuid,
  kind text not null,
  details jsonb not null
);
create index event_organisation on identity.event (organisation, at desc);

alter table identity."grant" enable row level security;
alter table identity.invitation enable row level security;
alter table identity.api_token enable row level security;
alter table identity.event enable row level security;
`,
  },
] as const
