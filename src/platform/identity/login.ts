import { createHash } from 'node:crypto'
import { type BetterAuthOptions, betterAuth } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import type { Kysely } from 'kysely'
import type { Language } from '../../kernel/text.ts'
import type { Clock } from '../clock.ts'
import { countFailure, forgetFailures, isBarred } from './attempts.ts'
import type { IdentityTables } from './tables.ts'

/** Shortest password: NIST SP 800-63B-4 asks for 15 alone or 8 beside a second factor; 12 until the second factor comes. */
export const PASSWORD_LEAST = 12
export const PASSWORD_MOST = 128

const DAY_S = 86_400
const SESSION_S = 7 * DAY_S

/** Where the login library finds the address of the one who asks; set by the server itself, never taken from the client. */
export const CLIENT_ADDRESS_HEADER = 'x-waarborg-client-address'

/** Somebody who can sign in. Not yet a person of any ISMS. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly language: Language | null
}

export interface Session {
  readonly account: Account
  /** `Set-Cookie` values that prolong the session, if it is time to. */
  readonly cookies: readonly string[]
}

/** What the login library does for us; nothing else of it leaves this file. */
export interface Login {
  /** Answers a request below `/api/auth`. */
  handle(request: Request): Promise<Response>
  sessionOf(headers: Headers): Promise<Session | null>
  /** Signs in with a password and gives the cookies, or null when the password is wrong or tried too often. */
  signIn(
    input: { readonly email: string; readonly password: string },
    headers: Headers,
  ): Promise<readonly string[] | null>
  /** Makes an account. Throws when the address is taken: ask first. */
  createAccount(input: NewAccount): Promise<string>
  /** Sets a password and ends every session of the account. */
  setPassword(account: string, password: string): Promise<void>
  setAccount(account: string, changes: { readonly name?: string; readonly language?: Language }): Promise<void>
}

export interface NewAccount {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly language: Language | null
}

export interface LoginOptions {
  readonly db: Kysely<IdentityTables>
  readonly baseAddress: string
  /** Signs the session cookies; 32 bytes or more, kept beside the data. */
  readonly secret: string
  readonly secureCookies: boolean
  readonly clock: Clock
  /** Told what the library could not do. */
  readonly onError: (error: unknown) => void
}

/** E-mail addresses are compared in lower case throughout. */
export function tidyEmail(email: string): string {
  return email.trim().toLowerCase()
}

export function openLogin(options: LoginOptions): Login {
  const auth = betterAuth(libraryOptions(options))
  return {
    handle: (request) => auth.handler(request),
    sessionOf: async (headers) => {
      const { headers: replied, response } = await auth.api.getSession({ headers, returnHeaders: true })
      if (response === null) return null
      const { id, name, email, language } = response.user
      return {
        account: { id, name, email, language: language === 'nl' || language === 'en' ? language : null },
        cookies: replied.getSetCookie(),
      }
    },
    signIn: async ({ email, password }, headers) => {
      try {
        const body = { email: tidyEmail(email), password }
        const signedIn = await auth.api.signInEmail({ body, headers, returnHeaders: true })
        return signedIn.headers.getSetCookie()
      } catch (error) {
        if (error instanceof APIError) return null
        throw error
      }
    },
    createAccount: async (input) => {
      const { password, internalAdapter } = await auth.$context
      const hash = await password.hash(input.password)
      const profile = { name: input.name.trim(), email: tidyEmail(input.email), language: input.language }
      const user = await internalAdapter.createUser({ ...profile, emailVerified: true }, { method: 'admin' })
      const credential = { providerId: 'credential', accountId: user.id, password: hash }
      await internalAdapter.linkAccount({ userId: user.id, ...credential })
      return user.id
    },
    setPassword: async (account, password) => {
      const context = await auth.$context
      const hash = await context.password.hash(password)
      // In this order: with the old password nobody gets in between.
      await context.internalAdapter.updatePassword(account, hash)
      await context.internalAdapter.deleteUserSessions(account)
    },
    setAccount: async (account, changes) => {
      const context = await auth.$context
      await context.internalAdapter.updateUser(account, changes)
    },
  }
}

/** How the login library is set up; exported so that a test can ask it which tables it wants. */
export function libraryOptions(options: LoginOptions) {
  return {
    appName: 'Waarborg',
    database: { db: options.db, type: 'postgres', transaction: true },
    baseURL: options.baseAddress,
    basePath: '/api/auth',
    secret: options.secret,
    trustedOrigins: [new URL(options.baseAddress).origin],
    telemetry: { enabled: false },
    // The library's own log tells which addresses exist, so it is silent and only bugs are passed on.
    logger: { disabled: true },
    onAPIError: { onError: (error: unknown) => (error instanceof APIError ? undefined : options.onError(error)) },
    // INVARIANT: an account is made by first run, invitation or command line only, so sign-up stays closed.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LEAST,
      maxPasswordLength: PASSWORD_MOST,
    },
    user: { additionalFields: { language: { type: 'string', required: false, input: false } } },
    // The cookie cache let a second factor be skipped (GHSA-xg6x-h9c9-2m83) and outlives an ended session.
    session: { expiresIn: SESSION_S, updateAge: DAY_S, cookieCache: { enabled: false } },
    // Kept in the database, so that it holds across processes.
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 100,
      customRules: {
        '/sign-in/email': { window: 60, max: 20 },
        '/change-password': { window: 60, max: 10 },
        '/get-session': false,
      },
    },
    advanced: {
      cookiePrefix: 'waarborg',
      useSecureCookies: options.secureCookies,
      // Said aloud because the library turns the check off by itself when it thinks that it is tested.
      disableOriginCheck: false,
      disableCSRFCheck: false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS_HEADER] },
    },
    hooks: attemptHooks(options),
  } as const satisfies BetterAuthOptions
}

/** Counts wrong passwords per address: the library's own limit is per network address, and attackers have many of those. */
function attemptHooks({ db, clock }: LoginOptions) {
  const emailOf = (body: unknown): string | null => {
    const email: unknown = typeof body === 'object' && body !== null && 'email' in body ? body.email : null
    return typeof email === 'string' ? createHash('sha256').update(tidyEmail(email)).digest('hex') : null
  }
  return {
    before: createAuthMiddleware(async (ctx) => {
      const email = ctx.path === '/sign-in/email' ? emailOf(ctx.body) : null
      if (email !== null && (await isBarred(db, email, clock.now()))) {
        throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS' })
      }
    }),
    after: createAuthMiddleware(async (ctx) => {
      const email = ctx.path === '/sign-in/email' ? emailOf(ctx.body) : null
      if (email === null) return
      const failed = ctx.context.returned instanceof APIError
      await (failed ? countFailure(db, email, clock.now()) : forgetFailures(db, email))
    }),
  }
}
