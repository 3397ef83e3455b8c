import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { Register } from '../../../kernel/register.ts'
import { type Rule, rule, type SentenceValues } from '../../../kernel/rule.ts'
import { breach, failing, gated, isFilled, okay } from '../../../kernel/verdict.ts'
import { action } from '../../actions/register.ts'
import { completedAudits } from '../../audits/domain/held.ts'
import { audit } from '../../audits/registers/audit.ts'
import { riskAssessment } from '../../risks/registers/risk-assessment.ts'
import { actionsOfReview, openOn } from '../domain/actions.ts'
import { type LatestReview, latestReview } from '../domain/held.ts'
import { missingInputs, type ReviewInput } from '../domain.ts'
import { managementReview } from '../registers/management-review.ts'

/** What is wrong with a filled input: which sentence says it, and with what. */
interface Objection {
  readonly variant: string
  readonly values?: SentenceValues
}

/** One letter of 9.3.2: which inputs it asks for, and what else has to be so. */
interface Asked {
  readonly letter: 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g'
  readonly inputs: readonly ReviewInput[]
  readonly reads: readonly Register[]
  readonly objection: (isms: Isms, latest: LatestReview, moment: Moment) => Objection | null
}

const nothing = (): null => null

/** Words may say how actions stand; links alone have to name each that was open on the day. */
function actionsLeftOut(isms: Isms, { review, previous }: LatestReview): Objection | null {
  if (previous === null || isFilled(review.inputs.a.text)) return null
  const left = openOn(actionsOfReview(isms, previous), review.heldAt).filter(
    ({ id }) => !review.inputs.a.links.includes(id),
  )
  return left.length === 0 ? null : { variant: 'incomplete', values: { n: left.length } }
}

/** An internal audit was reported by the day of the review, and after the review before it. */
function auditLeftOut(isms: Isms, { review, previous }: LatestReview, moment: Moment): Objection | null {
  const since = previous?.heldAt ?? null
  const isNew = completedAudits(isms, moment).some(
    ({ reportAt }) =>
      reportAt !== null && review.heldAt !== null && reportAt <= review.heldAt && (since === null || reportAt > since),
  )
  return isNew ? null : { variant: 'no_audit' }
}

/** Words may say how the assessment came out; links alone have to lead to the newest one of the day. */
function assessmentLeftOut(isms: Isms, { review }: LatestReview): Objection | null {
  if (isFilled(review.inputs.f.text)) return null
  const { heldAt } = review
  const newest = isms
    .all(riskAssessment)
    .filter(({ completedAt }) => completedAt !== null && heldAt !== null && completedAt <= heldAt)
    .toSorted((a, b) => (a.completedAt ?? '').localeCompare(b.completedAt ?? '', 'en'))
    .at(-1)
  if (newest === undefined || review.inputs.f.links.includes(newest.id)) return null
  return { variant: 'no_assessment' }
}

const ASKED: readonly Asked[] = [
  { letter: 'a', inputs: ['a'], reads: [action], objection: actionsLeftOut },
  { letter: 'b', inputs: ['b'], reads: [], objection: nothing },
  { letter: 'c', inputs: ['c'], reads: [], objection: nothing },
  { letter: 'd', inputs: ['d1', 'd2', 'd3', 'd4'], reads: [audit], objection: auditLeftOut },
  { letter: 'e', inputs: ['e'], reads: [], objection: nothing },
  { letter: 'f', inputs: ['f'], reads: [riskAssessment], objection: assessmentLeftOut },
  { letter: 'g', inputs: ['g'], reads: [], objection: nothing },
]

function inputConsidered({ letter, inputs, reads, objection }: Asked): Rule {
  return rule(
    `R-9.3.2-${letter}-1`,
    {
      basis: 'N',
      stage: 'S2',
      worst: 'MIN',
      document: 'D-14',
      reads: [managementReview, ...reads],
      remedy: { owner: 'coordinator', register: 'management_review', act: 'update' },
    },
    ({ isms, moment }) => {
      const latest = latestReview(isms, moment)
      if (latest === null) return gated
      const { review } = latest
      const missing = missingInputs(review).filter((name) => inputs.includes(name))
      const found = missing.length > 0 ? { variant: 'empty' } : objection(isms, latest, moment)
      if (found === null) return okay([review])
      const values = { gaps: { keys: missing.map((name) => `management_review.inputs.${name}`) }, ...found.values }
      return breach({
        variant: found.variant,
        severity: 'MIN',
        values,
        failing: [failing(review, ['inputs'])],
        lookedAt: [review],
      })
    },
  )
}

export const rules: readonly Rule[] = ASKED.map(inputConsidered)
