import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { breach, failing, forAll, gated, lookedFor, okay, together, undetermined } from '../../../kernel/verdict.ts'
import { compareRefs } from '../../controls/domain.ts'
import { type Control, control } from '../../controls/register.ts'
import { isLive } from '../../treatments/domain/treated.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import { annexAControls, approvalOf, lineOf, linesOf, newestStatement } from '../domain/newest.ts'
import { type Statement, statement } from '../registers/statement.ts'
import { type StatementLine, statementLine } from '../registers/statement-line.ts'

const statementExists = rule(
  'R-6.1.3-d-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-05',
    reads: [statement],
    remedy: { owner: 'top_management', register: 'statement', act: 'approve' },
  },
  ({ isms, moment }) => {
    const kept = isms.all(statement).filter((one) => one.state !== 'superseded')
    const approved = kept.filter((one) => approvalOf(one, moment) !== null)
    if (approved.length > 0) return okay(approved)
    const missing = [lookedFor('in_force', { type: { keys: ['statement'] } })]
    if (kept.length === 0) return breach({ variant: 'none', severity: 'MAJ', lookedFor: missing })
    const stated = kept.filter(isStated)
    if (stated.length > 0)
      return undetermined([{ variant: 'stated', values: {}, objects: stated.map(({ id }) => id) }], kept)
    return breach({
      variant: 'draft',
      severity: 'MIN',
      failing: kept.slice(-1).map((one) => failing(one, ['state', 'approvedAt'])),
      lookedAt: kept,
      lookedFor: missing,
    })
  },
)

/** A file says that it was approved, and nobody has confirmed that here (DESIGN, settled early, 3). */
function isStated({ statedApproval: { by, on, confirmedAt } }: Statement): boolean {
  return (by !== null || on !== null) && confirmedAt === null
}

const controlsHeld = rule(
  'R-6.1.3-d-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-05',
    reads: [statement, statementLine, control, treatment],
    remedy: { owner: 'coordinator', register: 'statement_line', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    if (newestStatement(isms) === null) return gated
    const annexA = annexAControls(isms)
    const necessary = new Set(
      isms
        .all(treatment)
        .filter(isLive)
        .flatMap((one) => one.controls),
    )
    const absent = annexA.filter((one) => lineOf(isms, one.id) === null)
    const left = isms
      .all(control)
      .filter((one) => necessary.has(one.id) && !isIncluded(facts, one) && !absent.includes(one))
    const severity = absent.length + left.length > 5 ? 'MAJ' : 'MIN'
    const missing = (variant: string, controls: readonly Control[]): RuleResult => {
      if (controls.length === 0) return okay(annexA)
      const objects = controls
        .toSorted(byRef)
        .map((one) => failing(one, ['included'], lineOf(isms, one.id)?.id ?? null))
      return breach({ variant, severity, failing: objects, lookedAt: annexA })
    }
    return together(missing('no_line', absent), missing('not_included', left), undecidedLines(facts))
  },
)

function isIncluded({ isms }: Facts, one: Control): boolean {
  return lineOf(isms, one.id)?.included === true
}

function byRef(a: Control, b: Control): number {
  return compareRefs(a.ref ?? '', b.ref ?? '')
}

/** Undecided is neither in nor out: it stays a question, whatever the lines around it say. */
function undecidedLines({ isms }: Facts): RuleResult {
  const open = linesOf(isms).filter(({ line }) => line.included === null)
  if (open.length === 0) return okay()
  const values = { n: open.length, total: linesOf(isms).length }
  return undetermined([{ variant: 'undecided', values, objects: open.map(({ id }) => id) }])
}

/** How long a change of a line or of the necessary controls may wait for a new version. */
const LAG_DAYS = 30

const statementCurrent = rule(
  'R-6.1.3-d-9',
  {
    basis: 'O',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-05',
    reads: [statement, statementLine, control, treatment],
    remedy: { owner: 'coordinator', register: 'statement', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    const approvals = isms.all(statement).map((one) => approvalOf(one, moment))
    const approvedAt = approvals
      .filter((date) => date !== null)
      .sort()
      .at(-1)
    if (approvedAt === undefined) return gated
    const isNewer = (changedAt: string | null, at: Moment): boolean =>
      changedAt !== null && changedAt > approvedAt && at.late(changedAt, LAG_DAYS)
    const lines: readonly StatementLine[] = linesOf(isms)
      .map(({ line }) => line)
      .filter(({ id }) => !facts.isExcepted(id))
    const lineChanges = forAll(facts, lines, [
      { variant: 'lines', fails: (line, at) => isNewer(line.changedAt, at), fields: ['changedAt'] },
    ])
    const treatments = isms.all(treatment).filter((one) => isLive(one) && !facts.isExcepted(one.id))
    const treatmentChanges = forAll(facts, treatments, [
      { variant: 'treatments', fails: (one, at) => isNewer(one.controlsChangedAt, at), fields: ['controlsChangedAt'] },
    ])
    return together(lineChanges, treatmentChanges)
  },
)

export const rules: readonly Rule[] = [statementExists, controlsHeld, statementCurrent]
