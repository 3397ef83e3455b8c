import { controls } from '../src/modules/catalogue/domain/controls.ts'
import { control } from '../src/modules/controls/register.ts'
import { presentState } from '../src/platform/store/state.ts'
import { assets, at, levelFor, type Made, made, persons, risks, scores, times } from './fixtures.ts'
import type { Place } from './place.ts'

/** Counts of the organisation on which states and rules are measured. */
export const SIZE = { assets: 5_000, risks: 2_000, evidence: 50_000 } as const

const OWNERS = 20
const VALUES = [1, 2, 3, 4, 5]
const DAY = '2026-02-10'

/** Fills an organisation with an ISMS of that size: some of it in order, some not, so that the rules have work. */
export async function fillIsms(place: Place): Promise<void> {
  const owners = persons(OWNERS)
  const method = riskMethod()
  const assessment = made(
    'risk_assessment',
    { title: 'Eerste beoordeling', method: method.id, methodVersion: '1.0', reason: 'initial', completedAt: DAY },
    'completed',
  )
  const plan = made('treatment_plan', { title: 'Behandelplan', versionLabel: '1', publishedAt: DAY }, 'published')
  await place.create([...owners, method, assessment, plan])
  const measures = await place.run(async (ctx) => (await presentState(ctx)).all(control).map(({ id }) => id))
  const open = risks(SIZE.risks, owners, 'in_treatment')
  const by = { method: method.id, methodVersion: '1.0', assessment: assessment.id, scoredAt: DAY }
  const treated = open.filter(({ set }) => set?.['decision'] === 'treat')
  await place.create([
    ...assets(SIZE.assets, owners),
    ...open,
    ...scores(open, by),
    ...scores(treated, { ...by, kind: 'residual', likelihood: 1, consequence: 2, level: levelFor(1, 2), score: 2 }),
    ...treatments(treated, plan, measures),
    ...statement(measures),
    ...evidence(measures, owners),
  ])
  for (const owner of owners) await place.create(consents(owner, plan, treated), owner.id)
}

function riskMethod(): Made {
  return made(
    'risk_method',
    {
      title: 'Vijf bij vijf',
      versionLabel: '1.0',
      approach: 'event',
      likelihoodScale: VALUES.map((value) => ({ value, name: `kans ${value}`, definition: 'Zo vaak' })),
      consequenceScale: VALUES.map((value) => ({ value, name: `gevolg ${value}`, definition: 'Zo erg' })),
      aggregation: 'max',
      levels: ['low', 'medium', 'high'].map((key) => ({ key, name: key })),
      matrix: VALUES.flatMap((likelihood) =>
        VALUES.map((consequence) => ({
          likelihood,
          consequence,
          level: levelFor(likelihood, consequence),
          score: likelihood * consequence,
        })),
      ),
      acceptanceThreshold: 'low',
      authorityTable: [{ level: 'high', capacities: ['risk_owner'] }],
      intervalMonths: 12,
      approvedAt: DAY,
    },
    'active',
  )
}

function treatments(treated: readonly Made[], plan: Made, measures: readonly string[]): readonly Made[] {
  return treated.map((risk, index) =>
    made(
      'treatment',
      {
        title: `Behandeling ${index}`,
        risk: risk.id,
        option: at(['modify', 'modify', 'retain', 'share'], index),
        controls: [at(measures, index), at(measures, index + 31)],
        plan: plan.id,
        owner: risk.set?.['owner'] ?? null,
      },
      'planned',
    ),
  )
}

function statement(measures: readonly string[]): readonly Made[] {
  const version = made('statement', { title: 'Verklaring van toepasselijkheid', versionLabel: '1.0' })
  const lines = controls().map(({ id }, index) =>
    made('statement_line', {
      ref: `A.${id}`,
      control: at(measures, index),
      included: index % 11 !== 0,
      implementationStatus: at(['implemented', 'partly', 'not'], index),
    }),
  )
  return [version, ...lines]
}

/** Most of it proves a control: 93 targets with some 500 records pointing at each. */
function evidence(measures: readonly string[], owners: readonly Made[]): readonly Made[] {
  return times(SIZE.evidence, (index) =>
    made(
      'evidence',
      {
        title: `Uitdraai ${index} van de rechten in het systeem`,
        kind: 'list',
        proves: [at(measures, index)],
        url: `https://bewijs.example.org/uitdraai/${index}`,
        periodFrom: '2026-01-01',
        periodTo: '2026-03-31',
        owner: at(owners, index).id,
        collectedAt: '2026-04-02',
      },
      'collected',
    ),
  )
}

function consents(owner: Made, plan: Made, treated: readonly Made[]): readonly Made[] {
  const common = { decision: 'approved', by: owner.id, capacity: 'risk_owner', at: DAY }
  const own = treated.filter(({ set }) => set?.['owner'] === owner.id)
  return [
    made('approval', { ...common, kind: 'treatment_plan', subject: plan.id, subjectVersion: '1' }),
    ...own.map(({ id }) => made('approval', { ...common, kind: 'residual_risk', subject: id })),
  ]
}
