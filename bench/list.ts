/**
 * A list of 100 risks of 20,000 with filter and sort over HTTP with an API token, against the bare query in a
 * transaction with row security on and the same JSON sent by a bare Fastify.
 */
import { Agent, request } from 'node:http'
import Fastify from 'fastify'
import { z } from 'zod'
import { createAccount } from '../src/platform/identity/accounts.ts'
import { findGrant, grantRoles } from '../src/platform/identity/grants.ts'
import { createToken } from '../src/platform/identity/tokens.ts'
import { appOf } from '../src/server/app.ts'
import { persons, risks, scores } from './fixtures.ts'
import { compare, report } from './measure.ts'
import { openPlace, type Place } from './place.ts'

const RISKS = 20_000

async function filled(place: Place): Promise<void> {
  const owners = persons(50)
  const made = risks(RISKS, owners)
  await place.create([...owners, ...made, ...scores(made)])
}

async function tokenFor({ installation, organisation }: Place): Promise<string> {
  const { identity } = installation
  const email = 'reader@example.org'
  const account = await createAccount(identity, {
    name: 'Reader',
    email,
    password: 'a long enough one',
    language: null,
  })
  const by = { actor: null }
  await grantRoles(identity, {
    organisation: organisation.id,
    account: account.id,
    roles: ['coordinator'],
    person: null,
    by,
  })
  const grant = await findGrant(identity, account.id, organisation.slug)
  if (grant === null) throw new Error('cannot find the grant just made')
  return (await createToken(identity, grant, { account: account.id, label: 'bench', expiresAt: null })).token
}

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** One GET on a connection that stays open; reads the whole reply and parses nothing. */
async function get(address: string, token: string): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const asked = request(address, { agent, headers: { authorization: `Bearer ${token}` } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(Buffer.concat(parts))
        else reject(new Error(`cannot get the list: ${answer.statusCode}`))
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** The page's rows by the plainest statement, and the reply that ours gave, written out anew for each request. */
async function bareServer(place: Place, reply: unknown): Promise<{ readonly address: string; close(): Promise<void> }> {
  const app = Fastify()
  app.get('/list', async (_request, answer) => {
    const tx = await place.store.app.connect()
    try {
      await tx.query(`begin; select set_config('waarborg.organisation', '${place.organisation.id}', true)`)
      await tx.query({
        name: 'bare-list',
        text: `select id, register, number, state, title, version, sequence, recorded_at, valid_from, data from record
          where organisation = $1 and register = 'risk' and not ended and data->>'decision' = 'treat'
          order by (data->>'priority')::numeric desc nulls last, ordinal desc limit 101`,
        values: [place.organisation.id],
      })
      await tx.query('commit')
    } finally {
      tx.release()
    }
    return await answer.type('application/json').send(JSON.stringify(reply))
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  return { address: `${address}/list`, close: () => app.close() }
}

const QUERY = 'limit=100&filter=decision:in:treat&sort=-priority'
const listed = z.object({ rows: z.array(z.unknown()).length(100), total: z.literal(RISKS / 2) })

const place = await openPlace()
try {
  await filled(place)
  const token = await tokenFor(place)
  const app = appOf(place.installation)
  const base = await app.listen({ host: '127.0.0.1', port: 0 })
  const address = `${base}/api/organisations/${place.organisation.slug}/registers/risk?${QUERY}`
  const reply: unknown = JSON.parse((await get(address, token)).toString('utf8'))
  listed.parse(reply)
  const bare = await bareServer(place, reply)
  const figures = await compare(
    Number(process.argv[2] ?? '200'),
    () => get(address, token),
    () => get(bare.address, token),
  )
  console.log(report(`a list of 100 of ${RISKS.toLocaleString('en')} over HTTP`, figures.ours, figures.floor, '≤ 3'))
  agent.destroy()
  await bare.close()
  await app.close()
} finally {
  await place.close()
}
