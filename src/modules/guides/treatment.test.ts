import { describe, expect, test } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import type { RecordId } from '../../kernel/register.ts'
import { changeAll } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import type { Acting } from '../../platform/store/store.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { action } from '../actions/register.ts'
import { approval } from '../approvals/registers/approval.ts'
import { consentsByPerson } from '../duties/domain/consents.ts'
import { THIRTY } from '../interviews/answers.fixture.ts'
import { generate } from '../interviews/service.ts'
import { readiness } from '../readiness/service.ts'
import { risk } from '../risks/registers/risk.ts'
import { riskMethod } from '../risks/registers/risk-method.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import { founded, type Place, refusal } from '../statements/place.fixture.ts'
import { annexAComparison } from '../treatments/registers/annex-a-comparison.ts'
import { treatment } from '../treatments/registers/treatment.ts'
import { readComparisonGuide } from './contract/comparison.ts'
import { readConsentGuide } from './contract/consent.ts'
import { readPlanGuide } from './contract/plan.ts'
import { readTreatmentGuide } from './contract/treatment.ts'
import { compareAll, comparisonGuide } from './service/comparison.ts'
import { consentGuide, give } from './service/consent.ts'
import { decide, together } from './service/deciding.ts'
import { planGuide, planWorkOf, publish } from './service/plan.ts'
import { treatmentGuide } from './service/treatment.ts'

const NL = wordsIn(texts)('nl')
const NOW = { mode: 'known' } as const
const DAY = '2026-02-02'

interface Company extends Place {
  readonly owner: RecordId
  readonly director: RecordId
}

/** Fresh from the interview: proposals above the line, all risks with one owner, and a director above him. */
async function company(): Promise<Company> {
  const at = await founded()
  await at.save({ register: 'interview', act: 'create', set: { ...THIRTY } })
  await at.run((ctx) => generate(ctx, { language: 'nl', words: NL }))
  const make = async (set: { name: string; isTopManagement?: boolean }): Promise<RecordId> =>
    (await at.save({ register: 'person', act: 'create', set })).id
  const owner = await make({ name: 'Ruben Haverkamp' })
  const director = await make({ name: 'Marit Kuipers', isTopManagement: true })
  const authorities = 'Beslist over geld en werk van de eigen afdeling.'
  const { id: role } = await at.save({ register: 'role', act: 'create', set: { title: 'Hoofd', authorities } })
  await at.save({ register: 'role_assignment', act: 'create', set: { person: owner, role, fromDate: '2026-01-01' } })
  await at.run(async (ctx) => {
    const risks = (await presentState(ctx)).all(risk)
    await changeAll(
      ctx,
      risks.map(({ id }) => ({ register: risk.name, act: 'update', id, set: { owner } })),
    )
  })
  return { ...at, owner, director }
}

const guide = (at: Place) => at.run((ctx) => treatmentGuide(ctx, NOW))
type Row = Awaited<ReturnType<typeof guide>>['risks'][number]
const seen = ({ risk: id, version, treatment: one }: Row) => ({
  risk: id,
  version,
  treatment: one === null ? null : { id: one.id, version: one.version },
})
const work = { title: null, owner: null, due: '2026-06-01', resources: 'Acht uur' }
/** One step less likely, with the controls that were proposed. */
const lower = (row: Row, owner: RecordId) => ({
  ...seen(row),
  option: 'modify' as const,
  justification: null,
  controls: row.treatment?.controls ?? row.usual,
  expected: { likelihood: 1, consequence: row.score.consequence ?? 1, rationale: null },
  work: { ...work, owner, ...(row.unfinished ?? { id: null, version: null }) },
})

/** A line of the plan as it was seen, of which nothing is said yet. */
const lineOf = ({ risk: id, unfinished }: Row) => ({
  risk: id,
  work: unfinished,
  owner: null,
  due: null,
  resources: null,
})

/** Work of the plan that somebody has been given. */
const planned = (at: Place) =>
  at.run(async (ctx) =>
    (await presentState(ctx)).all(action).filter(({ kind, owner }) => kind === 'treatment' && owner !== null),
  )

async function standingOf(at: Place, rules: readonly string[]): Promise<readonly string[]> {
  const { standing } = await at.run((ctx) => readiness(ctx, { stage: 'SV', at: DAY, mode: 'known' }))
  return standing.filter(({ rule, state }) => rules.includes(rule) && state === 'ok').map(({ rule }) => rule)
}

describe('what is done about risks', () => {
  test('begins with the proposals of the interview, the worst first, decided by nobody', async () => {
    const at = await company()
    const reply = await guide(at)
    expect(readTreatmentGuide.reply.parse(reply)).toEqual(reply)
    expect([reply.done, reply.total > 10, reply.risks.every(({ treatment: one }) => one?.option === 'modify')]).toEqual(
      [0, true, true],
    )
    const scores = reply.risks.map(({ score }) => score.score ?? 0)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    const [first] = reply.risks
    expect(first?.usual).toEqual(expect.arrayContaining([...(first?.treatment?.controls ?? [])]))
  })

  test('is written down for one risk whole, with its work and what remains', async () => {
    const at = await company()
    const [first] = (await guide(at)).risks
    if (first === undefined) throw new Error('cannot find a risk')
    await at.run((ctx) => decide(ctx, lower(first, at.owner), NL))
    const after = await guide(at)
    const row = after.risks.find((one) => one.risk === first.risk)
    expect(row).toMatchObject({
      isDecided: true,
      gaps: [],
      treatment: { state: 'option_chosen' },
      expected: { likelihood: 1, kind: 'target' },
      actions: [{ owner: at.owner, due: '2026-06-01', resources: 'Acht uur' }],
    })
    expect(after.done).toBe(1)
    const state = await at.run(async (ctx) => (await presentState(ctx)).find(risk, first.risk)?.state)
    expect(state).toBe('to_treat')
  })

  test('is refused whole where somebody decided meanwhile', async () => {
    const at = await company()
    const [first] = (await guide(at)).risks
    if (first === undefined) throw new Error('cannot find a risk')
    await at.run((ctx) => decide(ctx, lower(first, at.owner), NL))
    const late = await refusal(at.run((ctx) => decide(ctx, lower(first, at.owner), NL)))
    expect([late.kind, late.code]).toEqual(['conflict', 'record.stale'])
    expect(await planned(at)).toMatchObject([{ owner: at.owner }])
  })

  test('may be decided by the owner of the risk and by no other owner', async () => {
    const at = await company()
    const [first] = (await guide(at)).risks
    if (first === undefined) throw new Error('cannot find a risk')
    const as = (person: RecordId): Partial<Acting> => ({ roles: ['owner'], person })
    const other = await refusal(at.run((ctx) => decide(ctx, lower(first, at.owner), NL), as(at.director)))
    expect(other.code).toBe('permission.role')
    await at.run((ctx) => decide(ctx, lower(first, at.owner), NL), as(at.owner))
    expect((await guide(at)).done).toBe(1)
  })

  test('changes no action that belongs to something else', async () => {
    const at = await company()
    const [first] = (await guide(at)).risks
    if (first === undefined) throw new Error('cannot find a risk')
    const other = await at.save({
      register: 'action',
      act: 'create',
      set: { title: 'Van een ander', kind: 'improvement' },
    })
    const asked = lower(first, at.owner)
    const named = { ...asked, work: { ...asked.work, id: other.id, version: other.version } }
    const owner: Partial<Acting> = { roles: ['owner'], person: at.owner }
    expect((await refusal(at.run((ctx) => decide(ctx, named, NL), owner))).code).toBe('record.unknown')
    expect((await guide(at)).done).toBe(0)
  })

  test('needs a measure to lower a risk, and a reason to keep it', async () => {
    const at = await company()
    const [first] = (await guide(at)).risks
    if (first === undefined) throw new Error('cannot find a risk')
    const bare = { ...lower(first, at.owner), controls: [] }
    expect((await refusal(at.run((ctx) => decide(ctx, bare, NL)))).code).toBe('guide.no-measure')
    const kept = { ...bare, option: 'retain' as const }
    expect((await refusal(at.run((ctx) => decide(ctx, kept, NL)))).code).toBe('guide.keep-reason')
  })

  test('lets one measure answer several risks with one action', async () => {
    const at = await company()
    const { risks } = await guide(at)
    const three = risks.slice(0, 3)
    const [first] = three
    const [measure = ''] = first?.usual ?? []
    const asked = {
      risks: three.map(seen),
      controls: [measure],
      steps: { likelihood: 1, consequence: 0 },
      work: { ...work, owner: at.owner },
    }
    await at.run((ctx) => together(ctx, asked, NL))
    const after = await guide(at)
    expect(after.done).toBe(3)
    expect(await planned(at)).toMatchObject([{ deliverableControl: measure, objects: three.map(({ risk: id }) => id) }])
    for (const { risk: id, score } of three) {
      const row = after.risks.find((one) => one.risk === id)
      expect(row?.gaps).toEqual([])
      expect(row?.expected?.likelihood).toBe((score.likelihood ?? 0) - 1)
      expect(row?.actions.map((one) => one.shared.length)).toEqual([2])
    }
  })
})

describe('proposals taken as they are', () => {
  test('keep their own controls and lose the words of the interview', async () => {
    const at = await company()
    const { risks } = await guide(at)
    const three = risks.slice(0, 3)
    const asked = { risks: three.map(seen), controls: [], steps: { likelihood: 2, consequence: 0 }, work: null }
    await at.run((ctx) => together(ctx, asked, NL))
    const after = await guide(at)
    expect(after.done).toBe(3)
    for (const { risk: id, treatment: before } of three) {
      const taken = after.risks.find((one) => one.risk === id)?.treatment
      expect(taken).toMatchObject({ state: 'option_chosen', controls: before?.controls, justification: null })
    }
  })

  test('are refused whole where one of them names no control', async () => {
    const at = await company()
    const [first, second] = (await guide(at)).risks
    const id = first?.treatment?.id
    if (first === undefined || id === undefined || second === undefined) throw new Error('cannot find two risks')
    await at.save({ register: 'treatment', act: 'update', id, set: { controls: [] } })
    const [bare] = (await guide(at)).risks
    const both = [bare ?? first, second].map(seen)
    const asked = { risks: both, controls: [], steps: { likelihood: 1, consequence: 0 }, work: null }
    expect((await refusal(at.run((ctx) => together(ctx, asked, NL)))).code).toBe('guide.no-measure')
    expect((await guide(at)).done).toBe(0)
  })

  test('are planned once where one action does the work for several', async () => {
    const at = await company()
    const two = (await guide(at)).risks.slice(0, 2)
    const [measure = ''] = two[0]?.usual ?? []
    const shared = { ...work, owner: at.owner, due: null, resources: null }
    const asked = { risks: two.map(seen), controls: [measure], steps: { likelihood: 1, consequence: 0 }, work: shared }
    await at.run((ctx) => together(ctx, asked, NL))
    const lines = (await guide(at)).risks
      .filter(({ risk: id }) => two.some((one) => one.risk === id))
      .map((row) => ({ risk: row.risk, work: row.unfinished, owner: null, due: '2026-06-01', resources: 'Acht uur' }))
    const { actions } = await at.run((ctx) => planWorkOf(ctx, { lines }, NL))
    expect(actions.length).toBe(1)
    expect(await planned(at)).toMatchObject([{ owner: at.owner, due: '2026-06-01', resources: 'Acht uur' }])
  })
})

describe('to keep a risk above the line', () => {
  test('goes to whoever may accept it, and to nobody else', async () => {
    const at = await company()
    const { risks } = await guide(at)
    const worst = risks.find(({ isAbove }) => isAbove)
    if (worst === undefined) throw new Error('cannot find a risk above the line')
    const reason = 'Het systeem gaat in mei uit.'
    const kept = {
      ...lower(worst, at.owner),
      option: 'retain' as const,
      justification: reason,
      expected: null,
      work: null,
    }
    await at.run((ctx) => decide(ctx, kept, NL))
    const consents = await at.run(async (ctx) => consentsByPerson(await presentState(ctx), momentOf(DAY)))
    expect(worst.deciders).toContain(at.director)
    expect(worst.deciders).not.toContain(at.owner)
    expect(consents.get(at.director)).toMatchObject([{ kind: 'retain_exception', capacity: 'top_management' }])
    expect(consents.get(at.owner)).toBeUndefined()
    const as: Partial<Acting> = { roles: ['top_management'], person: at.director }
    const told = await at.run((ctx) => consentGuide(ctx, NOW), as)
    expect(told.mine).toMatchObject([{ kind: 'retain_exception', reason, risks: [{ id: worst.risk }] }])
    expect(await standingOf(at, ['R-6.1.3-a-2'])).toEqual([])
    const [mine] = told.mine
    const yes = {
      kind: 'retain_exception',
      subject: mine?.subject.id ?? '',
      seen: mine?.seen ?? '',
      decision: 'approved',
      comment: null,
    } as const
    await at.run((ctx) => give(ctx, yes), as)
    expect(await standingOf(at, ['R-6.1.3-a-2'])).toEqual(['R-6.1.3-a-2'])
    expect((await guide(at)).risks.find((one) => one.risk === worst.risk)?.kept).toEqual({
      acceptedBy: at.director,
      refusedBy: [],
    })
  })
})

describe('from proposals to signatures', () => {
  test('clears the rules of the steps, with a consultant refused on the way', async () => {
    const at = await company()
    const { risks } = await guide(at)
    await at.run((ctx) =>
      together(
        ctx,
        {
          risks: risks.map(seen),
          controls: risks[0]?.usual.slice(0, 1) ?? [],
          steps: { likelihood: 4, consequence: 0 },
          work: null,
        },
        NL,
      ),
    )
    expect(await standingOf(at, ['R-6.1.3-a-1', 'R-6.1.3-b-1'])).toEqual(['R-6.1.3-a-1', 'R-6.1.3-b-1'])

    const comparison = await at.run((ctx) => comparisonGuide(ctx, NOW))
    expect(readComparisonGuide.reply.parse(comparison)).toEqual(comparison)
    expect([comparison.controls.length, comparison.last]).toEqual([93, null])
    const free = comparison.controls.find((one) => one.risks.length === 0)
    const missed = [{ annexA: free?.annexA ?? '', risk: risks[0]?.risk ?? '' }]
    await at.run((ctx) => compareAll(ctx, { missed, note: null }, NL))
    const made = await at.run(async (ctx) => (await presentState(ctx)).all(annexAComparison))
    expect(made).toMatchObject([{ comparedAt: DAY, missed: [free?.annexA], references: { length: 93 } }])
    expect(await standingOf(at, ['R-6.1.3-c-1'])).toEqual(['R-6.1.3-c-1'])

    const plan = await at.run((ctx) => planGuide(ctx, NOW))
    expect(readPlanGuide.reply.parse(plan)).toEqual(plan)
    expect(plan.lines.every(({ gaps }) => gaps.includes('action') || gaps.includes('owner'))).toBe(true)
    const version = { draft: plan.draft && { id: plan.draft.id, version: plan.draft.version }, versionLabel: '1.0' }
    const early = await refusal(at.run((ctx) => publish(ctx, { ...version, owner: at.owner }, NL)))
    expect([early.code, early.details.values]).toEqual(['guide.plan-gaps', { n: plan.lines.length }])
    const lines = plan.lines.map((row) => ({ ...lineOf(row), owner: at.owner, due: '2026-06-01' }))
    await at.run((ctx) => planWorkOf(ctx, { lines }, NL))
    const named = await at.run((ctx) => planGuide(ctx, NOW))
    const means = named.lines.map((row) => ({ ...lineOf(row), resources: 'Acht uur' }))
    const filled = await at.run((ctx) => planWorkOf(ctx, { lines: means }, NL))
    expect(filled.actions.length).toBe(lines.length)
    await at.run((ctx) => publish(ctx, { ...version, owner: at.owner }, NL))
    expect(await standingOf(at, ['R-6.1.3-e-1'])).toEqual(['R-6.1.3-e-1'])
    const states = await at.run(async (ctx) => (await presentState(ctx)).all(treatment).map(({ state }) => state))
    expect(new Set(states)).toEqual(new Set(['planned']))

    const owner: Partial<Acting> = { roles: ['owner'], person: at.owner }
    const told = await at.run((ctx) => consentGuide(ctx, NOW), owner)
    expect(readConsentGuide.reply.parse(told)).toEqual(told)
    expect(told.mine.map(({ kind }) => kind)).toEqual(['treatment_plan', ...lines.map(() => 'residual_risk')])
    const adviser: Partial<Acting> = { roles: ['consultant', 'coordinator'], person: at.owner }
    for (const { kind, subject, seen: mark } of told.mine) {
      const word = { kind, subject: subject.id, seen: mark, decision: 'approved', comment: null } as const
      expect((await refusal(at.run((ctx) => give(ctx, word), adviser))).code).toBe('permission.consultant')
      await at.run((ctx) => give(ctx, word), owner)
    }
    const rules = ['R-6.1.3-f-1', 'R-6.1.3-f-2']
    expect(await standingOf(at, rules)).toEqual(rules)
    const after = await at.run((ctx) => consentGuide(ctx, NOW))
    expect(after.powerless).toEqual([])
    expect(after.signatures).toMatchObject([{ person: at.owner, plan: 'given' }])
    expect(after.can.sign).toEqual({ ok: false, why: 'approval.no-person' })
  })

  test('asks nobody who is not asked, and wants a reason for a no', async () => {
    const at = await company()
    const method = await at.run(async (ctx) => (await presentState(ctx)).all(riskMethod)[0]?.id ?? '')
    const owner: Partial<Acting> = { roles: ['owner'], person: at.owner }
    const word = { kind: 'residual_risk', subject: method, seen: '', decision: 'rejected', comment: null } as const
    expect((await refusal(at.run((ctx) => give(ctx, word), owner))).code).toBe('guide.not-asked')
    const [first] = (await guide(at)).risks
    if (first === undefined) throw new Error('cannot find a risk')
    await at.run((ctx) => decide(ctx, lower(first, at.owner), NL))
    const [mine] = (await at.run((ctx) => consentGuide(ctx, NOW), owner)).mine
    const said = { ...word, subject: first.risk, seen: mine?.seen ?? '' }
    const no = await refusal(at.run((ctx) => give(ctx, said), owner))
    expect(no.code).toBe('guide.no-needs-reason')
  })
})

describe('what changed after somebody looked', () => {
  /** What waits for the owner's word about one risk that was decided, as he saw it. */
  async function askedOf(at: Company) {
    const [first] = (await guide(at)).risks
    if (first === undefined) throw new Error('cannot find a risk')
    await at.run((ctx) => decide(ctx, lower(first, at.owner), NL))
    const owner: Partial<Acting> = { roles: ['owner'], person: at.owner }
    const read = async () => (await at.run((ctx) => consentGuide(ctx, NOW), owner)).mine[0]
    const sign = (seenThen: string) => {
      const word = { kind: 'residual_risk', subject: first.risk, decision: 'approved', comment: null } as const
      return at.run((ctx) => give(ctx, { ...word, seen: seenThen }), owner)
    }
    const given = () =>
      at.run(async (ctx) => (await presentState(ctx)).all(approval).filter(({ subject }) => subject === first.risk))
    return { first, read, sign, given }
  }

  test.each(['score', 'treatment'])('is not signed unseen: the %s', async (what) => {
    const at = await company()
    const { first, read, sign, given } = await askedOf(at)
    const before = await read()
    const { treatment: decided, expected } = (await guide(at)).risks.find((one) => one.risk === first.risk) ?? first
    await at.run(async (ctx) => {
      const score = (await presentState(ctx)).all(riskScore).findLast((one) => one.risk === first.risk)
      const input =
        what === 'score'
          ? { register: riskScore.name, id: score?.id ?? '', set: { likelihood: (expected?.likelihood ?? 0) + 1 } }
          : { register: treatment.name, id: decided?.id ?? '', set: { justification: 'Toch anders' } }
      await changeAll(ctx, [{ act: 'update', ...input }])
    })
    const late = await refusal(sign(before?.seen ?? ''))
    expect([late.kind, late.code, await given()]).toEqual(['conflict', 'guide.changed-since', []])
    await sign((await read())?.seen ?? '')
    expect(await given()).toMatchObject([{ decision: 'approved', by: at.owner }])
  })

  test('is not signed while somebody else changes it', async () => {
    const at = await company()
    const { first, read, sign, given } = await askedOf(at)
    const mark = (await read())?.seen ?? ''
    const { expected } = (await guide(at)).risks.find((one) => one.risk === first.risk) ?? first
    const late = await at.run(async (ctx) => {
      const score = (await presentState(ctx)).all(riskScore).findLast((one) => one.risk === first.risk)
      const set = { likelihood: (expected?.likelihood ?? 0) + 1 }
      await changeAll(ctx, [{ register: riskScore.name, act: 'update', id: score?.id ?? '', set }])
      const signing = refusal(sign(mark))
      // Long enough for the signature to come to where it has to wait.
      await new Promise((resolve) => setTimeout(resolve, 300))
      return { signing }
    })
    expect([(await late.signing).code, await given()]).toEqual(['guide.changed-since', []])
  })

  test('is signed once, however often it is posted at once', async () => {
    const at = await company()
    const { read, sign, given } = await askedOf(at)
    const mark = (await read())?.seen ?? ''
    const posts = await Promise.allSettled([sign(mark), sign(mark), sign(mark), sign(mark)])
    expect(posts.filter(({ status }) => status === 'fulfilled').length).toBe(1)
    expect((await given()).length).toBe(1)
  })

  test.each(['plan', 'decision'])('leaves the work as somebody filled it in meanwhile: the %s', async (what) => {
    const at = await company()
    const [first] = (await guide(at)).risks
    const open = first?.unfinished
    if (first === undefined || open === null || open === undefined) throw new Error('cannot find work')
    const set = { resources: 'Van een ander' }
    await at.save({ register: action.name, act: 'update', id: open.id, set })
    const line = { ...lineOf(first), owner: at.owner, resources: 'Acht uur' }
    const late = (stale: Row) =>
      what === 'plan'
        ? at.run((ctx) => planWorkOf(ctx, { lines: [line] }, NL))
        : at.run((ctx) => decide(ctx, lower(stale, at.owner), NL))
    for (const row of what === 'plan' ? [first] : [first, { ...first, unfinished: null }]) {
      expect((await refusal(late(row))).code).toBe('record.stale')
    }
    const now = (await guide(at)).risks.find((one) => one.risk === first.risk)
    expect(now?.actions).toMatchObject([{ owner: null, ...set }])
  })
})
