import type { ColumnType, Generated } from 'kysely'

/** The columns of the login library that we read ourselves. */
interface UserTable {
  readonly id: Generated<string>
  readonly name: string
  readonly email: string
  readonly language: string | null
}

interface SessionTable {
  readonly userId: string
  readonly updatedAt: Date
}

interface GrantTable {
  readonly id: Generated<string>
  readonly account: string | null
  readonly organisation: string
  readonly actor: string
  readonly roles: string[]
  readonly person: string | null
  readonly created_at: Date
  readonly ends_at: Date | null
}

interface InvitationTable {
  readonly id: Generated<string>
  readonly token_hash: string
  readonly organisation: string
  readonly email: string
  readonly roles: string[]
  readonly person: string | null
  readonly invited_by: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly accepted_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  readonly withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

interface ApiTokenTable {
  readonly id: Generated<string>
  readonly token_hash: string
  readonly account: string
  readonly organisation: string
  readonly label: string
  readonly created_at: Date
  readonly expires_at: Date | null
  readonly last_used_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

interface PasswordResetTable {
  readonly token_hash: string
  readonly account: string
  readonly created_at: Date
  readonly expires_at: Date
  readonly used_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

interface FailedSignInTable {
  readonly email_hash: string
  readonly count: number
  readonly since: Date
}

interface EventTable {
  readonly id: Generated<string>
  readonly organisation: string
  readonly at: Date
  readonly actor: string | null
  readonly subject: string | null
  readonly kind: string
  readonly details: ColumnType<unknown, string, never>
}

interface DigestChoiceTable {
  readonly account: string
  readonly organisation: string
  readonly rhythm: string
}

interface DigestTable {
  readonly organisation: string
  readonly account: string
  /** In the organisation's time zone, as text. */
  readonly day: ColumnType<string, string, never>
  readonly state: string
  readonly attempts: number
  readonly at: Date
  readonly retry_at: Date | null
  readonly problem: string | null
}

interface CalendarFeedTable {
  readonly token_hash: string
  readonly account: string
  readonly organisation: string
  readonly created_at: Date
  readonly last_read_at: Date | null
}

interface OrganisationTable {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly is_sample: boolean
  readonly created_at: Date
}

/** Tables of the schema `identity`, and the one of the store that grants point at. */
export interface IdentityTables {
  readonly user: UserTable
  readonly session: SessionTable
  readonly grant: GrantTable
  readonly invitation: InvitationTable
  readonly api_token: ApiTokenTable
  readonly password_reset: PasswordResetTable
  readonly failed_sign_in: FailedSignInTable
  readonly event: EventTable
  readonly digest_choice: DigestChoiceTable
  readonly digest: DigestTable
  readonly calendar_feed: CalendarFeedTable
  readonly 'public.organisation': OrganisationTable
}
