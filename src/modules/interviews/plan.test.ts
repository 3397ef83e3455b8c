import { describe, expect, test } from 'vitest'
import { type AnyRecord, ismsOf } from '../../kernel/isms.ts'
import { registryOf } from '../../kernel/registry.ts'
import { wordsIn } from '../../platform/words.ts'
import { registers } from '../../registers.gen.ts'
import { texts } from '../../texts.gen.ts'
import { controls } from '../catalogue/domain/controls.ts'
import { termCheck } from '../catalogue/domain/terms.ts'
import { idFrom } from '../samples/domain/identity.ts'
import { ALONE, THIRTY } from './answers.fixture.ts'
import { type Answers, QUESTIONS } from './domain/chapters.ts'
import { draftsOf } from './domain/drafts.ts'
import { type Made, type Plan, planOf } from './domain/plan.ts'
import { remarksOn } from './domain/remarks.ts'
import { interview } from './register.ts'

const words = wordsIn(texts)('nl')
const TODAY = '2026-02-02'
const registry = registryOf(
  registers,
  termCheck(() => true),
)
const fields = new Map(Object.entries(interview.fields))

function recordOf(register: string, id: string, set: object): AnyRecord {
  const declared = registry.get(register)
  const head = { register, number: 'X-1', version: 1, sequence: 1, recordedAt: '', validFrom: TODAY }
  return { ...registry.empty(declared), ...set, id, state: declared.states.initial, ...head }
}

/** What every organisation begins with. */
const FOUNDED = [
  recordOf('organisation', idFrom('organisation'), { title: 'Proef' }),
  ...controls().map(({ id }) => recordOf('control', idFrom(`control/${id}`), { title: id, annexA: id })),
]

function planned(answers: Answers, there: readonly AnyRecord[] = FOUNDED, leftOut: readonly string[] = []): Plan {
  const drafts = draftsOf(answers, { language: 'nl', words, today: TODAY })
  return planOf(drafts, {
    isms: ismsOf(there, 1),
    leftOut: new Set(leftOut),
    registerOf: (name) => registry.get(name),
    idOf: (key) => idFrom(`here/${key}`),
  })
}

/** The organisation after the plan was carried out. */
function after({ made, completed }: Plan): readonly AnyRecord[] {
  const changed = new Map(completed.map(({ id, set }) => [id, set]))
  const kept = FOUNDED.map((record) => ({ ...record, ...changed.get(record.id) }))
  return [...kept, ...made.map(({ draft, id, set }) => recordOf(draft.register, id, set))]
}

/** Numbers from 0 up to 1 that are the same for the same seed. */
function rolls(seed: number): () => number {
  let at = seed
  return () => {
    at = (Math.imul(at, 1_664_525) + 1_013_904_223) >>> 0
    return at / 2 ** 32
  }
}

/** Answers without sense, some of them left open: whatever somebody ticks, what follows is whole. */
function anyAnswers(seed: number): Answers {
  const roll = rolls(seed)
  const value = (question: string): unknown => {
    const field = fields.get(question)
    const choices = field?.options.choices ?? []
    if (field === undefined || roll() < 0.2) return null
    if (field.kind === 'choice') return choices[Math.floor(roll() * choices.length)]
    if (field.kind === 'choices') return choices.filter(() => roll() < 0.4)
    if (field.kind === 'boolean') return roll() < 0.5
    if (field.kind === 'number') return Math.ceil(roll() * 60)
    return field.kind === 'date' ? '2026-03-01' : 'é"<{@risk.phishing}'.repeat(10)
  }
  return Object.fromEntries(QUESTIONS.map((question) => [question, value(question)]))
}

const faultsIn = ({ draft, set }: Made): readonly string[] => {
  const register = registry.get(draft.register)
  const result = registry.schema(register).safeParse(registry.tidy(register, set))
  const missing = registry.missing(register, set).map(({ path }) => `${path} missing`)
  return [...(result.error?.issues ?? []).map(({ message, path }) => `${path.join('.')} ${message}`), ...missing].map(
    (fault) => `${draft.key}: ${fault}`,
  )
}

describe('whatever is answered', () => {
  test('gives records that their registers take, and links that lead to one of the right kind', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const plan = planned(anyAnswers(seed))
      expect([seed, plan.made.flatMap(faultsIn)]).toEqual([seed, []])
      const kinds = new Map(after(plan).map(({ id, register }) => [id, register]))
      const broken = plan.made.flatMap(({ draft, set }) =>
        registry
          .references(registry.get(draft.register), set)
          .filter(({ to, targets }) => targets.length > 0 && !targets.includes(kinds.get(to) ?? ''))
          .map(({ path }) => `${draft.key}.${path}`),
      )
      expect([seed, broken]).toEqual([seed, []])
    }
  })

  test('gives nothing more the second time, and remarks only on questions that there are', () => {
    for (let seed = 61; seed <= 70; seed += 1) {
      const answers = anyAnswers(seed)
      const again = planned(answers, after(planned(answers)))
      expect([seed, again.made, again.completed, again.gone]).toEqual([seed, [], [], []])
      for (const { question } of remarksOn(answers, TODAY)) expect(QUESTIONS).toContain(question)
    }
  })

  test('tells what an answer taken back no longer leads to', () => {
    const there = after(planned(THIRTY))
    const { gone, made } = planned({ ...THIRTY, systems: [] }, there)
    expect(made).toEqual([])
    expect(gone.length).toBeGreaterThan(15)
    expect(gone.every(({ because }) => because.includes('systems'))).toBe(true)
  })
})

const keysOf = ({ made }: Plan): readonly string[] => made.map(({ draft }) => draft.key)

describe('what somebody leaves out', () => {
  test('takes along what is about it, and nothing points at it', () => {
    const plan = planned(THIRTY, FOUNDED, [
      'risk.phishing',
      'system.crm',
      'supplier.microsoft',
      'processing.newsletter',
    ])
    const fallen = plan.leftOut.map(({ draft }) => draft.key)
    expect(fallen).toEqual(
      expect.arrayContaining(['score.risk.phishing', 'backup.crm', 'access.crm', 'review.microsoft']),
    )
    expect(fallen.some((key) => key.startsWith('action.risk.phishing') || key === 'treatment.risk.phishing')).toBe(true)
    expect(keysOf(plan).filter((key) => fallen.includes(key))).toEqual([])
    expect(plan.made.flatMap(faultsIn)).toEqual([])
    const ids = new Set(plan.leftOut.map(({ id }) => id))
    const pointing = plan.made.filter(({ draft, set }) =>
      registry.references(registry.get(draft.register), set).some(({ to }) => ids.has(to)),
    )
    expect(pointing.map(({ draft }) => draft.key)).toEqual([])
  })

  test('gives whole records whatever is left out, and everything when it is taken after all', () => {
    const all = keysOf(planned(THIRTY))
    for (let seed = 1; seed <= 10; seed += 1) {
      const roll = rolls(seed)
      const leftOut = all.filter(() => roll() < 0.3)
      const some = planned(THIRTY, FOUNDED, leftOut)
      expect([seed, some.made.flatMap(faultsIn)]).toEqual([seed, []])
      const rest = planned(THIRTY, after(some))
      expect([seed, [...keysOf(some), ...keysOf(rest)].toSorted()]).toEqual([seed, all.toSorted()])
    }
  })

  test('is nothing that is there already', () => {
    const there = after(planned(THIRTY))
    expect(planned(THIRTY, there, ['risk.phishing', 'system.crm']).leftOut).toEqual([])
  })
})

describe('what the organisation has by itself', () => {
  const system = recordOf('information_system', idFrom('crm'), { title: 'CRM' })
  const own = recordOf('backup_policy', idFrom('own'), { title: 'Alles elke nacht', systems: [system.id] })

  test('stands in for a draft about the same thing, under whatever name', () => {
    expect(keysOf(planned(THIRTY, [...FOUNDED, system]))).toContain('backup.crm')
    const plan = planned(THIRTY, [...FOUNDED, system, own])
    expect(keysOf(plan)).not.toContain('backup.crm')
    expect(plan.standing.find(({ draft }) => draft.key === 'backup.crm')).toMatchObject({ id: own.id, isOurs: false })
  })

  test('is a person of that name, who gets what the answers say of him', () => {
    const founder = recordOf('person', idFrom('founder'), { name: 'marit de boer', jobTitle: 'Oprichter' })
    const { completed } = planned(THIRTY, [...FOUNDED, founder])
    const found = completed.find(({ id }) => id === founder.id)
    // What somebody else fills in meanwhile is not written over.
    expect(found?.version).toBe(founder.version)
    const set = found?.set
    expect(set).toMatchObject({ isTopManagement: true, kind: 'employee' })
    expect(set).not.toHaveProperty('jobTitle')
  })
})

describe('the second look of somebody who works alone', () => {
  const plan = planned(ALONE)
  const byKey = new Map(plan.made.map((one) => [one.draft.key, one]))

  test('comes from outside: nobody is appointed to audit, and nobody owns that task', () => {
    const auditor = byKey.get('role.auditor')?.id
    const holders = plan.made.filter(
      ({ draft, set }) => draft.register === 'role_assignment' && set['role'] === auditor,
    )
    expect([auditor === undefined, holders]).toEqual([false, []])
    expect(byKey.get('task.audit')?.set['owner']).toBeUndefined()
    expect(keysOf(planned({ ...ALONE, auditor: 'colleague' }))).toEqual(
      expect.arrayContaining(['supplier.auditor', 'todo.auditor']),
    )
  })

  test('leaves every other role to the one there is, and says what makes up for it', () => {
    const director = byKey.get('person.director')?.id
    const held = plan.made.filter(({ draft }) => draft.register === 'role_assignment')
    expect(new Set(held.map(({ set }) => set['person']))).toEqual(new Set([director]))
    expect(held).toHaveLength(plan.made.filter(({ draft }) => draft.register === 'role').length - 1)
    expect(JSON.stringify(byKey.get('conflict.audit')?.set)).toContain('iemand van buiten')
  })
})
