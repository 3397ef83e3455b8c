import { describe, expect, test } from 'vitest'
import type { Language } from '../../kernel/text.ts'
import { presentState } from '../../platform/store/state.ts'
import type { Acting, Context } from '../../platform/store/store.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { control } from '../controls/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { path } from '../path/service.ts'
import { person } from '../people/registers/person.ts'
import { readiness } from '../readiness/service.ts'
import { risk } from '../risks/registers/risk.ts'
import { founded, type Place, refusal } from '../statements/place.fixture.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { start } from '../statements/service/write.ts'
import { supplier } from '../suppliers/register.ts'
import { ALONE, CARE, THIRTY } from './answers.fixture.ts'
import { makeDrafts, readInterview } from './contract.ts'
import type { Answers } from './domain/chapters.ts'
import { generate, tell } from './service.ts'

const spoken = wordsIn(texts)
const speaking = (language: Language) => ({ language, words: spoken(language) })
const NL = speaking('nl')

async function answered(answers: Answers, language: Language = 'nl'): Promise<Place> {
  const at = await founded(language)
  await at.save({ register: 'interview', act: 'create', set: { ...answers } })
  return at
}

const make = (at: Place, as: Partial<Acting> = {}) => at.run((ctx) => generate(ctx, NL), as)
const state = <T>(at: Place, look: (isms: Awaited<ReturnType<typeof presentState>>, ctx: Context) => T): Promise<T> =>
  at.run(async (ctx) => look(await presentState(ctx), ctx))
const sum = (rows: readonly { readonly count: number }[]): number => rows.reduce((all, { count }) => all + count, 0)

async function answer(at: Place, set: Answers): Promise<void> {
  const told = await at.run((ctx) => tell(ctx, NL))
  await at.save({ register: 'interview', act: 'update', id: told.record?.id ?? '', set: { ...set } })
}

describe('making drafts in an organisation', () => {
  test.each(Object.entries({ thirty: THIRTY, alone: ALONE, care: CARE }))(
    'gives records that the registers take, and nothing the second time: %s',
    async (_name, answers) => {
      const at = await answered(answers)
      const first = await make(at)
      expect(makeDrafts.reply.parse(first)).toEqual(first)
      expect(sum(first.made)).toBeGreaterThan(300)
      const sequence = await state(at, (isms) => isms.sequence)
      const second = await make(at)
      expect([second.made, second.completed]).toEqual([[], []])
      expect(await state(at, (isms) => isms.sequence)).toBe(sequence)
    },
  )

  test('leaves everything in its first state, approved by nobody', async () => {
    const at = await answered(THIRTY)
    const made = await make(at)
    await state(at, (isms, ctx) => {
      for (const { register: name } of made.made) {
        const register = ctx.registry.get(name)
        for (const record of isms.all(register)) {
          expect([name, record.state]).toEqual([name, register.states.initial])
          const stamps = Object.values(register.states.transitions)
            .filter(({ isApproval }) => isApproval)
            .flatMap(({ stamps: { by, at: on } }) => [by, on])
          for (const stamp of stamps) expect(stamp === undefined ? null : record[stamp]).toBeNull()
        }
      }
    })
  })

  test('turns rules green without a decision, and breaks none that held', async () => {
    const at = await answered(THIRTY)
    const good = async () => {
      const { standing } = await at.run((ctx) => readiness(ctx, { stage: 'SV', at: '2026-02-02', mode: 'known' }))
      return standing.filter(({ state: how }) => how === 'ok').map(({ rule }) => rule)
    }
    const before = await good()
    await make(at)
    const after = await good()
    expect(before.filter((rule) => !after.includes(rule))).toEqual([])
    expect(after.length - before.length).toBeGreaterThanOrEqual(18)
    expect(after).toEqual(expect.arrayContaining(['R-4.4-1', 'R-6.1.3-d-3', 'R-6.1.3-d-7', 'R-7.4-1', 'R-9.1-b-1']))
  })

  test.each(Object.entries({ thirty: THIRTY, alone: ALONE, care: CARE, few: { headcount: 12 } }))(
    'finishes no step of the path but the map of how it works, and the lists of who works alone: %s',
    async (_name, answers) => {
      const at = await answered(answers)
      await make(at)
      const { steps } = await at.run((ctx) => path(ctx, { mode: 'known' }))
      const done = steps.filter(({ state: how }) => how === 'done').map(({ number }) => number)
      expect(done.filter((number) => number !== 4 && !(number === 5 && answers === ALONE))).toEqual([])
    },
  )

  test('keeps what people changed or let go, and adds what a new answer brings', async () => {
    const at = await answered({ ...THIRTY, systems: ['microsoft365'] })
    await make(at)
    const [phishing, other] = await state(at, (isms) => isms.all(risk))
    if (phishing === undefined || other === undefined) throw new Error('cannot find two risks')
    await at.save({ register: 'risk', act: 'update', id: phishing.id, set: { title: 'Valse mail' } })
    await at.save({ register: 'risk', act: 'close', id: other.id, reason: 'Speelt hier niet.' })
    await answer(at, { systems: ['microsoft365', 'crm'] })
    const again = await make(at)
    expect(again.made.map(({ register }) => register)).toContain('information_system')
    expect(sum(again.made)).toBeLessThan(12)
    const risks = await state(at, (isms) => isms.all(risk))
    expect(risks.find(({ id }) => id === phishing.id)?.title).toBe('Valse mail')
    expect(risks.find(({ id }) => id === other.id)?.state).toBe('closed')
    expect(new Set(risks.map(({ title }) => title)).size).toBe(risks.length)
  })

  test('takes what the organisation has already for what it would make', async () => {
    const at = await founded()
    const fenna = await at.save({ register: 'person', act: 'create', set: { name: 'Fenna Postma' } })
    await at.save({ register: 'supplier', act: 'create', set: { title: 'microsoft', kind: 'cloud' } })
    await at.save({ register: 'scope', act: 'create', set: { title: 'Ons toepassingsgebied' } })
    await at.save({ register: 'interview', act: 'create', set: { ...THIRTY } })
    await make(at)
    await state(at, (isms, ctx) => {
      expect(isms.all(person).map(({ name }) => name)).toEqual(['Fenna Postma', 'Marit de Boer'])
      expect(isms.all(supplier).filter(({ title }) => title.toLowerCase() === 'microsoft')).toHaveLength(1)
      expect(isms.all(ctx.registry.get('scope'))).toHaveLength(1)
      expect(isms.pointing(supplier, 'owner', fenna.id).length).toBeGreaterThan(3)
    })
  })

  test('decides only lines of the statement about which nobody said anything', async () => {
    const at = await founded()
    await at.run((ctx) => start(ctx, { version: '1.0' }, NL.words))
    const line = await state(at, (isms) => isms.all(statementLine)[0])
    await at.save({ register: 'statement_line', act: 'update', id: line?.id ?? '', set: { included: false } })
    await at.save({ register: 'interview', act: 'create', set: { ...THIRTY } })
    const done = await make(at)
    expect(done.completed).toContainEqual({ register: 'statement_line', count: 92 })
    expect(done.made.map(({ register }) => register)).not.toContain('statement')
    const lines = await state(at, (isms) => isms.all(statementLine))
    expect(lines).toHaveLength(93)
    expect(lines[0]).toMatchObject({ included: false, inclusionReasons: [] })
    expect(lines.filter(({ included }) => included === null)).toEqual([])
  })

  test('fills in the page of the organisation where it is empty', async () => {
    const at = await founded()
    const [own] = await state(at, (isms) => isms.all(organisation))
    const pathPlan = { targetDate: '2027-01-15' }
    await at.save({ register: 'organisation', act: 'update', id: own?.id ?? '', set: { pathPlan } })
    await at.save({ register: 'interview', act: 'create', set: { ...THIRTY } })
    await make(at)
    const [after] = await state(at, (isms) => isms.all(organisation))
    expect(after).toMatchObject({ headcount: 30, sector: 'software' })
    expect(after?.pathPlan.targetDate).toBe('2027-01-15')
    expect(after?.pathPlan.hoursPerWeek).toMatchObject({ director: 1, coordinator: 8, it: null })
  })

  test('is for a consultant too, and refused where nothing was answered', async () => {
    const empty = await founded()
    expect(await refusal(make(empty))).toMatchObject({ kind: 'conflict', code: 'interview.nothing-answered' })
    const at = await answered(ALONE)
    expect(sum((await make(at, { roles: ['consultant'] })).made)).toBeGreaterThan(300)
  })

  test('speaks English where it is asked', async () => {
    const at = await answered(THIRTY, 'en')
    await at.run((ctx) => generate(ctx, speaking('en')))
    const first = await state(at, (isms) => isms.all(risk)[0])
    expect(first?.title).toBe('Somebody falls for a false e-mail')
  })
})

describe('the interview', () => {
  test('is told empty, with all questions open and nothing to make', async () => {
    const at = await founded()
    const told = await at.run((ctx) => tell(ctx, NL))
    expect(readInterview.reply.parse(told)).toEqual(told)
    expect(told).toMatchObject({ record: null, can: { answer: true }, answered: 0, drafts: [], gone: [] })
    const reader = await at.run((ctx) => tell(ctx, NL), { roles: ['reader'] })
    expect(reader.can.answer).toBe(false)
  })

  test('tells per question what would follow, and after making what did', async () => {
    const at = await answered(THIRTY)
    const before = await at.run((ctx) => tell(ctx, NL))
    const score = before.drafts.find(({ key }) => key === 'score.risk.phishing')
    expect(score).toMatchObject({ title: 'Iemand trapt in een valse mail', because: ['incidents'] })
    await make(at)
    const after = await at.run((ctx) => tell(ctx, NL))
    expect(readInterview.reply.parse(after)).toEqual(after)
    expect(after.drafts).toEqual([])
    const systems = after.chapters.flatMap(({ questions }) => questions).find(({ name }) => name === 'systems')
    expect(systems?.led.map(({ register }) => register)).toEqual(expect.arrayContaining(['information_system', 'risk']))
  })

  test('tells what no longer follows from the answers, and leaves it', async () => {
    const at = await answered(THIRTY)
    await make(at)
    await answer(at, { ai: 'none' })
    const told = await at.run((ctx) => tell(ctx, NL))
    expect(told.gone.map(({ title, because }) => [title, because])).toEqual(
      expect.arrayContaining([['Vertrouwelijke tekst belandt in een AI-dienst', ['ai']]]),
    )
    const before = await state(at, (isms) => isms.all(risk).length)
    await make(at)
    expect(await state(at, (isms) => isms.all(risk).length)).toBe(before)
  })

  test('keeps its history, and a control stays what it was', async () => {
    const at = await answered({ headcount: 3 })
    await answer(at, { headcount: 4 })
    await make(at)
    const told = await at.run((ctx) => tell(ctx, NL))
    expect(told.record?.version).toBe(2)
    expect(await state(at, (isms) => isms.all(control).filter(({ version }) => version > 1))).toEqual([])
  })
})

describe('leaving drafts out', () => {
  test('is told beforehand: which draft is whose, and what hangs on it', async () => {
    const at = await answered(THIRTY)
    const { drafts } = await at.run((ctx) => tell(ctx, NL))
    const draft = (wanted: string) => drafts.find(({ key }) => key === wanted)
    expect(draft('assignment.director')?.title).toBe('Marit de Boer · Directie')
    expect(draft('score.risk.phishing')?.needs).toContainEqual(['risk.phishing'])
    expect(draft('risk.phishing')?.needs).toEqual([])
  })

  test('is remembered by draft and by register, and offered apart until they are taken after all', async () => {
    const at = await answered(THIRTY)
    const choice = { leaveOut: ['risk', 'processing.newsletter'] }
    const first = await at.run((ctx) => generate(ctx, NL, choice))
    const registers = first.made.map(({ register }) => register)
    for (const name of ['risk', 'risk_score', 'treatment']) expect(registers).not.toContain(name)
    const told = await at.run((ctx) => tell(ctx, NL))
    expect(readInterview.reply.parse(told)).toEqual(told)
    expect([told.drafts, told.leftOut.length]).toEqual([[], first.leftOut])
    expect(told.leftOut.find(({ key }) => key === 'processing.newsletter')).toMatchObject({
      title: 'Nieuwsbrief en uitnodigingen',
      isAlong: false,
    })
    expect(told.leftOut.find(({ key }) => key === 'score.risk.phishing')?.isAlong).toBe(true)

    expect((await make(at)).made).toEqual([])
    const back = await at.run((ctx) => generate(ctx, NL, { takeAfterAll: ['risk'] }))
    expect(back.made.map(({ register }) => register)).toEqual(['risk', 'risk_score', 'treatment', 'action'])
    const left = await at.run((ctx) => tell(ctx, NL))
    expect(left.leftOut.map(({ key }) => key)).toEqual(['processing.newsletter'])
  })

  test('of something that does not follow from the answers is refused', async () => {
    const at = await answered(ALONE)
    const wrong = at.run((ctx) => generate(ctx, NL, { leaveOut: ['processing.patients'] }))
    expect(await refusal(wrong)).toMatchObject({ kind: 'invalid', code: 'interview.no-such-draft' })
  })
})

describe('two who press the button at once', () => {
  test('make the drafts once', async () => {
    const at = await answered(ALONE)
    const both = await Promise.all([make(at), make(at)])
    expect(both.filter(({ made }) => sum(made) > 0)).toHaveLength(1)
  })
})
