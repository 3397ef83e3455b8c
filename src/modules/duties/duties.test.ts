import { describe, expect, it } from 'vitest'
import { momentOf } from '../../kernel/moment.ts'
import { modules } from '../../modules.gen.ts'
import { presentState } from '../../platform/store/state.ts'
import { wordsIn } from '../../platform/words.ts'
import { registers } from '../../registers.gen.ts'
import { texts } from '../../texts.gen.ts'
import { approval } from '../approvals/registers/approval.ts'
import { awarenessRecord } from '../awareness/register.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { evidence } from '../evidence/register.ts'
import { improvement } from '../improvements/register.ts'
import { THIRTY } from '../interviews/answers.fixture.ts'
import { generate } from '../interviews/service.ts'
import { person } from '../people/registers/person.ts'
import { roleAssignment } from '../people/registers/role-assignment.ts'
import { risk } from '../risks/registers/risk.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import { builder } from '../samples/domain/builder.ts'
import { conforming } from '../samples/domain/conforming/conforming.ts'
import { founded } from '../statements/place.fixture.ts'
import { occurrence } from '../tasks/registers/occurrence.ts'
import { recurringTask } from '../tasks/registers/recurring-task.ts'
import { treatment } from '../treatments/registers/treatment.ts'
import { treatmentPlan } from '../treatments/registers/treatment-plan.ts'
import { consentsByPerson } from './domain/consents.ts'
import { isAskedOf, openDecisions } from './domain/decisions.ts'
import { dueRecords, dutiesByPerson } from './domain/due.ts'
import { proofsDue } from './domain/proofs.ts'
import { awarenessDue, readingsAt } from './domain/readings.ts'
import { decisionsOn } from './service/decisions.ts'

const DAY = '2026-03-02'
const guards = modules.flatMap((module) => module.guards)

describe('an organisation in which nothing is wrong', () => {
  const { build } = conforming()
  const isms = build.isms()

  it('asks nobody for his yes, for proof or to read', () => {
    expect([...consentsByPerson(isms, momentOf(DAY))]).toEqual([])
    expect(proofsDue(isms, DAY).filter(({ due }) => due === null || due < DAY)).toEqual([])
    const readings = readingsAt(isms, momentOf(DAY))
    expect(isms.all(person).flatMap((one) => readings(one).map((reading) => reading.document.title))).toEqual([])
  })

  it('has nothing late', () => {
    expect(dueRecords(isms, registers, DAY).filter(({ due }) => due < DAY)).toEqual([])
  })
})

describe('a decision', () => {
  it('waits once it is handed in, and not after it was taken', () => {
    const build = builder()
    const of = build.add(document, { title: 'Beleid' })
    const version = (state: string): string =>
      build.add(documentVersion, { document: of, versionLabel: state }, { state })
    version('draft')
    const waiting = version('in_review')
    version('approved')
    const open = openDecisions(build.isms(), [documentVersion])
    expect(open.map(({ record, act }) => [record.id, act])).toEqual([[waiting, 'approve']])
  })

  it('is to accept a role, once', () => {
    const build = builder()
    build.add(roleAssignment, { acceptedAt: '2026-01-05' })
    const open = build.add(roleAssignment, {})
    expect(openDecisions(build.isms(), [roleAssignment]).map(({ record }) => record.id)).toEqual([open])
  })

  it('of every day is left to whoever runs the ISMS', () => {
    const build = builder()
    build.add(evidence, { title: 'Export' }, { state: 'collected' })
    build.add(improvement, { title: 'Beter' }, { state: 'proposed' })
    const isms = build.isms()
    const facts = { isms, guards: guards.filter(({ register }) => register !== 'evidence') }
    const asked = (role: 'top_management' | 'coordinator' | 'consultant'): number =>
      openDecisions(isms, [evidence, improvement]).filter((one) =>
        isAskedOf(one, { roles: [role], person: null }, facts),
      ).length
    expect([asked('coordinator'), asked('top_management'), asked('consultant')]).toEqual([2, 0, 0])
  })
})

describe('the yes of a risk owner', () => {
  /** A treated risk with a published plan and a residual score, and what its owner said about them. */
  function asked(
    ...said: readonly { readonly decision: 'approved' | 'rejected'; readonly at: string; readonly version?: string }[]
  ) {
    const build = builder()
    const ruben = build.add(person, { name: 'Ruben', kind: 'employee' })
    const brand = build.add(risk, { title: 'Brand', owner: ruben, decision: 'treat' }, { state: 'in_treatment' })
    build.add(treatment, { title: 'Blussen', risk: brand, option: 'modify' }, { state: 'planned' })
    const plan = { title: 'Plan', versionLabel: '3', publishedAt: '2026-01-05' }
    const id = build.add(treatmentPlan, plan, { state: 'published' })
    build.add(riskScore, { risk: brand, kind: 'residual', level: 'laag', scoredAt: '2026-01-10' })
    for (const { decision, at, version = '3' } of said) {
      const word = { by: ruben, decision, at, capacity: 'risk_owner' } as const
      build.add(approval, { kind: 'treatment_plan', subject: id, subjectVersion: version, ...word })
      build.add(approval, { kind: 'residual_risk', subject: brand, ...word })
    }
    return (consentsByPerson(build.isms(), momentOf(DAY)).get(ruben) ?? []).map(({ kind }) => kind)
  }

  it.each([
    ['is asked for as long as he said nothing', [], ['treatment_plan', 'residual_risk']],
    ['is not asked for once he gave it', [{ decision: 'approved', at: '2026-02-01' }], []],
    [
      'is asked for again after the risk was scored anew',
      [{ decision: 'approved', at: '2026-01-09' }],
      ['residual_risk'],
    ],
    [
      'is asked for again for another version of the plan',
      [{ decision: 'approved', at: '2026-02-01', version: '2' }],
      ['treatment_plan'],
    ],
    ['is not asked for again while nothing changed after his no', [{ decision: 'rejected', at: '2026-02-01' }], []],
    [
      'is asked for again when something changed after his no',
      [{ decision: 'rejected', at: '2026-01-09', version: '2' }],
      ['treatment_plan', 'residual_risk'],
    ],
  ] as const)('%s', (_, said, expected) => {
    expect(asked(...said)).toEqual(expected)
  })
})

describe('what somebody has to do', () => {
  it('is the occurrence of his recurring work, where nobody else is named', () => {
    const build = builder()
    const ada = build.add(person, { name: 'Ada' })
    const work = build.add(recurringTask, { title: 'Logboeken', owner: ada })
    const due = build.add(occurrence, { recurringTask: work, due: '2026-03-10' })
    const isms = build.isms()
    expect(
      dutiesByPerson(isms, dueRecords(isms, [occurrence], DAY))
        .get(ada)
        ?.map(({ record }) => record.id),
    ).toEqual([due])
  })
})

describe('to be told what everybody must know', () => {
  const told = (at: string, topics: readonly ('policy' | 'contribution' | 'implications')[]) => ({ at, topics })

  it.each([
    [
      'the interval after the oldest of the three',
      [told('2025-05-01', ['policy']), told('2025-08-01', ['contribution', 'implications'])],
      '2026-05-01',
    ],
    ['a month after the first day, where one was never told', [told('2025-05-01', ['policy'])], '2025-01-31'],
  ])('is due %s', (_, records, expected) => {
    const build = builder()
    const ada = build.add(person, { name: 'Ada', startDate: '2025-01-01' })
    for (const record of records) build.add(awarenessRecord, { person: ada, ...record })
    const isms = build.isms()
    const one = isms.find(person, ada)
    expect(one === null ? null : awarenessDue(isms, one, 12)).toBe(expected)
  })
})

describe('what a mail asks to be decided', () => {
  it('is what the first page asks: no drafts of steps that wait for others', async () => {
    const at = await founded()
    await at.save({ register: 'interview', act: 'create', set: { ...THIRTY } })
    await at.run((ctx) => generate(ctx, { language: 'nl', words: wordsIn(texts)('nl') }))
    const set = { name: 'Marit Kuipers', isTopManagement: true }
    const { id } = await at.save({ register: 'person', act: 'create', set })
    const asked = (acting: Parameters<typeof at.run>[1]) =>
      at.run(async (ctx) => {
        const decisions = await decisionsOn(ctx, await presentState(ctx), ctx.today())
        return decisions({ roles: ['top_management', 'coordinator'], person: id }).map(({ number }) => number)
      }, acting)
    expect(await asked({ channel: 'system', roles: [] })).toEqual(await asked({}))
  })
})
