import { addDays, earliest } from '../../kernel/calendar.ts'
import { firstDue, isOverdue, newestReached, type Rhythm } from '../../kernel/interval.ts'
import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import { always, forAll, heldAgainst, lookedFor, notDue, ratio, together } from '../../kernel/verdict.ts'
import { systemsInScope } from '../assets/domain.ts'
import { type InformationSystem, informationSystem } from '../assets/registers/information-system.ts'
import { isExcepted } from '../exceptions/domain.ts'
import { exception } from '../exceptions/register.ts'
import { fixDays, scanMonths } from './domain.ts'
import { type ScanRun, scanRun } from './registers/scan-run.ts'
import { type Vulnerability, vulnerability } from './registers/vulnerability.ts'

const RULE = 'R-A.8.8-1'

/** Scans by the class of systems that they were about as a whole. */
type ScansByClass = ReadonlyMap<string, readonly ScanRun[]>

function scansByClass(isms: Isms): ScansByClass {
  const made = new Map<string, ScanRun[]>()
  for (const run of isms.all(scanRun)) {
    for (const of of run.systemClasses) made.set(of, [...(made.get(of) ?? []), run])
  }
  return made
}

function scansOf(isms: Isms, byClass: ScansByClass, system: InformationSystem): readonly ScanRun[] {
  return [...(byClass.get(system.systemClass ?? '') ?? []), ...isms.pointing(scanRun, 'systems', system.id)]
}

/** Null where nothing is asked: the supplier scans, or an exception lifts the rhythm. */
function rhythmOf(facts: Facts, scans: readonly ScanRun[], system: InformationSystem): Rhythm | null | 'unknown' {
  const intervalMonths = scanMonths(system, facts.parameters)
  if (intervalMonths === null || facts.isExcepted(system.id)) return null
  if (intervalMonths === 'unknown') return 'unknown'
  const planned = scans.filter(({ state }) => state !== 'cancelled').map(({ plannedAt }) => plannedAt)
  return { intervalMonths, start: system.inUseSince, planned: earliest(...planned) }
}

function isScanLate(
  facts: Facts,
  scans: readonly ScanRun[],
  system: InformationSystem,
  moment: Moment,
): boolean | 'unknown' {
  const rhythm = rhythmOf(facts, scans, system)
  if (rhythm === null || rhythm === 'unknown') return rhythm ?? false
  const done = scans.filter(({ state }) => state === 'done').map(({ doneAt }) => doneAt)
  return isOverdue(facts, moment, { ...rhythm, last: newestReached(moment, done) })
}

/** "No scanning": nothing was scanned ever. */
function scanned(facts: Facts): RuleResult {
  const { isms, moment } = facts
  const byClass = scansByClass(isms)
  const isAnyDone = isms.all(scanRun).some(({ state, doneAt }) => state === 'done' && moment.reached(doneAt))
  const systems = systemsInScope(isms).filter((one) => scanMonths(one, facts.parameters) !== null)
  const runs = new Map(systems.map((one) => [one.id, scansOf(isms, byClass, one)]))
  const result = forAll(facts, systems, [
    {
      variant: isAnyDone ? 'unscanned' : 'none',
      grade: always(isAnyDone ? 'MIN' : 'MAJ'),
      fails: (one, at) => isScanLate(facts, runs.get(one.id) ?? [], one, at),
      fields: ['systemClass'],
      lookedFor: lookedFor('any', { register: { keys: ['scan_run.plural'] } }),
    },
  ])
  const rhythms = systems.map((one) => rhythmOf(facts, runs.get(one.id) ?? [], one))
  const due = rhythms.flatMap((one) => (one === null || one === 'unknown' ? [] : (firstDue(facts, moment, one) ?? [])))
  const first = earliest(...due)
  if (result.state === 'ok' && !isAnyDone && first !== null) return notDue(first)
  return heldAgainst(
    result,
    isms.all(scanRun).filter(({ state }) => state === 'done'),
  )
}

function isOpen({ state }: Vulnerability): boolean {
  return state === 'open' || state === 'in_progress'
}

/** By the time for its severity; where there is none for it, by the day that was agreed. */
function fixedBy({ parameters }: Facts, one: Vulnerability): CalendarDate | null {
  const days = fixDays(one.severity, parameters)
  if (days === null) return one.dueAt
  return one.foundAt === null ? null : addDays(one.foundAt, days)
}

/** An exception covers it by name, or every system that it was found on. */
function isOverTime(facts: Facts, one: Vulnerability, moment: Moment): boolean {
  if (!moment.late(fixedBy(facts, one)) || isExcepted(facts.isms, one.id, RULE, moment)) return false
  return one.systems.length === 0 || !one.systems.every((system) => isExcepted(facts.isms, system, RULE, moment))
}

function fixed(facts: Facts): RuleResult {
  const open = facts.isms.all(vulnerability).filter(isOpen)
  const known = open.filter((one) => one.severity !== null && one.foundAt !== null)
  const isUrgent = (one: Vulnerability) => one.severity === 'critical' || one.severity === 'high'
  const isLate = (one: Vulnerability, moment: Moment) => isOverTime(facts, one, moment)
  return together(
    forAll(facts, { of: known.filter(isUrgent), grade: ratio(0.25) }, [{ variant: 'urgent', fails: isLate }]),
    forAll(
      facts,
      known.filter((one) => !isUrgent(one)),
      [{ variant: 'overdue', fails: isLate }],
    ),
    forAll(
      facts,
      open.filter((one) => one.severity === null || one.foundAt === null),
      [{ variant: 'ungraded', fails: () => 'unknown', fields: ['severity', 'foundAt'] }],
    ),
  )
}

const vulnerabilitiesFixed = rule(
  RULE,
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [informationSystem, scanRun, vulnerability, exception],
    remedy: { owner: 'object_owner', register: 'vulnerability', act: 'fix' },
  },
  (facts) => together(scanned(facts), fixed(facts)),
)

export const rules: readonly Rule[] = [vulnerabilitiesFixed]
