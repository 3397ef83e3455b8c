import { BlockList, isIP } from 'node:net'
import { Refusal } from '../kernel/refusal.ts'

/** Where the server listens. */
export interface Bind {
  readonly host: string
  readonly port: number
}

/** `127.0.0.1:4400`, `[::1]:4400`, `0.0.0.0:80`; port 0 lets the system choose one. */
export function bindOf(said: string): Bind {
  const parts = /^(?:\[([0-9a-f:.]+)\]|([^:[\]/\s]+)):(\d{1,5})$/i.exec(said)
  const host = parts?.[1] ?? parts?.[2] ?? ''
  const port = Number(parts?.[3])
  const isHost = parts?.[1] === undefined ? host !== '' : isIP(host) === 6
  if (!isHost || !(port <= 65_535)) throw new Refusal('invalid', 'setting.bind', { values: { said } })
  return { host, port }
}

/** An address on which only this machine can be reached. */
export function isLoopback(host: string): boolean {
  const bare = host.replaceAll(/[[\]]/g, '').toLowerCase()
  return bare === 'localhost' || bare === '::1' || (isIP(bare) === 4 && bare.startsWith('127.'))
}

/** Scheme, host and port only: Waarborg is not served below a path. */
export function originOf(said: string): string {
  const url = URL.parse(said)
  const isBare = url !== null && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === ''
  if (!isBare || !['http:', 'https:'].includes(url.protocol)) {
    throw new Refusal('invalid', 'setting.address', { values: { said } })
  }
  return url.origin
}

/** Addresses and networks in CIDR form, with commas between. */
export function proxiesOf(said: string): readonly string[] {
  const proxies = said
    .split(',')
    .map((proxy) => proxy.trim())
    .filter((proxy) => proxy !== '')
  for (const proxy of proxies) {
    if (!isNetwork(proxy)) throw new Refusal('invalid', 'setting.proxy', { values: { said: proxy } })
    // Whoever is believed may name any address as his own, so not everybody can be.
    if (proxy.endsWith('/0')) throw new Refusal('invalid', 'setting.proxy-everybody', { values: { said: proxy } })
  }
  return proxies
}

function isNetwork(said: string): boolean {
  const [address = '', prefix, ...rest] = said.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  try {
    new BlockList().addSubnet(address, /^\d+$/.test(prefix) ? Number(prefix) : -1, family === 6 ? 'ipv6' : 'ipv4')
    return true
  } catch {
    return false
  }
}

/** The values are left out of what is refused here: both addresses may hold a password. */
export function databaseUrlOf(said: string): string {
  const protocol = URL.parse(said.replace(/^(\w+:\/\/[^/@]*@)\//, '$1localhost/'))?.protocol ?? ''
  if (!['postgres:', 'postgresql:'].includes(protocol)) throw new Refusal('invalid', 'setting.database-url')
  return said
}

export function smtpUrlOf(said: string): string {
  const url = URL.parse(said)
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '') {
    throw new Refusal('invalid', 'setting.smtp-url')
  }
  return said
}
