import { addMonths, daysBetween } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { GuardDecision } from '../../../kernel/module.ts'
import { DEFAULTS } from '../../../kernel/parameters.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Action, action } from '../../actions/register.ts'
import { control as catalogueControl, type ThemeId } from '../../catalogue/domain/controls.ts'
import { compareRefs } from '../../controls/domain.ts'
import { type Control, control } from '../../controls/register.ts'
import { isAccepted } from '../../evidence/domain.ts'
import { type Evidence, evidence } from '../../evidence/register.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { type Statement, statement } from '../registers/statement.ts'
import { type StatementLine, statementLine } from '../registers/statement-line.ts'

/** The newest accepted proof that a control works, and how old that is on the day asked about. */
export interface NewestEvidence {
  readonly record: Evidence
  /** The day up to which it proves anything: the end of its period, else when it was collected or accepted. */
  readonly until: CalendarDate
  readonly ageDays: number
  /** The control's own interval, else the organisation's, else the default of the rule set. */
  readonly intervalMonths: number
  readonly isFresh: boolean
}

/** One line as it is read: with its control, the newest proof, and what is still to be done. */
export interface LineView {
  readonly line: StatementLine
  readonly control: Control | null
  readonly theme: ThemeId | 'own'
  readonly evidence: NewestEvidence | null
  readonly actions: readonly Action[]
}

/** How many lines say what. Undecided is a count of its own: it is neither in nor out. */
export interface LineCounts {
  readonly total: number
  readonly included: number
  readonly excluded: number
  readonly undecided: number
  readonly implemented: number
  readonly partly: number
  readonly not: number
  /** Stated as implemented, without accepted evidence. */
  readonly unproven: number
}

/** Lines that count, in the order in which people number controls. */
export function activeLines(isms: Isms): readonly StatementLine[] {
  return isms
    .all(statementLine)
    .filter(({ state }) => state === 'active')
    .toSorted((a, b) => compareRefs(a.ref, b.ref))
}

/** Lines with what the registers say about them on that day; the lines may be those of an earlier, frozen state. */
export function viewsOf(lines: readonly StatementLine[], isms: Isms, at: CalendarDate): readonly LineView[] {
  return lines.map((line) => {
    const of = isms.find(control, line.control)
    return {
      line,
      control: of,
      theme: themeOf(of),
      evidence: newestEvidence(isms, of, at),
      actions: openActions(isms, line),
    }
  })
}

function themeOf(of: Control | null): ThemeId | 'own' {
  return of === null || of.annexA === null ? 'own' : (catalogueControl(of.annexA)?.theme ?? 'own')
}

function untilOf(proof: Evidence): CalendarDate {
  return proof.periodTo ?? proof.collectedAt ?? proof.acceptedAt ?? proof.validFrom
}

function newestEvidence(isms: Isms, of: Control | null, at: CalendarDate): NewestEvidence | null {
  if (of === null) return null
  const newest = isms
    .pointing(evidence, 'proves', of.id)
    .filter(isAccepted)
    .toSorted((a, b) => untilOf(a).localeCompare(untilOf(b)) || a.sequence - b.sequence)
    .at(-1)
  if (newest === undefined) return null
  const intervalMonths = of.evidenceIntervalMonths ?? ownInterval(isms) ?? DEFAULTS.evidenceMonths
  const until = untilOf(newest)
  const isFresh = addMonths(until, intervalMonths) >= at && (newest.expiresAt === null || newest.expiresAt >= at)
  return { record: newest, until, ageDays: Math.max(0, daysBetween(until, at)), intervalMonths, isFresh }
}

function ownInterval(isms: Isms): number | null {
  return isms.all(organisation)[0]?.parameters.evidenceMonths ?? null
}

/** What somebody still has to do for the control (R-6.1.3-d-10): as what the action delivers, or as what it is about. */
function openActions(isms: Isms, line: StatementLine): readonly Action[] {
  const found = [
    ...isms.pointing(action, 'deliverableControl', line.control),
    ...isms.pointing(action, 'subject', line.control),
    ...isms.pointing(action, 'subject', line.id),
  ].filter(({ state }) => state === 'open' || state === 'in_progress')
  return [...new Map(found.map((each) => [each.id, each])).values()]
}

export function countLines(views: readonly LineView[]): LineCounts {
  const lines = views.map(({ line }) => line)
  const included = lines.filter((line) => line.included === true)
  const withStatus = (status: StatementLine['implementationStatus']): number =>
    included.filter((line) => line.implementationStatus === status).length
  return {
    total: lines.length,
    included: included.length,
    excluded: lines.filter((line) => line.included === false).length,
    undecided: lines.filter((line) => line.included === null).length,
    implemented: withStatus('implemented'),
    partly: withStatus('partly'),
    not: withStatus('not'),
    unproven: views.filter(
      ({ line, evidence: proof }) =>
        line.included === true && line.implementationStatus === 'implemented' && proof === null,
    ).length,
  }
}

/** Controls that a statement has to speak about: all of Annex A, and one's own while they are in use. */
function statedControls(isms: Isms): readonly Control[] {
  return isms.all(control).filter(({ annexA, state }) => annexA !== null || state !== 'retired')
}

/** Controls about which no line says anything yet. */
export function controlsWithoutLine(isms: Isms): readonly Control[] {
  const spoken = new Set(activeLines(isms).map((line) => line.control))
  return statedControls(isms).filter(({ id }) => !spoken.has(id))
}

/**
 * Approval is a person's, and covers a yes or a no about every control: 6.1.3 d asks for the necessary controls and for the
 * reason why others are left out, so a statement with open lines is not there yet.
 */
export function mayApprove(isms: Isms, person: RecordId | null): GuardDecision {
  if (person === null) return { ok: false, why: 'approval.no-person' }
  const isOpen = activeLines(isms).some(({ included }) => included === null)
  if (isOpen || controlsWithoutLine(isms).length > 0) return { ok: false, why: 'statement.undecided' }
  return { ok: true }
}

/** One version is in force at a time: the one before it makes way first. */
export function mayPutInForce(isms: Isms, record: Pick<Statement, 'id'>): GuardDecision {
  const other = isms.all(statement).some(({ id, state }) => state === 'in_force' && id !== record.id)
  return other ? { ok: false, why: 'statement.other-in-force' } : { ok: true }
}

type Stated = Pick<Statement['statedApproval'], 'by' | 'on' | 'confirmedAt'>

/** What a file says about approval can be confirmed once, and only where it says something. */
export function mayConfirm(stated: Stated): GuardDecision {
  if (stated.by === null && stated.on === null) return { ok: false, why: 'statement.nothing-stated' }
  return stated.confirmedAt === null ? { ok: true } : { ok: false, why: 'statement.confirmed-already' }
}
