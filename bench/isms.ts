import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { asset } from '../src/modules/assets/registers/asset.ts'
import { evidence } from '../src/modules/evidence/register.ts'
import { person } from '../src/modules/people/registers/person.ts'
import { risk } from '../src/modules/risks/registers/risk.ts'
import { makeSample } from '../src/modules/samples/service/made.ts'
import { writeLines } from '../src/platform/lines.ts'
import type { ChangeInput } from '../src/platform/store/change.ts'
import { changeAll } from '../src/platform/store/change.ts'
import { presentState } from '../src/platform/store/state.ts'
import { inOrganisation } from '../src/platform/store/store.ts'
import { fileBytesOf } from '../src/platform/store/workspace/bytes.ts'
import { importWorkspace } from '../src/platform/store/workspace/import.ts'
import type { Place } from './place.ts'

/** Counts of the organisation on which states and rules are measured. */
export const SIZE = { people: 2_000, assets: 5_000, risks: 2_000, evidence: 50_000 } as const

/** The day on which it is asked about. */
export const DAY = '2026-09-14'

/** One of so many records of the large registers is not in order, so that the rules have something to say. */
const WRONG = 40

/** Brings an organisation of that size in, with all registers, and puts something wrong into it. Gives its id. */
export async function fillIsms(place: Place): Promise<string> {
  const { store, files } = place.installation
  const counts = { assets: SIZE.assets, risks: SIZE.risks, evidence: SIZE.evidence }
  const made = makeSample({ people: SIZE.people, phase: 'certified', at: DAY, seed: 'bench', counts })
  const path = join(place.folder, 'bench.waarborg')
  await writeLines(path, made.lines())
  const { organisation } = await importWorkspace(store, path, { files: fileBytesOf(files) })
  const who = { organisation: organisation.id, actor: { ...place.actor, id: randomUUID() } }
  await inOrganisation(store, who, async (ctx) => {
    const isms = await presentState(ctx)
    const some = <T>(rows: readonly T[]): readonly T[] => rows.filter((_, index) => index % WRONG === 0)
    const wrong: readonly ChangeInput[] = [
      ...some(isms.all(risk)).map(({ id }) => ({ register: 'risk', act: 'update', id, set: { owner: null } })),
      ...some(isms.all(asset)).map(({ id }) => ({
        register: 'asset',
        act: 'update',
        id,
        set: { lastSeen: '2026-01-05' },
      })),
      ...some(isms.all(person)).map(({ id }) => ({
        register: 'person',
        act: 'update',
        id,
        set: { startDate: '2026-09-01' },
      })),
      ...some(isms.all(evidence)).map(({ id }) => ({ register: 'evidence', act: 'update', id, set: { owner: null } })),
    ]
    await changeAll(ctx, wrong)
  })
  await store.owner.query('analyze')
  return organisation.id
}
