/** The part of `store.ts` that runs in a process of its own: `node verify-once.ts FOLDER ORGANISATION`. */
import { createHash, randomUUID } from 'node:crypto'
import { sha256 } from '../src/platform/store/hash.ts'
import { type Acting, type Context, inOrganisation } from '../src/platform/store/store.ts'
import { verifyLedger } from '../src/platform/store/verify.ts'
import { timed } from './measure.ts'
import { openAt } from './place.ts'

const ROUNDS = 3
const [folder = '', organisation = ''] = process.argv.slice(2)
const installation = await openAt(folder)
const { store } = installation
const actor: Acting = { id: randomUUID(), behalf: null, channel: 'cli', roles: ['coordinator'], person: null }
const run = <T>(work: (ctx: Context) => Promise<T>): Promise<T> => inOrganisation(store, { organisation, actor }, work)

let size = 0

async function check(): Promise<void> {
  const verification = await run((ctx) => verifyLedger(ctx, [store.signer.verifierKey]))
  if (!verification.ok) throw new Error(`cannot verify: ${JSON.stringify(verification.flaws.slice(0, 3))}`)
  size = verification.size
}

/** The bytes of the entries in order, through the same driver, hashed once. */
async function readAndHash(): Promise<void> {
  const hash = createHash('sha256')
  await run(async (ctx) => {
    await ctx.tx.query(
      `declare floor no scroll cursor for select ordinary, ordinary_salt, personal, leaf from ledger_entry where organisation = '${organisation}' order by sequence`,
    )
    for (;;) {
      const { rows } = await ctx.tx.query<{ ordinary: string; leaf: Buffer }>('fetch 10000 from floor')
      for (const { ordinary, leaf } of rows) hash.update(sha256(Buffer.from(ordinary), leaf))
      if (rows.length < 10_000) break
    }
  })
  hash.digest()
}

const checks: number[] = []
const floors: number[] = []
for (let round = 0; round < ROUNDS; round += 1) {
  checks.push(await timed(check))
  floors.push(await timed(readAndHash))
}
// In kilobytes, of the whole process at its largest.
const memory = process.resourceUsage().maxRSS / 1_024
console.log(JSON.stringify({ size, checks, floors, memory }))
await installation.close()
