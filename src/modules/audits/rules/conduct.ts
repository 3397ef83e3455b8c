import { isInLookBack } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { always, type Check, forAll, gated, lookedFor, type Population } from '../../../kernel/verdict.ts'
import { action } from '../../actions/register.ts'
import { control } from '../../controls/register.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { isSettled } from '../../nonconformities/domain.ts'
import { nonconformity } from '../../nonconformities/register.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { ismsProcess } from '../../processes/registers/isms-process.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'
import { completedAudits, performedOn } from '../domain/held.ts'
import { hasAuditors, isAllOwn, ownItems } from '../domain/independence.ts'
import { itemNames, scopeOf } from '../domain/items.ts'
import { isReportDue, isReportLate, isReportMissing, isSentOn, unprovenItems } from '../domain/report.ts'
import { type Audit, audit } from '../registers/audit.ts'
import { auditSample } from '../registers/audit-sample.ts'

/** What tells who answers for an item. */
const ANSWERING = [ismsProcess, control, statementLine, documentVersion, role, roleAssignment]

/** The organisation's own audits in the look-back (readiness 1.10, 5); where none was ever held, R-9.2.1-1 speaks (1.7, 4). */
function ofAudits(facts: Facts, checks: readonly Check<Audit>[]): RuleResult {
  const held = completedAudits(facts.isms, facts.moment)
  if (held.length === 0) return gated
  const population: Population<Audit> = {
    of: held,
    counts: (one, moment) => isInLookBack(facts, moment, performedOn(one)),
  }
  return forAll(facts, population, checks)
}

const criteriaAndScope = rule(
  'R-9.2.2-a-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-13',
    looksBack: true,
    reads: [audit],
    remedy: { owner: 'object_owner', register: 'audit', act: 'update' },
  },
  (facts) =>
    ofAudits(facts, [
      {
        fails: (one) => one.criteria.length === 0 || scopeOf(one).length === 0,
        fields: ['criteria', 'scopeItems'],
      },
    ]),
)

const notOnesOwnWork = rule(
  'R-9.2.2-b-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-13',
    looksBack: true,
    reads: [audit, ...ANSWERING],
    remedy: { owner: 'coordinator', register: 'audit', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    const values = (them: readonly Audit[]) => {
      const own = them.flatMap((one) => ownItems(isms, one))
      const all = them.flatMap(scopeOf)
      return { own: own.length, items: all.length, which: itemNames(isms, own) }
    }
    return ofAudits(facts, [
      { variant: 'all', grade: always('MAJ'), fails: (one) => isAllOwn(isms, one), fields: ['auditors'], values },
      {
        variant: 'some',
        grade: always('MIN'),
        // Without a name nobody can tell; the question is who audited.
        fails: (one) => ownItems(isms, one).length > 0 || (hasAuditors(one) ? false : 'unknown'),
        fields: ['auditors'],
        values,
      },
    ])
  },
)

const REPORTED = 'R-9.2.2-c-1'

/** Not there, or there too late and not settled by a nonconformity (readiness 1.7, 10). */
function isLateToReport(facts: Facts, one: Audit, moment: Moment): boolean {
  if (one.reportAt === null || !moment.reached(one.reportAt)) return moment.late(performedOn(one), 30)
  return isReportLate(one) && !isSettled(facts.isms, one.id, REPORTED, moment)
}

const reported = rule(
  REPORTED,
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-13',
    looksBack: true,
    reads: [audit, person, nonconformity, action, ...ANSWERING],
    remedy: { owner: 'object_owner', register: 'audit', act: 'report' },
  },
  (facts) =>
    ofAudits(facts, [
      { variant: 'late', fails: (one, moment) => isLateToReport(facts, one, moment), fields: ['reportAt'] },
      {
        variant: 'unsent',
        fails: (one, moment) => moment.reached(one.reportAt) && !isSentOn(facts.isms, one),
        fields: ['reportedTo'],
        lookedFor: lookedFor('report_to_managers'),
      },
    ]),
)

const proven = rule(
  'R-9.2.2-5',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-13',
    looksBack: true,
    reads: [audit, auditSample, control],
    remedy: { owner: 'object_owner', register: 'audit', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    return ofAudits(facts, [
      {
        variant: 'report',
        grade: always('MAJ'),
        // A report has as many days as R-9.2.2-c-1 gives it.
        fails: isReportMissing,
        fields: ['report', 'reportVersion', 'conclusion'],
      },
      {
        variant: 'items',
        grade: always('MIN'),
        // The work papers come with the report.
        fails: (one, moment) => isReportDue(one, moment) && unprovenItems(isms, one).length > 0,
        fields: ['scopeItems'],
        values: (them) => {
          const unproven = them.flatMap((one) => unprovenItems(isms, one))
          return { bare: unproven.length, items: them.flatMap(scopeOf).length, which: itemNames(isms, unproven) }
        },
        lookedFor: lookedFor('work_papers'),
      },
    ])
  },
)

export const rules: readonly Rule[] = [criteriaAndScope, notOnesOwnWork, reported, proven]
