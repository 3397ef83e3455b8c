import { addMonths, datesIn } from '../../../kernel/calendar.ts'
import type { AsOfMode, Isms, LastChange } from '../../../kernel/isms.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Stage } from '../../../kernel/rule.ts'
import { lastFieldChanges } from '../../../platform/store/read.ts'
import type { Context } from '../../../platform/store/store.ts'
import { rules } from '../../../rules.gen.ts'
import { changedSince } from '../domain/changes.ts'
import { type Case, type RuleSet, ruleSetOf } from '../domain/day.ts'
import { RULE_SET_VERSION } from '../domain/rule-set.ts'
import { worldOf } from '../domain/world-of.ts'

const NEWEST = ruleSetOf(RULE_SET_VERSION, rules)

/** The newest rule set. Only that one is kept; a question that names another is refused rather than answered by this one. */
export function ruleSet(named?: string): RuleSet {
  if (named !== undefined && named !== RULE_SET_VERSION) {
    throw new Refusal('invalid', 'readiness.rule-set', { values: { named, newest: RULE_SET_VERSION } })
  }
  return NEWEST
}

/** The forecast is the organisation's own; who comes to conclude for himself is not shown it (DESIGN, fourth idea). */
export function mayForesee(ctx: Context): void {
  const { roles } = ctx.actor
  if (roles.length > 0 && roles.every((role) => role === 'external_auditor')) {
    throw new Refusal('forbidden', 'readiness.external-auditor')
  }
}

export function caseOf(ctx: Context, isms: Isms, stage: Stage, named?: string): Case {
  return { isms, world: worldOf(isms, ctx.registry.registers), ruleSet: ruleSet(named), stage }
}

/** Nobody plans further, and work that recurs daily would fall due a million times by the end of the calendar. */
const FURTHEST_MONTHS = 120

/** Refuses a day of which nothing can be known: an empty answer would pass for an organisation that did nothing. */
export async function demandKnown(ctx: Context, at: CalendarDate, mode: AsOfMode): Promise<void> {
  const last = addMonths(ctx.today(), FURTHEST_MONTHS)
  if (at > last) throw new Refusal('invalid', 'readiness.too-far', { values: { at, last } })
  if (at >= ctx.today()) return
  const first = await firstDay(ctx, mode)
  if (first !== null && at < first) throw new Refusal('invalid', 'readiness.before-start', { values: { at, first } })
}

/** The first day of the ledger: on which its first entry was recorded, or from which its earliest is true. */
export async function firstDay(ctx: Context, mode: AsOfMode): Promise<CalendarDate | null> {
  const { rows } = await ctx.tx.query<{ recorded: string | null; valid: string | null }>(
    mode === 'known'
      ? 'select recorded_at as recorded, null as valid from ledger_entry where organisation = $1 and sequence = 1'
      : 'select null as recorded, min(valid_from) as valid from ledger_entry where organisation = $1',
    [ctx.organisation],
  )
  const first = rows[0]
  if (first === undefined) return null
  return first.recorded === null ? first.valid : datesIn(ctx.timeZone)(first.recorded)
}

/** On which day fields of these records last changed, for `since` where no date tells. */
export async function lastChangeOf(
  ctx: Context,
  ids: readonly RecordId[],
  { at, mode, start }: { readonly at: CalendarDate; readonly mode: AsOfMode; readonly start: CalendarDate | null },
): Promise<LastChange> {
  const changes = ids.length === 0 ? new Map<string, CalendarDate>() : await lastFieldChanges(ctx, ids, { at, mode })
  return changedSince((id, field) => changes.get(`${id} ${field}`) ?? null, start, at)
}

/** Further ahead than a certificate lasts nothing can be said. */
const LONGEST_MONTHS = 36

/** A stretch of days that runs forward, and not further than can be said anything about. */
export function demandStretch(from: CalendarDate, to: CalendarDate): void {
  if (to < from || to > addMonths(from, LONGEST_MONTHS)) {
    throw new Refusal('invalid', 'readiness.stretch', { values: { from, to } })
  }
}
