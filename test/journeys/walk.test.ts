import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Role } from '../../src/kernel/permission.ts'
import type { Language } from '../../src/kernel/text.ts'
import { ALONE, THIRTY } from '../../src/modules/interviews/answers.fixture.ts'
import type { Answers } from '../../src/modules/interviews/domain/chapters.ts'
import { journeyAt } from './journey.ts'
import { emailOf, PASSWORD, type Stage, type Visitor } from './stage.ts'
import { type Cast, start, understand } from './walk/begin.ts'
import { build, keepUp } from './walk/build.ts'
import { ask, type Company, invited, make, rowsOf } from './walk/company.ts'
import { agreeOnContextByHand, decideByHand, foundByHand, interviewByHand, seePath } from './walk/hands.ts'
import { keepTable, openSteps, type Score, type Watch, watchOf } from './walk/score.ts'
import { weigh } from './walk/weigh.ts'

/** The days on which the phases are walked; after the last the rhythm turns for a week. */
const DAYS = { A: '2026-09-01', B: '2026-09-08', C: '2026-09-22', D: '2026-10-12', after: '2026-10-21' }

const NAMES = { directorName: 'Anneke Dijk', coordinatorName: 'Tessa Bakker' }
const TEAM = { ...NAMES, serviceName: 'Sanne Kool', itName: 'Ruben Haak', cameras: false }
const MANY: Answers = { ...THIRTY, ...TEAM, headcount: 200, places: ['office', 'warehouse'], offering: 'rosters' }

interface Told {
  readonly name: string
  readonly language: Language
  readonly answers: Answers
}

/** A company that is walked from nothing: who works on it is known once the interview named them. */
function companyAt(scene: () => Stage, { language }: Told, slug: string) {
  const company: Company = {
    get scene() {
      return scene()
    },
    slug,
    language,
    day: () => scene().clock.now().toISOString().slice(0, 10),
    say: (text) => text[language],
  }
  return company
}

async function founder(company: Company, { name, language, answers }: Told): Promise<Visitor> {
  const { scene } = company
  const who = await scene.visitor({ language })
  const person = answers.directorName ?? ''
  const data = {
    organisation: { name },
    name: person,
    email: emailOf(person),
    password: PASSWORD,
    language,
    isDirector: true,
  }
  const answer = await who.context.request.post(`${scene.address}/api/start`, {
    data,
    headers: { origin: scene.address },
  })
  expect(await answer.json()).toEqual({ slug: company.slug })
  return who
}

async function interviewed(company: Company, who: Visitor, answers: Answers): Promise<void> {
  await make(company, who, 'interview', z.record(z.string(), z.json()).parse(answers))
  await ask(company, who, ['POST', 'interview/drafts'], {})
}

/** Whoever the interview named comes in with an account of his own. */
async function gathered(company: Company, director: Visitor): Promise<Cast> {
  const people = await rowsOf(company, director, 'person')
  const bring = (name: string, roles: readonly Role[]): Promise<Visitor> => {
    const person = people.find((one) => one['name'] === name)?.id ?? null
    return invited(company, director, { name, roles, person })
  }
  const consultant = await bring('Connie Sultan', ['consultant'])
  if (people.length === 1) return { director, coordinator: director, owners: [director], consultant }
  return {
    director,
    coordinator: await bring(TEAM.coordinatorName, ['coordinator', 'employee']),
    owners: [await bring(TEAM.serviceName, ['owner', 'employee']), await bring(TEAM.itName, ['owner', 'employee'])],
    consultant,
  }
}

/** Each phase brings more rules in order than the one before it. */
function grows(scores: readonly Score[]): void {
  const oks = scores.map(({ ok }) => ok)
  expect(oks).toEqual([...new Set(oks)].toSorted((one, other) => one - other))
}

describe.each<readonly [string, string, Told]>([
  ['thirty', 'roosterwerk-b-v', { name: 'Roosterwerk B.V.', language: 'nl', answers: { ...THIRTY, ...TEAM } }],
  ['one', 'vos-advice', { name: 'Vos Advice', language: 'en', answers: ALONE }],
  ['two-hundred', 'roster-works', { name: 'Roster Works', language: 'en', answers: MANY }],
])('a company of %s', (size, slug, told) => {
  const scene = journeyAt(`${DAYS.A} 09:00`, () => Promise.resolve())
  const company = companyAt(scene, told, slug)
  let cast: Cast
  let director: Visitor
  const watch: Watch = watchOf(
    () => company,
    () => director,
  )
  const on = (phase: keyof typeof DAYS): void => scene().clock.set(`${DAYS[phase]} 09:00`)

  it('begins with an interview', async () => {
    const isByHand = told.language === 'nl'
    director = isByHand ? await foundByHand(company, told.name, NAMES.directorName) : await founder(company, told)
    await watch.mark('start')
    if (isByHand) await interviewByHand(director)
    else await interviewed(company, director, told.answers)
    await watch.mark('interview')
    cast = await gathered(company, director)
  })

  it('starts (A)', async () => {
    if (told.language === 'nl') await decideByHand(company, director, cast.consultant)
    await start(company, cast, told.answers.headcount ?? 1)
    await watch.mark('A')
  })

  it('understands where it stands (B)', async () => {
    on('B')
    if (told.language === 'nl') await agreeOnContextByHand(company, cast.coordinator)
    await understand(company, cast)
    await watch.mark('B')
  })

  it('weighs its risks (C)', async () => {
    on('C')
    await weigh(company, cast)
    await watch.mark('C')
  })

  it('builds what it needs (D)', async () => {
    on('D')
    await build(company, cast)
    await watch.mark('D')
  })

  it('lets a week pass', async () => {
    on('after')
    await keepUp(company, cast.coordinator)
    await watch.mark('after')
    keepTable(size, watch.scores)
    grows(watch.scores.filter(({ phase }) => phase !== 'after'))
    if (told.language === 'nl') await seePath(company, director, 36)
    expect(await openSteps(company, director)).toEqual([])
    // Nothing was audited yet, so nothing is repaired or rehearsed.
    expect(watch.scores.at(-1)?.done.filter((step) => step > 36)).toEqual([])
  })
})
