import { isInLookBack } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { breach, forAll, isFilled, lookedFor, okay, together } from '../../kernel/verdict.ts'
import { TOLERANCE_DAYS, turnsUntil } from './domain.ts'
import { type CommunicationLine, communicationLine } from './register.ts'

const DIRECTIONS = ['internal', 'external'] as const

function lines({ isms }: Facts): readonly CommunicationLine[] {
  return isms.all(communicationLine).filter(({ state }) => state === 'active')
}

const determined = rule(
  'R-7.4-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-08',
    reads: [communicationLine],
    remedy: { owner: 'coordinator', register: 'communication_line', act: 'create' },
  },
  (facts) => {
    const all = lines(facts)
    if (all.length === 0) return breach({ variant: 'none', severity: 'MIN', lookedFor: [lookedFor('communication')] })
    const incomplete = forAll(facts, all, [
      {
        variant: 'incomplete',
        fails: (one) => ![one.what, one.when, one.withWhom, one.how].every(isFilled),
        fields: ['when', 'withWhom', 'how'],
      },
    ])
    const absent = DIRECTIONS.filter((direction) => !all.some((one) => one.direction === direction))
    if (absent.length === 0) return incomplete
    const keys = absent.map((direction) => `communication_line.direction.${direction}`)
    const onesided = breach({
      variant: 'onesided',
      severity: 'MIN',
      values: { directions: { keys } },
      lookedAt: all,
      lookedFor: [lookedFor('communication_direction', { directions: { keys } })],
    })
    return together(incomplete, onesided)
  },
)

/** A planned day that has passed, tolerance and all, without the message. Days before the ISMS were nobody's plan. */
function isMissed(facts: Facts, line: CommunicationLine, moment: Moment): boolean {
  const { ismsStart } = facts.plan
  return turnsUntil(line, (due) => moment.reached(due)).some(
    ({ due, doneAt }) =>
      doneAt === null &&
      (ismsStart === null || due >= ismsStart) &&
      moment.late(due, TOLERANCE_DAYS) &&
      isInLookBack(facts, moment, due),
  )
}

const done = rule(
  'R-7.4-2',
  {
    basis: 'O',
    stage: 'S2',
    worst: 'OFI',
    document: 'D-08',
    reads: [communicationLine],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'communication_line', act: 'update' },
  },
  (facts) => {
    const planned = lines(facts).filter((one) => one.firstDue !== null && !facts.isExcepted(one.id))
    if (lines(facts).length > 0 && planned.length === 0) return okay(lines(facts))
    const counts = (one: CommunicationLine, moment: Moment) => moment.reached(one.firstDue)
    return forAll(facts, { of: planned, counts, grade: () => 'OFI' }, [
      { fails: (one, moment) => isMissed(facts, one, moment), fields: ['done'] },
    ])
  },
)

export const rules: readonly Rule[] = [determined, done]
