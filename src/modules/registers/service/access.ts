import type { AnyRecord, AsOfMode } from '../../../kernel/isms.ts'
import type { Verb } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, Register } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'
import { mayDo, ownerOf, reachOf } from '../domain.ts'

/** Throws forbidden. */
export function demand(ctx: Context, verb: Verb, register: Register, record: AnyRecord | null): void {
  const decision = mayDo(ctx.actor, verb, register, record)
  if (!decision.ok) throw new Refusal('forbidden', `permission.${decision.why}`)
}

/** Whether only what is one's own may be read. Throws forbidden where nothing may. */
export function readsOwnOnly(ctx: Context, register: Register): boolean {
  const reach = reachOf(ctx.actor, register)
  if (reach === 'none') throw new Refusal('forbidden', 'permission.role')
  return reach === 'own'
}

/** A record that somebody may not read is not there for him. */
export function demandRead(ctx: Context, register: Register, record: AnyRecord | null): AnyRecord {
  const isOwnOnly = readsOwnOnly(ctx, register)
  if (record === null || record.register !== register.name) throw new Refusal('not_found', 'record.unknown')
  if (isOwnOnly && ownerOf(register, record) !== ctx.actor.person) throw new Refusal('not_found', 'record.unknown')
  return record
}

/** Registers that the actor may read as a whole. */
export function readable(ctx: Context, names: readonly string[] = []): readonly Register[] {
  return ctx.registry.registers.filter(
    (register) => (names.length === 0 || names.includes(register.name)) && reachOf(ctx.actor, register) === 'all',
  )
}

/** The past is read from the ledger and changed by nobody; today and later days are the present state. */
export function isPast(ctx: Context, at: CalendarDate | undefined): at is CalendarDate {
  return at !== undefined && at < ctx.today()
}

/**
 * The day to read from the ledger; null where the records as they stand are the answer. As *true* on a day, today included,
 * leaves out what was entered as true from later on.
 */
export function dayBack(
  ctx: Context,
  { at, mode }: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): CalendarDate | null {
  return at !== undefined && (mode === 'true' || at < ctx.today()) ? at : null
}
