import type { RecordId } from '../../../../kernel/register.ts'
import { action } from '../../../actions/register.ts'
import { approval } from '../../../approvals/registers/approval.ts'
import { measurement } from '../../../objectives/registers/measurement.ts'
import { metric } from '../../../objectives/registers/metric.ts'
import { objective } from '../../../objectives/registers/objective.ts'
import { risk } from '../../../risks/registers/risk.ts'
import { riskAssessment } from '../../../risks/registers/risk-assessment.ts'
import { riskMethod } from '../../../risks/registers/risk-method.ts'
import { riskScore } from '../../../risks/registers/risk-score.ts'
import { annexAComparison } from '../../../treatments/registers/annex-a-comparison.ts'
import { treatment } from '../../../treatments/registers/treatment.ts'
import { treatmentPlan } from '../../../treatments/registers/treatment-plan.ts'
import type { Builder } from '../builder.ts'
import type { Surroundings } from './context.ts'
import type { People } from './people.ts'
import type { Soa } from './statement.ts'

export interface Risks {
  readonly method: RecordId
  readonly assessment: RecordId
  /** 18 open risks; the first seven are treated. */
  readonly risks: readonly RecordId[]
  /** Current score of each risk. */
  readonly scores: readonly RecordId[]
  /** Of the seven treated ones, in order. */
  readonly treatments: readonly RecordId[]
  readonly treatmentActions: readonly RecordId[]
  readonly residuals: readonly RecordId[]
  readonly acceptances: readonly RecordId[]
  readonly plan: RecordId
  readonly planApprovals: readonly RecordId[]
  readonly comparison: RecordId
  readonly metric: RecordId
  readonly objectives: readonly RecordId[]
  readonly measurement: RecordId
}

const VALUES = [1, 2, 3, 4, 5]
const LEVELS = ['low', 'medium', 'high']

function levelFor(likelihood: number, consequence: number): string {
  const product = likelihood * consequence
  return product >= 15 ? 'high' : product >= 6 ? 'medium' : 'low'
}

function addMethod(build: Builder, people: People): RecordId {
  return build.add(
    riskMethod,
    {
      title: 'Vijf bij vijf',
      versionLabel: '1.0',
      approach: 'asset',
      likelihoodScale: VALUES.map((value) => ({
        value,
        name: `kans ${value}`,
        definition: 'Zo vaak',
        perYearFrom: null,
        perYearTo: null,
      })),
      consequenceScale: VALUES.map((value) => ({
        value,
        name: `gevolg ${value}`,
        category: 'money' as const,
        definition: 'Zo erg',
      })),
      aggregation: 'max',
      levels: LEVELS.map((key) => ({ key, name: key, from: null, to: null, density: null })),
      matrix: VALUES.flatMap((likelihood) =>
        VALUES.map((consequence) => ({
          likelihood,
          consequence,
          level: levelFor(likelihood, consequence),
          score: likelihood * consequence,
        })),
      ),
      acceptanceThreshold: 'low',
      authorityTable: [
        { level: 'low', capacities: ['risk_owner'], roles: [] },
        { level: 'medium', capacities: ['risk_owner', 'top_management'], roles: [] },
        { level: 'high', capacities: ['top_management'], roles: [] },
      ],
      intervalMonths: 12,
      triggers: ['new_service', 'incident'],
      approvedBy: people.director,
      approvedAt: '2025-10-25',
    },
    { state: 'active' },
  )
}

interface Assessed {
  readonly method: RecordId
  readonly assessment: RecordId
}

function addScore(
  build: Builder,
  of: RecordId,
  [kind, likelihood, consequence]: readonly ['current' | 'residual', number, number],
  by: Assessed,
): RecordId {
  return build.add(riskScore, {
    risk: of,
    kind,
    likelihood,
    consequence,
    level: levelFor(likelihood, consequence),
    rationale: 'Besproken in de sessie van november.',
    method: by.method,
    methodVersion: '1.0',
    assessment: by.assessment,
    scoredAt: kind === 'current' ? '2025-11-20' : '2026-01-20',
  })
}

const TREATED = 7

function addRisk(build: Builder, index: number, owner: RecordId, assets: readonly RecordId[]): RecordId {
  return build.add(
    risk,
    {
      title: `Risico ${index + 1}`,
      approach: 'asset',
      assets,
      properties: ['availability', 'integrity', 'confidentiality'],
      owner,
      decision: index < TREATED ? 'treat' : 'accept',
      priority: index < TREATED ? index + 1 : null,
    },
    { state: index < TREATED ? 'in_treatment' : 'accepted' },
  )
}

interface Treated {
  readonly treatments: readonly RecordId[]
  readonly treatmentActions: readonly RecordId[]
  readonly residuals: readonly RecordId[]
  readonly acceptances: readonly RecordId[]
}

function addTreatments(
  build: Builder,
  risks: readonly RecordId[],
  ownerOf: (index: number) => RecordId,
  made: Assessed & { readonly plan: RecordId; readonly controls: readonly RecordId[] },
): Treated {
  const treated = risks.slice(0, TREATED)
  const treatments = treated.map((of, index) =>
    build.add(
      treatment,
      {
        title: `Behandeling van risico ${index + 1}`,
        risk: of,
        option: 'modify',
        controls: made.controls,
        plan: made.plan,
        owner: ownerOf(index),
        changedAt: '2026-01-10',
        controlsChangedAt: '2026-01-10',
      },
      { state: 'planned' },
    ),
  )
  const treatmentActions = treatments.map((of, index) =>
    build.add(action, {
      title: `Maatregel voor risico ${index + 1}`,
      kind: 'treatment',
      treatment: of,
      owner: ownerOf(index),
      due: '2026-12-01',
      resources: 'Acht uur',
    }),
  )
  const residuals = treated.map((of) => addScore(build, of, ['residual', 1, 3], made))
  const acceptances = treated.map((of, index) =>
    build.add(approval, {
      kind: 'residual_risk',
      subject: of,
      decision: 'approved',
      by: ownerOf(index),
      capacity: 'risk_owner',
      at: '2026-02-15',
    }),
  )
  return { treatments, treatmentActions, residuals, acceptances }
}

function addObjectives(
  build: Builder,
  people: People,
  about: RecordId,
): Pick<Risks, 'metric' | 'objectives' | 'measurement'> {
  const made = build.add(metric, {
    title: 'Meldingen',
    subject: 'isms_process',
    method: 'Tellen',
    unit: 'stuks',
    frequencyMonths: 3,
    owner: people.officer,
  })
  const objectives = ['Meer meldingen', 'Minder storing', 'Iedereen weet het'].map((title) =>
    build.add(
      objective,
      {
        title,
        policyTheme: 'Bewust werken',
        metric: made,
        unit: 'stuks',
        target: 10,
        targetDate: '2026-12-31',
        what: 'Vertellen en oefenen',
        resources: 'Tien uur',
        responsible: people.officer,
        due: '2026-12-31',
        evaluationMethod: 'Tellen in december',
        frequencyMonths: 6,
        communicatedAt: '2025-12-01',
        reviewedAt: '2026-01-15',
        risks: [about],
        approvedBy: people.director,
        approvedAt: '2025-12-01',
      },
      { state: 'active' },
    ),
  )
  const reading = build.add(measurement, { metric: made, value: 4, at: '2026-02-01', by: people.officer })
  return { metric: made, objectives, measurement: reading }
}

function addConsent(
  build: Builder,
  people: People,
  plan: RecordId,
  references: readonly string[],
): Pick<Risks, 'planApprovals' | 'comparison'> {
  const planApprovals = people.owners.map((owner) =>
    build.add(approval, {
      kind: 'treatment_plan',
      subject: plan,
      subjectVersion: '3',
      decision: 'approved',
      by: owner,
      capacity: 'risk_owner',
      at: '2026-02-15',
    }),
  )
  const comparison = build.add(annexAComparison, {
    title: 'Vergelijking met bijlage A',
    comparedAt: '2026-02-05',
    by: people.officer,
    plan,
    references,
  })
  return { planApprovals, comparison }
}

export function addRisks(build: Builder, people: People, soa: Soa, surroundings: Surroundings): Risks {
  const method = addMethod(build, people)
  const assessment = build.add(
    riskAssessment,
    {
      title: 'Eerste beoordeling',
      method,
      methodVersion: '1.0',
      reason: 'initial',
      startedAt: '2025-11-15',
      completedAt: '2025-12-01',
      owner: people.officer,
    },
    { state: 'completed' },
  )
  const by = { method, assessment }
  const ownerOf = (index: number): RecordId => people.owners[index % 2 === 0 ? 0 : 1]
  const risks = Array.from({ length: 18 }, (_, index) =>
    addRisk(build, index, ownerOf(index), [surroundings.customerData]),
  )
  const scores = risks.map((of, index) =>
    addScore(build, of, index < TREATED ? ['current', 3, 4] : ['current', 1, 4], by),
  )
  const plan = build.add(
    treatmentPlan,
    {
      title: 'Behandelplan',
      versionLabel: '3',
      owner: people.officer,
      publishedAt: '2026-02-01',
      publishedBy: people.officer,
    },
    { state: 'published' },
  )
  const controls = ['8.5', '8.13'].map((number) => soa.controls.get(number) ?? '')
  const treated = addTreatments(build, risks, ownerOf, { ...by, plan, controls })
  const consent = addConsent(build, people, plan, [...soa.controls.keys()])
  return {
    method,
    assessment,
    risks,
    scores,
    ...treated,
    plan,
    ...consent,
    ...addObjectives(build, people, risks[0] ?? ''),
  }
}
