import { addMonths, months } from '../../kernel/calendar.ts'
import { type Rule, rule } from '../../kernel/rule.ts'
import { breach, lookedFor, notDue, okay } from '../../kernel/verdict.ts'
import { improvement } from './register.ts'

const YEAR = 12

const improving = rule(
  'R-10.1-1',
  {
    basis: 'N',
    stage: 'SV',
    worst: 'MIN',
    document: 'D-14',
    reads: [improvement],
    remedy: { owner: 'coordinator', register: 'improvement', act: 'create' },
  },
  ({ isms, moment, plan }) => {
    const done = isms.all(improvement).filter((one) => one.state === 'done' && moment.reached(one.doneAt))
    if (done.some((one) => moment.within(one.doneAt, months(YEAR)))) return okay(done)
    // Who has not run for a year cannot have gone a year without (1.7, 8); for two years likewise.
    const { ismsStart } = plan
    if (ismsStart !== null && !moment.late(addMonths(ismsStart, YEAR))) return notDue(addMonths(ismsStart, YEAR))
    const isRecent = done.some((one) => moment.within(one.doneAt, months(2 * YEAR)))
    const isYoung = ismsStart !== null && !moment.late(addMonths(ismsStart, 2 * YEAR))
    const isLapse = !isRecent && !isYoung
    return breach({
      variant: isLapse ? 'two_years' : 'one_year',
      severity: isLapse ? 'MIN' : 'OFI',
      lookedAt: done,
      lookedFor: [lookedFor('any', { register: { keys: ['improvement.plural'] } })],
    })
  },
)

export const rules: readonly Rule[] = [improving]
