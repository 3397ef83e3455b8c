/** The life of the risks until 2 March 2026: told, scored, decided, and what happened to them since. */
import { risk } from '../../src/modules/risks/registers/risk.ts'
import { type RiskScore, riskScore } from '../../src/modules/risks/registers/risk-score.ts'
import type { Actor } from './cast.ts'
import { ASSESSMENT, METHOD } from './method.ts'
import { RISKS, TREATED } from './risk-list.ts'
import { act, create, type Given, idOf, idsOf, on, type Step, update } from './story.ts'
import type { Told } from './told.ts'
import { weaknessesOf } from './vulnerabilities.ts'

/** Bands of the method, for the words of a level; the cells that a whole number cannot reach were typed by hand. */
function levelOf(score: number): string {
  if (score < 5) return 'low'
  if (score < 10) return 'medium'
  return score < 15 ? 'high' : 'very_high'
}

interface Scoring {
  readonly kind: RiskScore['kind']
  readonly values: readonly [number, number]
  readonly why: string
  readonly by: Actor
  readonly at: string
  /** A score that is expected belongs to no assessment. */
  readonly isAssessed: boolean
}

function scoreOf(of: Told, { kind, values: [likelihood, consequence], why, by, at, isAssessed }: Scoring) {
  const per = (property: Told['properties'][number]): number | null =>
    of.properties.includes(property) ? consequence : null
  const set: Given<RiskScore> = {
    risk: idOf('risk', of.key),
    kind,
    likelihood,
    consequence,
    consequenceConfidentiality: per('confidentiality'),
    consequenceIntegrity: per('integrity'),
    consequenceAvailability: per('availability'),
    level: levelOf(likelihood * consequence),
    score: likelihood * consequence,
    rationale: why,
    method: METHOD,
    methodVersion: '2',
    assessment: isAssessed ? ASSESSMENT : null,
    scoredBy: idOf('person', by),
    scoredAt: at.slice(0, 10),
  }
  return set
}

const told = (of: Told) =>
  create(
    risk,
    of.key,
    {
      title: of.title,
      scenario: of.scenario,
      approach: 'event',
      riskSource: of.source,
      threats: of.threats,
      vulnerabilities: of.vulnerability,
      weaknesses: weaknessesOf(of.key),
      assets: [...idsOf('asset', ...of.assets), ...idsOf('information_system', ...of.systems)],
      properties: of.properties,
      consequenceCategories: of.categories,
      scenarioClass: of.classOf,
      owner: idOf('person', of.owner),
    },
    'identified',
  )

const scored = (of: Told): Step => {
  const at = '2025-12-11 10:30'
  const scoring = {
    kind: 'current',
    values: [of.likelihood, of.consequence],
    why: of.why,
    by: 'fenna',
    at,
    isAssessed: true,
  } as const
  return on(at, 'fenna', create(riskScore, `${of.key} nu`, scoreOf(of, scoring)), act(risk, of.key, 'analyse'))
}

const decided = (of: Told): Step =>
  on(
    '2025-12-11 15:00',
    'fenna',
    act(risk, of.key, 'evaluate', {
      set: { decision: of.left === undefined ? 'accept' : 'treat', priority: of.priority ?? null, reviewAt: of.review },
    }),
    ...(of.left === undefined ? [] : [act(risk, of.key, 'treat')]),
  )

/** Each owner accepts for himself; a day later, because everybody had gone home. */
const accepted = (of: Told): Step => on('2025-12-12 11:00', of.owner, act(risk, of.key, 'accept'))

/** What is expected to be left when plan version 3 is carried out. */
const expected = (of: Told): readonly Step[] => {
  if (of.left === undefined) return []
  const at = '2026-02-19 10:10'
  const why = 'Verwachting als de maatregelen van plan versie 3 werken zoals bedoeld.'
  const scoring = { kind: 'residual', values: of.left, why, by: 'fenna', at, isAssessed: false } as const
  return [on(at, 'fenna', create(riskScore, `${of.key} rest`, scoreOf(of, scoring)))]
}

const library = RISKS.filter(({ key }) => key === 'R-8')

export const riskSteps: readonly Step[] = [
  on('2025-12-03 10:00', 'fenna', ...RISKS.map(told)),
  ...RISKS.map(scored),
  ...RISKS.map(decided),
  ...RISKS.filter(({ left }) => left === undefined).map(accepted),
  on(
    '2026-01-22 11:05',
    'fenna',
    update(risk, 'R-8', { owner: idOf('person', 'tijs') }, 'Tijs van Beek beslist over de bouwstraat'),
  ),
  on(
    '2026-01-22 11:20',
    'fenna',
    // Nobody took them over: that is a deviation.
    ...['R-4', 'R-11'].map((key) =>
      update(risk, key, { owner: null }, 'Sem Dekker vertrekt; nieuwe eigenaar nog te kiezen'),
    ),
  ),
  ...TREATED.flatMap(expected),
  ...library.map((of): Step => {
    const at = '2026-02-27 16:12'
    const why =
      'Vorig jaar stonden twee ernstige kwetsbaarheden langer dan dertig dagen open. Sinds januari meldt de bouwstraat ze dezelfde dag, dus de kans daalt van 5 naar 4.'
    const scoring = { kind: 'current', values: [4, 4], why, by: 'tijs', at, isAssessed: true } as const
    return on(
      at,
      'tijs',
      act(riskScore, 'R-8 nu', 'supersede', { reason: 'Bouwstraat meldt nu dezelfde dag' }),
      create(riskScore, 'R-8 nu, februari', scoreOf(of, scoring)),
    )
  }),
]
