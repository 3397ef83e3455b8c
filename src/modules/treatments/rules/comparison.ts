import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { breach, failing, forAll, lookedFor } from '../../../kernel/verdict.ts'
import { ANNEX_A_COUNT } from '../../statements/domain/newest.ts'
import { isLive } from '../domain/treated.ts'
import { type AnnexAComparison, annexAComparison } from '../registers/annex-a-comparison.ts'
import { type Treatment, treatment } from '../registers/treatment.ts'

/** How long a comparison may lag behind a change of controls. */
const LAG_DAYS = 30

function comparisons({ isms }: Facts, moment: Moment): readonly AnnexAComparison[] {
  return isms
    .all(annexAComparison)
    .filter((one) => one.state === 'active' && moment.reached(one.comparedAt))
    .sort((a, b) => (a.comparedAt ?? '').localeCompare(b.comparedAt ?? '', 'en'))
}

function coversAll(one: AnnexAComparison): boolean {
  return new Set(one.references).size >= ANNEX_A_COUNT
}

/** Controls of a treatment were changed after the comparison, and long enough ago to have been compared again. */
function isOvertaken(one: Treatment, comparedAt: CalendarDate | null, moment: Moment): boolean {
  const { controlsChangedAt } = one
  if (controlsChangedAt === null || comparedAt === null || controlsChangedAt <= comparedAt) return false
  return moment.late(controlsChangedAt, LAG_DAYS)
}

const compared = rule(
  'R-6.1.3-c-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-05',
    reads: [annexAComparison, treatment],
    remedy: { owner: 'coordinator', register: 'annex_a_comparison', act: 'create' },
  },
  (facts) => {
    const all = comparisons(facts, facts.moment)
    const missing = [lookedFor('comparison', { total: ANNEX_A_COUNT })]
    const newest = all.findLast(coversAll)
    if (newest === undefined) {
      return breach({
        variant: all.length === 0 ? 'none' : 'partial',
        severity: all.length === 0 ? 'MAJ' : 'MIN',
        values: { n: new Set(all.at(-1)?.references).size, total: ANNEX_A_COUNT },
        failing: all.slice(-1).map((one) => failing(one, ['references'])),
        lookedAt: all,
        lookedFor: missing,
      })
    }
    const treatments = facts.isms.all(treatment).filter(isLive)
    const outdated = forAll(facts, treatments, [
      { variant: 'outdated', fails: (one, moment) => isOvertaken(one, newest.comparedAt, moment) },
    ])
    return outdated.state === 'not_applicable' ? { state: 'ok', lookedAt: [newest.id] } : outdated
  },
)

export const rules: readonly Rule[] = [compared]
