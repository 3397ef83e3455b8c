import { firstDue, isOverdue, newestReached } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Rule, rule } from '../../kernel/rule.ts'
import { breach, failing, isFilled, lookedFor, notDue, okay, undetermined } from '../../kernel/verdict.ts'
import { type ThreatIntelItem, threatIntelItem } from './register.ts'

function isAnalysed(one: ThreatIntelItem, moment: Moment): boolean {
  return one.state !== 'retired' && moment.reached(one.analysedAt) && isFilled(one.conclusion)
}

const threatsFollowed = rule(
  'R-A.5.7-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MIN',
    reads: [threatIntelItem],
    remedy: { owner: 'coordinator', register: 'threat_intel_item', act: 'create' },
  },
  (facts) => {
    const { isms, moment, parameters } = facts
    const all = isms.all(threatIntelItem)
    const analysed = all.filter((one) => isAnalysed(one, moment))
    const last = newestReached(
      moment,
      analysed.map((one) => one.analysedAt),
    )
    const rhythm = { intervalDays: parameters.threatDays }
    const isLate = isOverdue(facts, moment, { last, ...rhythm })
    if (isLate === 'unknown') return undetermined([{ variant: 'start', values: {}, objects: [] }], all)
    if (!isLate) {
      const due = last === null ? firstDue(facts, moment, rhythm) : null
      return due === null ? okay(analysed) : notDue(due)
    }
    const open = all.filter((one) => one.state === 'received')
    return breach({
      variant: all.length === 0 ? 'none' : 'stale',
      severity: 'MIN',
      values: { n: open.length, days: parameters.threatDays },
      failing: open.map((one) => failing(one, ['analysedAt', 'conclusion'])),
      lookedAt: all,
      lookedFor: [lookedFor('threats_analysed', { days: parameters.threatDays })],
    })
  },
)

export const rules: readonly Rule[] = [threatsFollowed]
