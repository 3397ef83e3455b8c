import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isInOrganisation, needsOf } from '../src/kernel/contract.ts'
import type { Json } from '../src/kernel/json.ts'
import { may, ROLES, type Role } from '../src/kernel/permission.ts'
import type { Field, Register } from '../src/kernel/register.ts'
import { reachOf } from '../src/modules/registers/domain.ts'
import { change } from '../src/platform/store/change.ts'
import { treeHead } from '../src/platform/store/checkpoint.ts'
import { type Context, inOrganisation } from '../src/platform/store/store.ts'
import { registers } from '../src/registers.gen.ts'
import { routes } from '../src/routes.gen.ts'
import { type Answer, type TestMember, type TestOrganisation, type TestServer, testServer } from './server.ts'

/** Written once for every register and every endpoint, from what they declare. Several at once: none changes what another reads. */
let server: TestServer
let org: TestOrganisation
let stranger: TestMember
const members = new Map<Role, TestMember>()
const consultants: TestMember[] = []

beforeAll(async () => {
  server = await testServer()
  org = await server.organisation()
  for (const role of ROLES) members.set(role, await server.member(org, [role]))
  for (const others of [[], ['coordinator', 'top_management', 'owner']] as const) {
    consultants.push(await server.member(org, ['consultant', ...others]))
  }
  stranger = await server.member(await server.organisation(), ['administrator', 'coordinator', 'top_management'])
})
afterAll(() => server.close())

function as(role: Role): TestMember {
  const member = members.get(role)
  if (member === undefined) throw new Error(`cannot find the ${role}`)
  return member
}

/** All roles at once: they do not get in each other's way. */
async function forEachRole(check: (role: Role, member: TestMember) => Promise<void>): Promise<void> {
  await Promise.all(ROLES.map((role) => check(role, as(role))))
}

/** What an endpoint's path becomes with something in it that could be there. */
function addressOf(path: string): string {
  return path
    .replace(':organisation', org.slug)
    .replace(':register', 'risk')
    .replaceAll(/:(id|account)\b/g, '00000000-0000-4000-8000-000000000000')
    .replaceAll(/:hash\b/g, '0'.repeat(64))
    .replaceAll(/:\w+/g, 'none')
}

const codeOf = ({ body }: Answer): unknown =>
  typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : null

describe('every endpoint', () => {
  const closed = routes.filter(({ contract }) => needsOf(contract) !== 'anybody')

  it.concurrent.each(closed.map(({ contract }) => [contract.method, contract.path]))(
    '%s %s is closed without a token',
    async (method, path) => {
      const answer = await server.call(method, addressOf(path))
      expect([answer.status, codeOf(answer)]).toEqual([401, 'account.signed-out'])
    },
  )

  const inside = closed.filter(({ contract }) => isInOrganisation(contract))

  it.concurrent.each(inside.map(({ contract }) => [contract.method, contract.path]))(
    '%s %s is not there for a stranger',
    async (method, path) => {
      const answer = await server.call(method, addressOf(path), { token: stranger.token })
      expect([answer.status, codeOf(answer)]).toEqual([404, 'organisation.unknown'])
    },
  )

  // What is not a GET and still only reads (a verification of the ledger) says so in its needs.
  const writing = inside.filter(({ contract }) => {
    const needs = needsOf(contract)
    return contract.method !== 'GET' && needs !== 'member' && !(typeof needs === 'object' && needs.verb === 'read')
  })

  it.concurrent.each(writing.map(({ contract }) => [contract.method, contract.path]))(
    '%s %s refuses a reader',
    async (method, path) => {
      const answer = await as('reader').call(method, addressOf(path).slice(`/organisations/${org.slug}`.length))
      expect([answer.status, codeOf(answer)]).toEqual([403, 'permission.role'])
    },
  )
})

const declared = registers.map((register) => [register.name, register] as const)

describe.concurrent.each(declared)('the register %s', (name, register) => {
  it('is read by the roles that its declaration lets in', async () => {
    await forEachRole(async (role, { actor, call }) => {
      const answer = await call('GET', `/registers/${name}?limit=1`)
      expect([role, answer.status]).toEqual([role, reachOf(actor, register) === 'none' ? 403 : 200])
    })
  })

  it('is written by the roles that its declaration lets write', async () => {
    if (register.single) await made(register)
    await forEachRole(async (role, { actor, call }) => {
      const allowed = may(actor, 'create', register.access)
      const answer = await call('POST', `/registers/${name}`, { body: { set: { noSuchField: 1 } } })
      expect([role, answer.status]).toEqual([role, !allowed.ok ? 403 : register.single ? 409 : 422])
    })
  })

  it('is changed by the roles that its declaration lets change, and never by a reader or a stranger', async () => {
    const id = await made(register)
    const path = `/registers/${name}/${id}`
    await forEachRole(async (role, { actor, call }) => {
      const isHidden = reachOf(actor, register) === 'none'
      const answer = await call('PATCH', path, { body: { version: 1, set: { noSuchField: 1 } } })
      const allowed = !isHidden && may(actor, 'update', register.access).ok
      expect([role, answer.status]).toEqual([role, allowed ? 422 : 403])
    })
    expect((await as('reader').call('PATCH', path, { body: { version: 1, set: {} } })).status).toBe(403)
    const elsewhere = await stranger.call('PATCH', path, { body: { version: 1, set: {} } })
    expect([elsewhere.status, codeOf(elsewhere)]).toEqual([404, 'record.unknown'])
  })

  it('has no approval by a consultant, whatever other roles he was given', async () => {
    const approvals = Object.entries(register.states.transitions).filter(([, step]) => step.isApproval)
    if (approvals.length === 0) return
    const id = await made(register)
    for (const consultant of consultants) {
      for (const [act] of approvals) {
        const answer = await consultant.call('POST', `/registers/${name}/${id}/acts/${act}`, { body: { version: 1 } })
        expect([act, answer.status, codeOf(answer)]).toEqual([act, 403, 'permission.consultant'])
      }
    }
  })
})

it('a save over HTTP is one entry in the ledger, by the pseudonym of the one who saved', async () => {
  const { call, actor } = as('coordinator')
  const size = (): Promise<number> => within(async (ctx) => (await treeHead(ctx)).size)
  const before = await size()
  const answer = await call('POST', '/registers/asset', { body: { set: { title: 'Laptop' } } })
  expect(answer.status).toBe(200)
  expect(await size()).toBe(before + 1)
  const { rows } = await server.installation.database.owner.query(
    'select actor, channel from ledger_entry where organisation = $1 and sequence = $2',
    [org.id, before + 1],
  )
  expect(rows).toEqual([{ actor: actor.id, channel: 'api' }])
})

/** One record of each register, made past the screens: permission is what is tested, not what a record needs. */
const known = new Map<string, Promise<string>>()

function made(register: Register): Promise<string> {
  const id = known.get(register.name) ?? make(register)
  known.set(register.name, id)
  return id
}

function within<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  const { store } = server.installation
  return inOrganisation(store, { organisation: org.id, actor: { ...as('coordinator').actor, channel: 'system' } }, work)
}

async function make(register: Register): Promise<string> {
  if (register.single || register.name === 'control') {
    const { body } = await as('coordinator').call('GET', `/registers/${register.name}?limit=1`)
    const rows: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, 'rows') : []
    const first: unknown = Array.isArray(rows) ? rows[0] : null
    if (typeof first === 'object' && first !== null) return String(Reflect.get(first, 'id'))
  }
  const set: Record<string, Json> = {}
  for (const [name, field] of Object.entries(register.fields)) {
    if (field.isRequired) set[name] = await least(field)
  }
  // Guards ask for more than a test of permission needs.
  return await within(async (ctx) => {
    const unguarded = { ...ctx, store: { ...ctx.store, guards: [] } }
    return (await change(unguarded, { register: register.name, act: 'create', set })).id
  })
}

/** Some value that a field takes. */
async function least(field: Field): Promise<Json> {
  const { options } = field
  switch (field.kind) {
    case 'choice':
      return options.choices?.[0] ?? null
    case 'choices':
      return options.choices?.slice(0, 1) ?? []
    case 'number':
      return options.least ?? 1
    case 'boolean':
      return true
    case 'date':
      return '2026-01-15'
    case 'instant':
      return '2026-01-15T12:00:00.000Z'
    case 'link':
    case 'links': {
      const target = registers.find(({ name }) => name === (options.targets?.[0] ?? 'asset'))
      if (target === undefined) throw new Error('cannot find what a link points at')
      const id = await made(target)
      return field.kind === 'link' ? id : [id]
    }
    case 'term':
      return '5.1'
    case 'terms':
      return ['5.1']
    case 'file':
      return '0'.repeat(64)
    case 'list':
      return [{}]
    case 'group':
      return {}
    default:
      return 'x'
  }
}
