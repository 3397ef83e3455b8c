import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type TestMember, type TestOrganisation, type TestServer, testServer } from '../../../test/server.ts'
import { lessons, mark } from './domain/lessons.ts'
import { LESSONS } from './register.ts'

const right = (key: (typeof LESSONS)[number]): readonly number[] =>
  lessons[key].questions.map(({ options }) => options.findIndex((one) => one.right === true))

describe('a lesson', () => {
  it.each(LESSONS)('%s has a text, questions with one right answer and reasons, in both languages', (key) => {
    const { title, text, questions } = lessons[key]
    expect(questions.length).toBeGreaterThanOrEqual(3)
    expect(text.nl).toHaveLength(text.en.length)
    for (const { ask, options } of questions) {
      expect(options.filter((one) => one.right === true)).toHaveLength(1)
      const said = [ask, title, ...options.flatMap((one) => [one.text, one.why])]
      expect(said.flatMap(({ nl, en }) => [nl, en]).filter((words) => words.trim() === '')).toEqual([])
    }
  })

  it.each([
    ['everything right', [], true],
    ['one slip', [0], true],
    ['two slips', [0, 1], false],
  ] as const)('is passed or not: %s', (_, slips, isPassed) => {
    const answers = right('phishing').map((at, index) => (slips.some((slip) => slip === index) ? (at + 1) % 3 : at))
    const marking = mark(lessons.phishing, answers, 'nl')
    expect(marking).toMatchObject({ ok: true, isPassed })
  })

  it.each([[[]], [[0]], [[0, 0, 9]]])('is not marked while an answer lacks: %j', (answers) => {
    expect(mark(lessons.phishing, answers, 'en')).toEqual({ ok: false })
  })
})

const listed = z.object({
  lessons: z.array(
    z.object({ key: z.string(), passedAt: z.string().nullable(), asked: z.object({ title: z.string() }).nullable() }),
  ),
  isKept: z.boolean(),
})
const today = z.object({
  awarenessDue: z.string().nullable(),
  lessons: z.array(z.object({ lesson: z.string(), title: z.string(), due: z.string().nullable() })),
})
const made = z.object({ record: z.object({ id: z.string() }) })

describe('an awareness round', () => {
  let server: TestServer
  let org: TestOrganisation
  let coordinator: TestMember
  beforeAll(async () => {
    server = await testServer()
    org = await server.organisation()
    coordinator = await server.member(org, ['coordinator'])
  })
  afterAll(() => server.close())

  async function make(register: string, set: object): Promise<string> {
    const { status, body } = await coordinator.call('POST', `/registers/${register}`, { body: { set } })
    expect([register, status]).toEqual([register, 200])
    return made.parse(body).record.id
  }
  const employee = async (name: string): Promise<TestMember & { readonly id: string }> => {
    const id = await make('person', { name, kind: 'employee', startDate: '2020-01-01' })
    return { ...(await server.member(org, ['employee'], id)), id }
  }

  it('asks everybody for its lesson until he passes, and keeps what he answered', async () => {
    const sanne = await employee('Sanne')
    const round = await make('awareness_round', { title: 'Voorjaar', lesson: 'passwords', closesAt: '2030-03-31' })
    expect(today.parse((await sanne.call('GET', '/today')).body).lessons).toEqual([
      { lesson: 'passwords', title: 'Voorjaar', due: '2030-03-31' },
    ])
    const [first] = listed.parse((await sanne.call('GET', '/lessons')).body).lessons
    expect(first).toEqual({ key: 'passwords', passedAt: null, asked: { title: 'Voorjaar' } })
    const lesson = await sanne.call('GET', '/lessons/passwords', { headers: { 'accept-language': 'nl' } })
    expect(lesson.text).not.toContain('right')
    const answers = right('passwords')
    const wrong = answers.map((at) => (at + 1) % 3)
    expect((await sanne.call('POST', '/lessons/passwords', { body: { answers: wrong } })).body).toMatchObject({
      isPassed: false,
      answers: answers.map((at) => ({ isRight: false, right: at })),
    })
    expect(today.parse((await sanne.call('GET', '/today')).body).lessons).toHaveLength(1)
    const passed = await sanne.call('POST', '/lessons/passwords', { body: { answers } })
    expect(passed).toMatchObject({ status: 200, body: { isPassed: true } })
    const record = z.object({ record: z.object({ id: z.string() }) }).parse(passed.body).record.id
    expect((await coordinator.call('GET', `/registers/awareness_record/${record}`)).body).toMatchObject({
      record: {
        person: sanne.id,
        round,
        result: 'sufficient',
        topics: ['policy', 'contribution', 'implications'],
        answers: answers.map(() => expect.objectContaining({ isRight: true })),
      },
    })
    const after = today.parse((await sanne.call('GET', '/today')).body)
    expect(after).toMatchObject({ lessons: [], awarenessDue: null })
    expect((await coordinator.call('GET', `/awareness-rounds/${round}`)).body).toMatchObject({
      people: expect.arrayContaining([expect.objectContaining({ title: 'Sanne', state: 'passed' })]),
    })
    expect((await sanne.call('GET', `/awareness-rounds/${round}`)).status).toBe(403)
  })

  it('is for those whom it names, from its first day on', async () => {
    const [ruben, dewi] = [await employee('Ruben'), await employee('Dewi')]
    const set = { lesson: 'devices', participants: [ruben.id] }
    await make('awareness_round', { title: 'Nu', ...set })
    await make('awareness_round', { title: 'Later', ...set, lesson: 'incidents', opensAt: '2999-01-01' })
    const asked = async ({ call }: TestMember): Promise<readonly string[]> =>
      today.parse((await call('GET', '/today')).body).lessons.map(({ title }) => title)
    expect(await asked(ruben)).toContain('Nu')
    expect(await asked(ruben)).not.toContain('Later')
    expect(await asked(dewi)).not.toContain('Nu')
  })

  it('keeps nothing for an account without a person, nor half an answer', async () => {
    const nobody = await server.member(org, ['employee'])
    expect(listed.parse((await nobody.call('GET', '/lessons')).body).isKept).toBe(false)
    const answers = right('phishing')
    expect((await nobody.call('POST', '/lessons/phishing', { body: { answers } })).status).toBe(409)
    const kim = await employee('Kim')
    expect((await kim.call('POST', '/lessons/phishing', { body: { answers: [0] } })).status).toBe(422)
    const set = { person: kim.id, topics: ['policy'] }
    expect((await kim.call('POST', '/registers/awareness_record', { body: { set } })).status).toBe(403)
  })
})
