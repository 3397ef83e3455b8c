import { earliest } from '../../kernel/calendar.ts'
import { isFirstLate, isOverdue, newestReached } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { always, forAll, heldAgainst, lookedFor } from '../../kernel/verdict.ts'
import { systemsInScope } from '../assets/domain.ts'
import { type InformationSystem, informationSystem } from '../assets/registers/information-system.ts'
import { backedUpUntil, isInForce, newestFirst, rpoDays } from './domain.ts'
import { type BackupPolicy, backupPolicy } from './registers/backup-policy.ts'
import { type BackupRun, backupRun } from './registers/backup-run.ts'
import { type RestoreTest, restoreTest } from './registers/restore-test.ts'

const RESTORE_MONTHS = 12

/** A system that must be brought back, with what is there for it. */
interface BackedUp {
  readonly id: string
  readonly system: InformationSystem
  readonly rpoHours: number
  readonly policies: readonly BackupPolicy[]
  readonly runs: readonly BackupRun[]
  readonly tests: readonly RestoreTest[]
}

/** There may be thousands of runs: each is looked at once here, and the newest ones alone after that. */
function backedUp({ isms }: Facts): readonly BackedUp[] {
  return systemsInScope(isms).flatMap((system) => {
    if (system.rpoHours === null) return []
    return [
      {
        id: system.id,
        system,
        rpoHours: system.rpoHours,
        policies: isms.pointing(backupPolicy, 'systems', system.id),
        runs: newestFirst(isms.pointing(backupRun, 'system', system.id)),
        tests: isms.pointing(restoreTest, 'systems', system.id),
      },
    ]
  })
}

/** Never a success, though the first was due. */
function isWithoutBackup(facts: Facts, one: BackedUp, moment: Moment): boolean | 'unknown' {
  if (backedUpUntil(one.runs, one.rpoHours, one.policies, moment) !== null) return false
  return isFirstLate(facts, moment, { intervalDays: rpoDays(one.rpoHours), start: one.system.inUseSince })
}

function isUntested(facts: Facts, one: BackedUp, moment: Moment): boolean | 'unknown' {
  if (facts.isExcepted(one.id)) return false
  const passed = one.tests.filter(({ state, result }) => state === 'done' && result === 'success')
  const planned = one.tests.filter(({ state }) => state !== 'cancelled').map(({ plannedAt }) => plannedAt)
  return isOverdue(facts, moment, {
    last: newestReached(
      moment,
      passed.map(({ doneAt }) => doneAt),
    ),
    intervalMonths: RESTORE_MONTHS,
    start: one.system.inUseSince,
    planned: earliest(...planned),
  })
}

/** The newest run alone: there may be one for each day. */
function evidenceOf({ policies, runs, tests }: BackedUp): readonly (BackupPolicy | BackupRun | RestoreTest)[] {
  return [...policies, ...runs.slice(0, 1), ...tests]
}

const backupsMade = rule(
  'R-A.8.13-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [informationSystem, backupPolicy, backupRun, restoreTest],
    remedy: { owner: 'object_owner', register: 'restore_test', act: 'create' },
  },
  (facts) => {
    const systems = backedUp(facts)
    const result = forAll(facts, systems, [
      {
        variant: 'critical',
        grade: always('MAJ'),
        fails: (one, moment) => one.system.criticality === 'high' && isWithoutBackup(facts, one, moment),
        lookedFor: lookedFor('any', { register: { keys: ['backup_run.plural'] } }),
      },
      { variant: 'none', fails: (one, moment) => isWithoutBackup(facts, one, moment) },
      {
        variant: 'ungoverned',
        fails: (one, moment) => !one.policies.some((policy) => isInForce(policy, moment)),
      },
      {
        variant: 'old',
        // How old it may be is the organisation's own choice, so an exception lifts it (1.10, 8).
        fails: (one, moment) =>
          !facts.isExcepted(one.id) && moment.late(backedUpUntil(one.runs, one.rpoHours, one.policies, moment)),
      },
      {
        variant: 'untested',
        fails: (one, moment) => isUntested(facts, one, moment),
        lookedFor: lookedFor('any', { register: { keys: ['restore_test.plural'] } }),
      },
    ])
    return heldAgainst(result, systems.flatMap(evidenceOf))
  },
)

export const rules: readonly Rule[] = [backupsMade]
