import { resolve } from 'node:path'
import { type Fault, Refusal } from '../kernel/refusal.ts'
import { LANGUAGES, type Language } from '../kernel/text.ts'
import { type Bind, bindOf, databaseUrlOf, isLoopback, originOf, proxiesOf, smtpUrlOf } from './settings.ts'

/** What this installation was told, parsed once and free of contradictions. */
export interface Config {
  /** The data folder, absolute. */
  readonly data: string
  /** A PostgreSQL server; null means the embedded one in the data folder. */
  readonly databaseUrl: string | null
  /** Where people reach it: an origin without a slash at its end. */
  readonly address: string
  readonly bind: Bind
  /** Addresses and networks whose `X-Forwarded-*` is believed. */
  readonly trustedProxies: readonly string[]
  readonly secureCookies: boolean
  readonly mail: { readonly url: string; readonly from: string } | null
  /** For words that nobody in particular reads: the command line, mail to people without a choice. */
  readonly language: Language
  readonly logLevel: LogLevel
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const SETTINGS = [
  'WAARBORG_DATA',
  'WAARBORG_ADDRESS',
  'WAARBORG_BIND',
  'WAARBORG_TRUSTED_PROXY',
  'WAARBORG_SECURE_COOKIES',
  'WAARBORG_SMTP_URL',
  'WAARBORG_MAIL_FROM',
  'WAARBORG_LANGUAGE',
  'WAARBORG_LOG_LEVEL',
  'DATABASE_URL',
] as const
export type Setting = (typeof SETTINGS)[number]

type Environment = Readonly<Record<string, string | undefined>>

const DEFAULT_BIND = '127.0.0.1:4400'

/** The settings of this process; what the command line says wins over the environment. */
export function configOfProcess(said: { readonly [S in Setting]?: string } = {}): Config {
  return configOf({ ...process.env, ...said })
}

/** Reads the settings, or refuses with everything that is wrong with them at once. */
export function configOf(environment: Environment): Config {
  const reading = new Reading(environment)
  const bind = reading.parsed('WAARBORG_BIND', bindOf) ?? bindOf(DEFAULT_BIND)
  const address = reading.parsed('WAARBORG_ADDRESS', originOf)
  const proxies = reading.parsed('WAARBORG_TRUSTED_PROXY', proxiesOf)
  const secure = reading.oneOf('WAARBORG_SECURE_COOKIES', ['true', 'false'])
  const config = {
    data: resolve(reading.text('WAARBORG_DATA') ?? 'data'),
    databaseUrl: reading.parsed('DATABASE_URL', databaseUrlOf),
    address: address ?? `http://localhost:${bind.port}`,
    bind,
    trustedProxies: proxies ?? (isHttps(address) && isLoopback(bind.host) ? ['127.0.0.1', '::1'] : []),
    secureCookies: secure === null ? isHttps(address) : secure === 'true',
    mail: mailOf(reading),
    language: reading.oneOf('WAARBORG_LANGUAGE', LANGUAGES) ?? languageOf(environment),
    logLevel: reading.oneOf('WAARBORG_LOG_LEVEL', LOG_LEVELS) ?? 'info',
  }
  reading.refuseUnknown()
  refuseContradictions(config, reading)
  reading.end()
  return config
}

function mailOf(reading: Reading): Config['mail'] {
  const url = reading.parsed('WAARBORG_SMTP_URL', smtpUrlOf)
  const from = reading.text('WAARBORG_MAIL_FROM')
  if (reading.has('WAARBORG_SMTP_URL') && from === null)
    reading.refuse('WAARBORG_MAIL_FROM', 'setting.mail-from-missing')
  if (from !== null && !reading.has('WAARBORG_SMTP_URL')) reading.refuse('WAARBORG_SMTP_URL', 'setting.smtp-missing')
  return url === null || from === null ? null : { url, from }
}

/** Each line is a pair of settings of which one makes the other useless or dangerous. */
function refuseContradictions(config: Config, reading: Reading): void {
  const isLocal = isLoopback(new URL(config.address).hostname)
  if (isHttps(config.address) && !config.secureCookies) {
    // A session that also travels in the clear can be taken over on the way.
    reading.refuse('WAARBORG_SECURE_COOKIES', 'setting.cookies-insecure')
  }
  if (!isHttps(config.address) && config.secureCookies && !isLocal) {
    // Browsers keep such cookies to themselves, so nobody could stay signed in.
    reading.refuse('WAARBORG_SECURE_COOKIES', 'setting.cookies-never-sent', { address: config.address })
  }
  if (!isLoopback(config.bind.host) && !reading.has('WAARBORG_ADDRESS')) {
    // Links in mail and the check against requests from other sites rest on the address.
    reading.refuse('WAARBORG_ADDRESS', 'setting.address-missing', { bind: config.bind.host })
  }
  if (isHttps(config.address) && config.trustedProxies.length === 0) {
    // Without it, everybody seems to come from the proxy, and one guesser locks all others out.
    reading.refuse('WAARBORG_TRUSTED_PROXY', 'setting.proxy-missing')
  }
}

function isHttps(address: string | null): boolean {
  return address?.startsWith('https:') === true
}

/** The language of the shell that it was started from. */
function languageOf(environment: Environment): Language {
  const shell = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || ''
  return shell.startsWith('nl') ? 'nl' : 'en'
}

/** Reads one environment and gathers what is wrong with it. */
class Reading {
  readonly #environment: Environment
  readonly #faults: Fault[] = []

  constructor(environment: Environment) {
    this.#environment = environment
  }

  has(name: Setting): boolean {
    return this.text(name) !== null
  }

  /** Empty means not said, as `docker compose` and unit files write it. */
  text(name: Setting): string | null {
    const said = this.#environment[name]?.trim() ?? ''
    return said === '' ? null : said
  }

  parsed<T>(name: Setting, parse: (said: string) => T): T | null {
    const said = this.text(name)
    if (said === null) return null
    try {
      return parse(said)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      this.refuse(name, error.code, error.details.values)
      return null
    }
  }

  oneOf<const C extends string>(name: Setting, choices: readonly C[]): C | null {
    const said = this.text(name)
    const chosen = choices.find((choice) => choice === said) ?? null
    if (said !== null && chosen === null) this.refuse(name, 'setting.choice', { said, choices: choices.join(', ') })
    return chosen
  }

  refuse(path: string, code: string, values: Fault['values'] = {}): void {
    this.#faults.push({ path, code, values })
  }

  /** A setting with a typing error would otherwise be silently ignored. */
  refuseUnknown(): void {
    const known: readonly string[] = SETTINGS
    for (const name of Object.keys(this.#environment)) {
      if (name.startsWith('WAARBORG_') && !known.includes(name)) this.refuse(name, 'setting.unknown')
    }
  }

  end(): void {
    if (this.#faults.length > 0) throw new Refusal('invalid', 'config.refused', { faults: this.#faults })
  }
}
