import { addDays } from '../../../kernel/calendar.ts'
import { isInLookBack } from '../../../kernel/interval.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, gated, heldAgainst, lookedFor } from '../../../kernel/verdict.ts'
import { action } from '../../actions/register.ts'
import { isSettled } from '../../nonconformities/domain.ts'
import { type Nonconformity, nonconformity } from '../../nonconformities/register.ts'
import { completedAudits } from '../domain/held.ts'
import { audit } from '../registers/audit.ts'
import { type Finding, finding } from '../registers/finding.ts'

const FOLLOWED = 'R-9.2.2-6'

/** Within so many days of the report a finding is in the nonconformity process. */
const REGISTER_DAYS = 14

/** Major and minor findings of internal auditors that stand. */
function ownFindings(isms: Isms): readonly Finding[] {
  return isms.all(finding).filter((one) => {
    const isOwn = one.authorKind === 'internal_auditor' || isms.find(audit, one.audit)?.kind === 'internal'
    const isNonconformity = one.grade === 'major' || one.grade === 'minor'
    return isOwn && isNonconformity && one.state !== 'draft' && one.state !== 'withdrawn'
  })
}

function reportDay(isms: Isms, one: Finding): CalendarDate | null {
  return isms.find(audit, one.audit)?.reportAt ?? one.raisedAt
}

function nonconformitiesOf(isms: Isms, one: Finding): readonly Nonconformity[] {
  const found = [...isms.pointing(nonconformity, 'finding', one.id), ...isms.pointing(nonconformity, 'objects', one.id)]
  return found.filter(({ state }) => state !== 'withdrawn')
}

function isLeftLying(isms: Isms, one: Finding, moment: Moment): boolean {
  const on = reportDay(isms, one)
  if (on === null) return false
  const limit = addDays(on, REGISTER_DAYS)
  const days = nonconformitiesOf(isms, one).map(({ detectedAt }) => detectedAt)
  // A nonconformity that does not say its day is there; nothing shows that it came late.
  if (days.some((day) => day === null || day <= limit)) return false
  return moment.late(limit) && !isSettled(isms, one.id, FOLLOWED, moment)
}

const findingsFollowed = rule(
  FOLLOWED,
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-15',
    looksBack: true,
    reads: [finding, audit, nonconformity, action],
    remedy: { owner: 'coordinator', register: 'nonconformity', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    if (completedAudits(isms, facts.moment).length === 0) return gated
    const population = {
      of: ownFindings(isms),
      counts: (one: Finding, moment: Moment) => isInLookBack(facts, moment, reportDay(isms, one)),
    }
    const result = forAll(facts, population, [
      {
        fails: (one, moment) => isLeftLying(isms, one, moment),
        lookedFor: lookedFor('any', { register: { keys: ['nonconformity.plural'] } }),
      },
    ])
    return heldAgainst(
      result,
      population.of.flatMap((one) => nonconformitiesOf(isms, one)),
    )
  },
)

export const rules: readonly Rule[] = [findingsFollowed]
