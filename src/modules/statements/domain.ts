import { sameJson } from '../../kernel/json.ts'
import type { CalendarDate, RecordId } from '../../kernel/register.ts'
import { compareRefs } from '../controls/domain.ts'
import { type StatementLine, statementLine } from './registers/statement-line.ts'

/** What a statement says about a control; the rest of a line is about the line itself. */
export const SUBSTANCE = [
  'included',
  'inclusionReasons',
  'exclusionJustification',
  'implementationStatus',
  'implementationDescription',
  'owner',
  'ownerRole',
  'ownerStated',
] as const satisfies readonly (keyof StatementLine)[]
export type SubstanceField = (typeof SUBSTANCE)[number]

/** One line that differs between two versions of the statement. */
export interface LineDifference {
  readonly control: RecordId
  readonly ref: string
  readonly kind: 'added' | 'removed' | 'changed'
  /** The line in the earlier version; null where it was added. */
  readonly before: StatementLine | null
  /** The line in the later version; null where it was removed. */
  readonly after: StatementLine | null
  /** Which fields differ, in the order of the columns; empty where the line was added or removed. */
  readonly fields: readonly SubstanceField[]
}

/** What changed between two versions of the statement, control by control, in the order of their references. */
export function difference(
  before: readonly StatementLine[],
  after: readonly StatementLine[],
): readonly LineDifference[] {
  const was = byControl(before)
  const is = byControl(after)
  const controls = new Set([...was.keys(), ...is.keys()])
  return [...controls]
    .flatMap((control) => lineDifference(control, was.get(control) ?? null, is.get(control) ?? null))
    .sort((a, b) => compareRefs(a.ref, b.ref))
}

function byControl(lines: readonly StatementLine[]): ReadonlyMap<RecordId, StatementLine> {
  const living = lines.filter(({ state }) => !statementLine.states.ended.includes(state))
  return new Map(living.map((line) => [line.control, line]))
}

function lineDifference(
  control: RecordId,
  before: StatementLine | null,
  after: StatementLine | null,
): readonly LineDifference[] {
  const ref = after?.ref ?? before?.ref ?? ''
  if (before === null) return [{ control, ref, kind: 'added', before, after, fields: [] }]
  if (after === null) return [{ control, ref, kind: 'removed', before, after, fields: [] }]
  const fields = changedFields(before, after)
  return fields.length === 0 ? [] : [{ control, ref, kind: 'changed', before, after, fields }]
}

type Substance = Pick<StatementLine, SubstanceField>

function changedFields(before: Substance, after: Substance): readonly SubstanceField[] {
  return SUBSTANCE.filter((name) => !sameJson(before[name], after[name]))
}

/** The day of the change where it touches what the line says (R-6.1.3-d-9); empty where it does not. */
export function lineDates(
  before: Substance | null,
  after: Substance,
  on: CalendarDate,
): Partial<Pick<StatementLine, 'changedAt'>> {
  return before === null || changedFields(before, after).length > 0 ? { changedAt: on } : {}
}

/** Necessary controls that the statement does not include (R-6.1.3-d-2). Undecided is not included. */
export function missingControls(
  lines: readonly StatementLine[],
  necessary: ReadonlySet<RecordId>,
): readonly RecordId[] {
  const included = new Set(lines.filter((line) => line.included === true).map(({ control }) => control))
  return [...necessary].filter((control) => !included.has(control))
}
