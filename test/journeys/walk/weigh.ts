import { expect } from 'vitest'
import type { z } from 'zod'
import { readConsentGuide } from '../../../src/modules/guides/contract/consent.ts'
import { readDocumentsGuide } from '../../../src/modules/guides/contract/documents.ts'
import { readPlanGuide } from '../../../src/modules/guides/contract/plan.ts'
import { readStatementGuide } from '../../../src/modules/guides/contract/statement.ts'
import { readTreatmentGuide, type treating } from '../../../src/modules/guides/contract/treatment.ts'
import { currentStatement } from '../../../src/modules/statements/contract.ts'
import { readWorkshop } from '../../../src/modules/workshops/contract.ts'
import type { Visitor } from '../stage.ts'
import { type Cast, personOf } from './begin.ts'
import { act, actOnAll, ask, type Company, refusalOf, rowsOf } from './company.ts'

const CONSULTANT = [403, 'permission.consultant']

/** Phase C: how risks are weighed, what is above the line, what is done about it, and who says yes to that. */
export async function weigh(company: Company, cast: Cast): Promise<void> {
  await settleMethod(company, cast)
  for (const register of ['asset', 'information_system'])
    await actOnAll(company, cast.coordinator, [register, 'verify'])
  await settleRisks(company, cast)
  await actOnAll(company, cast.coordinator, ['risk_assessment', 'complete', 'planned'])
  await treat(company, cast.coordinator)
  const note = company.say({ nl: 'Samen doorgelopen.', en: 'Gone through together.' })
  await ask(company, cast.coordinator, ['POST', 'guides/comparison/made'], { missed: [], note })
  await state(company, cast)
  await publish(company, cast.coordinator)
  await sign(company, cast)
  await actOnAll(company, cast.director, ['objective', 'approve', 'draft'])
}

/** The papers that say how it goes are written and adopted before anything is weighed by them. */
async function settleMethod(company: Company, { director, coordinator, consultant }: Cast): Promise<void> {
  for (const one of await rowsOf(company, coordinator, 'risk_method')) {
    const path = `registers/risk_method/${one.id}/acts/approve`
    expect(await refusalOf(company, consultant, path, { version: one.version, set: {} })).toEqual(CONSULTANT)
    await act(company, director, [one, 'approve'])
  }
  await adopt(company, { director, coordinator, consultant }, ['risks', 'classification'])
}

/** Writes the documents that are not there yet, and adopts those asked for. */
export async function adopt(
  company: Company,
  { director, coordinator, consultant }: Omit<Cast, 'owners'>,
  keys: readonly string[] | 'all',
): Promise<void> {
  const read = async () =>
    readDocumentsGuide.reply.parse(await ask(company, coordinator, ['GET', 'guides/documents'])).lines
  const lines = await read()
  const missing = lines.filter(({ need, document }) => need.is !== 'no' && document === null)
  if (missing.length > 0) {
    await ask(company, coordinator, ['POST', 'guides/documents'], { keys: missing.map(({ key }) => key) })
  }
  for (const { key, draft } of await read()) {
    if (draft === null || (keys !== 'all' && !keys.includes(key))) continue
    const body = { id: draft.id, version: draft.version }
    const path = `guides/documents/${key}/adopted`
    expect(await refusalOf(company, consultant, path, body)).toEqual(CONSULTANT)
    await ask(company, director, ['POST', path], body)
  }
}

/** The table agrees with the first estimate, and on who answers: who has the role, else the first of the owners. */
async function settleRisks(company: Company, { coordinator, owners }: Cast): Promise<void> {
  const { groups } = readWorkshop.reply.parse(await ask(company, coordinator, ['GET', 'workshop']))
  const risks = await rowsOf(company, coordinator, 'risk')
  const held = await rowsOf(company, coordinator, 'role_assignment')
  const usual = await personOf(company, owners[0] ?? coordinator)
  const above = new Set(['high', 'very_high'])
  for (const { id, version, score, isDone } of groups.flatMap((group) => group.risks)) {
    if (isDone || score?.level === null || score === null) continue
    const role = risks.find((one) => one.id === id)?.['ownerRole']
    const holder = held.find((one) => one['role'] === role)?.['person']
    await ask(company, coordinator, ['POST', 'workshop/settled'], {
      risk: id,
      version,
      likelihood: score.likelihood,
      consequence: score.consequence,
      rationale: score.rationale,
      owner: holder ?? usual,
      decision: above.has(score.level) ? 'treat' : 'accept',
    })
  }
}

async function treat(company: Company, who: Visitor): Promise<void> {
  const { risks } = readTreatmentGuide.reply.parse(await ask(company, who, ['GET', 'guides/treatment']))
  for (const one of risks.filter(({ isDecided }) => !isDecided)) {
    await ask(company, who, ['POST', 'guides/treatment/decided'], decidedOf(company, one))
  }
}

const NO_WORK = { id: null, version: null, title: null }

function proposalOf(treatment: z.infer<typeof treating>['treatment'], usual: readonly string[]): object {
  if (treatment === null) return { treatment, justification: null, controls: usual }
  const { id, version, justification, controls } = treatment
  return { treatment: { id, version }, justification, controls }
}

/** What is proposed is taken, with what will remain and on whose name the work comes. */
function decidedOf(company: Company, one: z.infer<typeof treating>): unknown {
  const { risk, version, treatment, usual, score, actions, owners } = one
  const [work] = actions
  const step = (from: number | null, by: number): number => Math.max(1, (from ?? 1) - by)
  return {
    risk,
    version,
    option: 'modify',
    ...proposalOf(treatment, usual),
    expected: {
      likelihood: step(score.likelihood, 2),
      consequence: step(score.consequence, 1),
      rationale: company.say({ nl: 'Het komt zelden voor en wij merken het snel.', en: 'Rare, and noticed soon.' }),
    },
    work: {
      ...(work === undefined ? NO_WORK : { id: work.id, version: work.version, title: work.title }),
      owner: owners[0] ?? null,
      due: '2026-12-18',
      resources: company.say({ nl: 'Eigen uren', en: 'Own hours' }),
    },
  }
}

/** Phase 18: each line follows from its risks, has an owner and says how far it is; what is left is planned. */
async function state(company: Company, { director, coordinator, consultant, owners }: Cast): Promise<void> {
  const read = async () => currentStatement.reply.parse(await ask(company, coordinator, ['GET', 'statement']))
  const guide = readStatementGuide.reply.parse(await ask(company, coordinator, ['GET', 'guides/statement']))
  const owner = await personOf(company, owners.at(-1) ?? coordinator)
  const { lines } = await read()
  const isIn = lines.filter(({ included }) => included === true)
  const changed = isIn.map(({ id, version }, index) => {
    const follows = guide.lines.find(({ line }) => line === id)
    const implementationStatus = index % 3 === 2 ? 'implemented' : 'partly'
    const reasons = follows?.isBehind === true ? { inclusionReasons: follows.reasons } : {}
    return { id, version, set: { owner, implementationStatus, ...reasons } }
  })
  await ask(company, coordinator, ['PATCH', 'statement/lines'], { lines: changed })
  const left = changed.filter(({ set }) => set.implementationStatus === 'partly').map(({ id }) => id)
  await ask(company, coordinator, ['POST', 'guides/statement/actions'], { lines: left, due: '2026-12-18' })
  const { statement } = await read()
  const body = { id: statement?.id, version: statement?.version }
  expect(await refusalOf(company, consultant, 'statement/approve', body)).toEqual(CONSULTANT)
  await ask(company, director, ['POST', 'statement/approve'], body)
}

async function publish(company: Company, who: Visitor): Promise<void> {
  const { draft, published, nextLabel } = readPlanGuide.reply.parse(await ask(company, who, ['GET', 'guides/plan']))
  if (published !== null) return
  const seen = draft === null ? null : { id: draft.id, version: draft.version }
  await ask(company, who, ['POST', 'guides/plan/published'], { draft: seen, versionLabel: nextLabel, owner: null })
}

/** Each says yes to the plan and to what remains of the risks that are his; nobody says it for him. */
async function sign(company: Company, { director, coordinator, consultant, owners }: Cast): Promise<void> {
  const path = 'guides/consent/given'
  const read = async (who: Visitor) =>
    readConsentGuide.reply.parse(await ask(company, who, ['GET', 'guides/consent'])).mine
  for (const who of new Set([...owners, coordinator, director])) {
    for (const { kind, subject, seen } of await read(who)) {
      const body = { kind, subject: subject.id, seen, decision: 'approved', comment: null }
      expect(await refusalOf(company, consultant, path, body)).toEqual(CONSULTANT)
      await ask(company, who, ['POST', path], body)
    }
  }
}
