import type { JsonObject } from '../../kernel/json.ts'
import type { Language } from '../../kernel/text.ts'
import { change } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { control } from '../controls/register.ts'
import { levelOf } from '../risks/domain/method.ts'
import { fiveByFive } from '../risks/domain/presets.ts'
import { founded, type Place } from '../statements/place.fixture.ts'
import { current } from '../statements/service/read.ts'
import { approve, changeLines, start } from '../statements/service/write.ts'

export const wordsFor = wordsIn(texts)

export interface Case extends Place {
  readonly director: string
  readonly risk: string
  readonly law: string
}

/** Likelihood, consequence, and both after treatment, of each risk. */
const SCORES = [
  [3, 5, 1, 5],
  [4, 2, null, null],
  [2.5, 3, null, null],
] as const

/** A small company in the middle of its work: a scope, a method, three risks, and a statement with its first decisions. */
export async function small(language: Language = 'nl'): Promise<Case> {
  const at = await founded(language)
  const make = async (register: string, set: JsonObject, state?: string): Promise<string> =>
    (await at.save({ register, act: 'create', set, ...(state === undefined ? {} : { state }) })).id
  const director = await make('person', { name: 'Fenna Postma', isTopManagement: true })
  const developer = await make('person', { name: 'Youssef el Amrani' })
  await make('scope', { title: 'Toepassingsgebied', statement: 'Het maken en beheren van roostersoftware.' })
  const law = await make('requirement', {
    title: 'Beveiliging van persoonsgegevens',
    sourceType: 'law',
    sourceRef: 'AVG art. 32',
  })
  const method = await approvedMethod(at, language, director)
  const titles = ['Back-up blijkt niet terug te zetten', 'Inbraak in het kantoor', 'Betaalkoppeling valt stil']
  const risks: string[] = []
  for (const title of titles) {
    risks.push(
      await make('risk', { title, owner: developer, properties: ['availability', 'integrity'], decision: 'treat' }),
    )
  }
  for (const [index, [likelihood, consequence, after, afterConsequence]] of SCORES.entries()) {
    await scored(at, { risk: risks[index] ?? '', method, kind: 'current', likelihood, consequence })
    if (after !== null) {
      await scored(at, {
        risk: risks[index] ?? '',
        method,
        kind: 'residual',
        likelihood: after,
        consequence: afterConsequence,
      })
    }
  }
  const backup = await controlOf(at, '8.13')
  await make('treatment', { title: 'Terugzetten oefenen', risk: risks[0] ?? '', option: 'modify', controls: [backup] })
  return { ...at, director, risk: risks[0] ?? '', law }
}

async function approvedMethod(at: Place, language: Language, person: string): Promise<string> {
  const preset = fiveByFive(wordsFor(language))
  const { id } = await at.save({
    register: 'risk_method',
    act: 'create',
    set: { ...preset, versionLabel: '2' },
  })
  await at.run((ctx) => change(ctx, { register: 'risk_method', act: 'approve', id }), { person })
  return id
}

interface Score {
  readonly risk: string
  readonly method: string
  readonly kind: string
  readonly likelihood: number
  readonly consequence: number
}

async function scored(at: Place, score: Score): Promise<void> {
  const level = levelOf(fiveByFive(wordsFor('nl')), score.likelihood, score.consequence)
  await at.save({
    register: 'risk_score',
    act: 'create',
    set: { ...score, level: level?.level ?? null, score: level?.score ?? null, scoredAt: '2026-02-02' },
  })
}

export async function controlOf(at: Place, annexA: string): Promise<string> {
  const isms = await at.run((ctx) => presentState(ctx))
  const found = isms.all(control).find((each) => each.annexA === annexA)
  if (found === undefined) throw new Error(`cannot find ${annexA}`)
  return found.id
}

/** Starts version 1.0 and decides about every control: all but three apply. */
export async function decided(at: Case): Promise<void> {
  await at.run((ctx) => start(ctx, { version: '1.0' }, wordsFor('nl')))
  const { lines } = await at.run((ctx) => current(ctx, '2099-01-01', 'known'))
  await at.run((ctx) =>
    changeLines(ctx, {
      lines: lines.map(({ id, version, ref }) => ({
        id,
        version,
        set: ['A.8.20', 'A.8.22', 'A.8.34'].includes(ref)
          ? { included: false, exclusionJustification: `Geen eigen netwerk of systemen (${ref}).` }
          : {
              included: true,
              implementationStatus: ref.startsWith('A.7') ? ('partly' as const) : ('implemented' as const),
              implementationDescription:
                ref === 'A.8.13' ? 'Elke nacht, wekelijks teruggezet in een leeg systeem.' : null,
              inclusionReasons:
                ref === 'A.8.13'
                  ? [
                      { type: 'risk' as const, link: at.risk, text: null },
                      { type: 'law' as const, link: at.law, text: 'beschikbaarheid' },
                    ]
                  : [{ type: 'business' as const, link: null, text: null }],
              owner: at.director,
            },
      })),
    }),
  )
}

export async function approvedBy(at: Case): Promise<void> {
  const { statement, sequence } = await at.run((ctx) => current(ctx, '2099-01-01', 'known'))
  await at.run((ctx) => approve(ctx, { id: statement?.id ?? '', version: statement?.version ?? 0, sequence }), {
    roles: ['top_management'],
    person: at.director,
  })
}
