import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../kernel/refusal.ts'
import { type Config, configOf } from './config.ts'

type Environment = Record<string, string>

function faultsOf(environment: Environment): readonly string[] {
  try {
    configOf(environment)
    return []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return (error.details.faults ?? []).map(({ path, code }) => `${path} ${code}`)
  }
}

test('nothing said is a working installation for this machine alone', () => {
  expect(configOf({})).toEqual({
    data: resolve('data'),
    databaseUrl: null,
    address: 'http://localhost:4400',
    bind: { host: '127.0.0.1', port: 4400 },
    trustedProxies: [],
    secureCookies: false,
    mail: null,
    language: 'en',
    logLevel: 'info',
  } satisfies Config)
})

describe('settings that go together', () => {
  const cases: readonly (readonly [name: string, environment: Environment, config: Partial<Config>])[] = [
    ['another port', { WAARBORG_BIND: '127.0.0.1:80' }, { address: 'http://localhost:80' }],
    ['IPv6 on this machine', { WAARBORG_BIND: '[::1]:4400' }, { bind: { host: '::1', port: 4400 } }],
    [
      'behind a proxy on this machine',
      { WAARBORG_ADDRESS: 'https://isms.example.org/' },
      { address: 'https://isms.example.org', secureCookies: true, trustedProxies: ['127.0.0.1', '::1'] },
    ],
    [
      'behind a proxy elsewhere',
      {
        WAARBORG_ADDRESS: 'https://isms.example.org',
        WAARBORG_BIND: '0.0.0.0:4400',
        WAARBORG_TRUSTED_PROXY: '10.0.0.1, 172.16.0.0/12, fd00::/8',
      },
      { bind: { host: '0.0.0.0', port: 4400 }, trustedProxies: ['10.0.0.1', '172.16.0.0/12', 'fd00::/8'] },
    ],
    [
      'in the clear on a network of its own',
      { WAARBORG_ADDRESS: 'http://10.0.0.5:4400', WAARBORG_BIND: '10.0.0.5:4400' },
      { secureCookies: false },
    ],
    [
      'secure cookies on this machine',
      { WAARBORG_SECURE_COOKIES: 'true', WAARBORG_ADDRESS: 'http://localhost:4400' },
      { secureCookies: true },
    ],
    ['a database server', { DATABASE_URL: 'postgres://w:secret@db/w' }, { databaseUrl: 'postgres://w:secret@db/w' }],
    [
      'a database server on a socket',
      { DATABASE_URL: 'postgres://w@/w?host=/run/postgresql' },
      { databaseUrl: 'postgres://w@/w?host=/run/postgresql' },
    ],
    [
      'mail',
      { WAARBORG_SMTP_URL: 'smtps://mail.example.org', WAARBORG_MAIL_FROM: 'isms@example.org' },
      { mail: { url: 'smtps://mail.example.org', from: 'isms@example.org' } },
    ],
    ['a Dutch shell', { LANG: 'nl_NL.UTF-8' }, { language: 'nl' }],
    ['Dutch in an English shell', { LANG: 'en_GB.UTF-8', WAARBORG_LANGUAGE: 'nl' }, { language: 'nl' }],
    ['empty, as unit files write what is not set', { WAARBORG_ADDRESS: '', WAARBORG_BIND: ' ' }, {}],
  ]
  test.each(cases)('%s', (_, environment, config) => {
    expect(configOf(environment)).toMatchObject(config)
  })
})

describe('settings that are refused', () => {
  const https = { WAARBORG_ADDRESS: 'https://isms.example.org' }
  const cases: readonly (readonly [name: string, environment: Environment, faults: readonly string[]])[] = [
    ['a name with a typing error', { WAARBORG_ADRESS: 'x' }, ['WAARBORG_ADRESS setting.unknown']],
    [
      'https with cookies that also travel in the clear',
      { ...https, WAARBORG_SECURE_COOKIES: 'false' },
      ['WAARBORG_SECURE_COOKIES setting.cookies-insecure'],
    ],
    [
      'secure cookies that http never sends',
      { WAARBORG_ADDRESS: 'http://10.0.0.5:4400', WAARBORG_SECURE_COOKIES: 'true' },
      ['WAARBORG_SECURE_COOKIES setting.cookies-never-sent'],
    ],
    ['the network without an address', { WAARBORG_BIND: '0.0.0.0:4400' }, ['WAARBORG_ADDRESS setting.address-missing']],
    [
      'https from the network without a proxy to believe',
      { ...https, WAARBORG_BIND: '0.0.0.0:4400' },
      ['WAARBORG_TRUSTED_PROXY setting.proxy-missing'],
    ],
    ['a name as a proxy', { WAARBORG_TRUSTED_PROXY: 'proxy.local' }, ['WAARBORG_TRUSTED_PROXY setting.proxy']],
    ['a network too narrow', { WAARBORG_TRUSTED_PROXY: '10.0.0.0/33' }, ['WAARBORG_TRUSTED_PROXY setting.proxy']],
    ['a network without a number', { WAARBORG_TRUSTED_PROXY: '10.0.0.0/' }, ['WAARBORG_TRUSTED_PROXY setting.proxy']],
    ['everybody', { WAARBORG_TRUSTED_PROXY: '0.0.0.0/0' }, ['WAARBORG_TRUSTED_PROXY setting.proxy-everybody']],
    ['an address with a path', { WAARBORG_ADDRESS: 'http://localhost/isms' }, ['WAARBORG_ADDRESS setting.address']],
    ['an address that is none', { WAARBORG_ADDRESS: 'localhost:4400' }, ['WAARBORG_ADDRESS setting.address']],
    ['a port too high', { WAARBORG_BIND: '127.0.0.1:65536' }, ['WAARBORG_BIND setting.bind']],
    ['no port', { WAARBORG_BIND: '127.0.0.1' }, ['WAARBORG_BIND setting.bind']],
    ['another database', { DATABASE_URL: 'mysql://db/w' }, ['DATABASE_URL setting.database-url']],
    [
      'mail from nobody',
      { WAARBORG_SMTP_URL: 'smtp://mail.example.org' },
      ['WAARBORG_MAIL_FROM setting.mail-from-missing'],
    ],
    ['mail through nothing', { WAARBORG_MAIL_FROM: 'a@example.org' }, ['WAARBORG_SMTP_URL setting.smtp-missing']],
    [
      'mail over http',
      { WAARBORG_SMTP_URL: 'http://m', WAARBORG_MAIL_FROM: 'a@b' },
      ['WAARBORG_SMTP_URL setting.smtp-url'],
    ],
    ['a third language', { WAARBORG_LANGUAGE: 'fr' }, ['WAARBORG_LANGUAGE setting.choice']],
    ['half a yes', { WAARBORG_SECURE_COOKIES: 'yes' }, ['WAARBORG_SECURE_COOKIES setting.choice']],
    [
      'several at once',
      { WAARBORG_BIND: 'x', WAARBORG_LOG_LEVEL: 'loud', WAARBORG_X: '' },
      ['WAARBORG_BIND setting.bind', 'WAARBORG_LOG_LEVEL setting.choice', 'WAARBORG_X setting.unknown'],
    ],
  ]
  test.each(cases)('%s', (_, environment, faults) => {
    expect(faultsOf(environment)).toEqual(faults)
  })

  test('without repeating a password', () => {
    const said = { DATABASE_URL: 'mysql://w:secret@db/w', WAARBORG_SMTP_URL: 'http://u:secret@m' }
    expect(faultsOf(said)).toHaveLength(3)
    expect(() => configOf(said)).not.toThrow('secret')
  })
})
