import { months } from '../../kernel/calendar.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { coverage, forAll, type Grade, lookedFor } from '../../kernel/verdict.ts'
import { accessGrant } from '../access/register.ts'
import { unit } from '../organisation/registers/unit.ts'
import { hasPrivileges, isSettled, unlessUnknown } from '../people/domain/presence.ts'
import { type Person, person } from '../people/registers/person.ts'
import { type AwarenessRecord, awarenessRecord, TOPICS } from './register.ts'

/**
 * Whether the person was told all three things within the interval. An auditor adds up what somebody was told: a talk in
 * spring and a lesson in autumn count together. What was tested and not passed does not count.
 */
function isAware(facts: Facts, one: Person, moment: Moment): boolean {
  const open = new Set<string>(TOPICS)
  // The newest first: mostly it is the only one that has to be looked at.
  for (const record of facts.isms.pointing(awarenessRecord, 'person', one.id).toReversed()) {
    if (!counts(facts, record, moment)) continue
    for (const topic of record.topics) open.delete(topic)
    if (open.size === 0) return true
  }
  return false
}

/** The interval is the organisation's own, so an exception lifts it; that somebody was told once is the standard's demand. */
function counts(facts: Facts, record: AwarenessRecord, moment: Moment): boolean {
  if (record.state !== 'active' || record.result === 'insufficient') return false
  if (facts.isExcepted(record.person)) return moment.reached(record.at)
  return moment.within(record.at, months(facts.parameters.awarenessMonths))
}

/** Not quite all is a weak spot, unless one of those who miss can do the most harm. */
function gradeFor(facts: Facts): Grade {
  const { isms, moment } = facts
  const isHarmful = () =>
    isms
      .all(person)
      .filter((one) => one.kind !== null && hasPrivileges(isms, one, moment) && isSettled(isms, one, moment))
      .some((one) => !isAware(facts, one, moment))
  return (tally) => {
    const severity = coverage(tally)
    return severity === 'OFI' && isHarmful() ? 'MIN' : severity
  }
}

const everybodyAware = rule(
  'R-7.3-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    pattern: 'share',
    document: 'D-07',
    reads: [awarenessRecord, person, unit, accessGrant],
    remedy: { owner: 'coordinator', register: 'awareness_record', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    const population = {
      of: () => isms.all(person),
      counts: (one: Person, moment: Moment) => isSettled(isms, one, moment),
      grade: gradeFor(facts),
    }
    return forAll(facts, population, [
      {
        fails: (one, moment) => unlessUnknown(one, !isAware(facts, one, moment)),
        lookedFor: lookedFor('awareness'),
      },
    ])
  },
)

export const rules: readonly Rule[] = [everybodyAware]
