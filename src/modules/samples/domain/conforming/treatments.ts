import type { RecordId } from '../../../../kernel/register.ts'
import { action } from '../../../actions/register.ts'
import { approval } from '../../../approvals/registers/approval.ts'
import { annexAComparison } from '../../../treatments/registers/annex-a-comparison.ts'
import { treatment } from '../../../treatments/registers/treatment.ts'
import { treatmentPlan } from '../../../treatments/registers/treatment-plan.ts'
import type { Builder } from '../builder.ts'
import { riskName } from './names.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import { type Assessed, addScore } from './scores.ts'
import type { Soa } from './statement.ts'

export interface Treated {
  /** Of the treated risks, in order. */
  readonly treatments: readonly RecordId[]
  readonly treatmentActions: readonly RecordId[]
  readonly residuals: readonly RecordId[]
  readonly acceptances: readonly RecordId[]
  readonly plan: RecordId
  readonly planApprovals: readonly RecordId[]
  readonly comparison: RecordId
}

interface Treating extends People, Soa, Assessed {
  readonly risks: readonly RecordId[]
  readonly ownerOf: (index: number) => RecordId
}

export function addTreatments(build: Builder, about: Treating, scheme: Scheme): Treated {
  const { officer, risks, ownerOf } = about
  const publishedAt = scheme.after({ days: 123 })
  const plan = build.add(
    treatmentPlan,
    { title: 'Behandelplan', versionLabel: '3', owner: officer, publishedAt, publishedBy: officer },
    { key: 'treatment_plan', state: 'published' },
  )
  const treatments = addEach(build, { ...about, plan }, scheme)
  const treatmentActions = treatments.map((of, index) =>
    build.add(
      action,
      {
        title: `Maatregel tegen: ${riskName(index)}`.slice(0, 200),
        kind: 'treatment',
        treatment: of,
        owner: ownerOf(index),
        due: scheme.ahead({ days: 274 }),
        resources: 'Acht uur',
      },
      { key: `action.treatment.${index + 1}`, validFrom: publishedAt },
    ),
  )
  const residuals = risks.map((of) => addScore(build, of, ['residual', 1, 3], about))
  return { treatments, treatmentActions, residuals, plan, ...addConsent(build, { ...about, plan }, scheme) }
}

function addEach(
  build: Builder,
  { controls, plan, risks, ownerOf }: Treating & { readonly plan: RecordId },
  scheme: Scheme,
): readonly RecordId[] {
  const day = scheme.after({ days: 101 })
  return risks.map((of, index) =>
    build.add(
      treatment,
      {
        title: `Behandeling van: ${riskName(index)}`.slice(0, 200),
        risk: of,
        option: 'modify',
        controls: ['8.5', '8.13'].map((number) => controls.get(number) ?? ''),
        plan,
        owner: ownerOf(index),
        changedAt: day,
        controlsChangedAt: day,
      },
      { state: 'planned' },
    ),
  )
}

/** What the owners of the risks said to plan and residual risks, and the check against Annex A. */
function addConsent(
  build: Builder,
  { officer, owners, controls, risks, ownerOf, plan }: Treating & { readonly plan: RecordId },
  scheme: Scheme,
): Pick<Treated, 'acceptances' | 'planApprovals' | 'comparison'> {
  const at = scheme.after({ days: 137 })
  const acceptances = risks.map((of, index) =>
    build.add(
      approval,
      {
        kind: 'residual_risk',
        subject: of,
        decision: 'approved',
        by: ownerOf(index),
        capacity: 'risk_owner',
        at,
      },
      { key: `approval.residual.${index + 1}` },
    ),
  )
  const planApprovals = [...new Set(owners)].map((owner, index) =>
    build.add(
      approval,
      {
        kind: 'treatment_plan',
        subject: plan,
        subjectVersion: '3',
        decision: 'approved',
        by: owner,
        capacity: 'risk_owner',
        at,
      },
      { key: `approval.plan.${index + 1}` },
    ),
  )
  const comparison = build.add(
    annexAComparison,
    {
      title: 'Vergelijking met bijlage A',
      comparedAt: scheme.after({ days: 127 }),
      by: officer,
      plan,
      references: [...controls.keys()],
    },
    { key: 'annex_a_comparison' },
  )
  return { acceptances, planApprovals, comparison }
}
