import type { AnyRecord } from '../../kernel/isms.ts'
import { type JsonObject, sameJson } from '../../kernel/json.ts'
import { isApproving } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate, Register, Transition } from '../../kernel/register.ts'
import { type Registry, tidyText } from '../../kernel/registry.ts'
import { checkGuards } from './guards.ts'
import { sha256 } from './hash.ts'
import { bodiesOf, type PendingEntry } from './ledger.ts'
import { fieldsOf, RECORD_COLUMNS, type RecordRow, toRecord } from './row.ts'
import { presentState } from './state.ts'
import type { Context } from './store.ts'
import { checkReferences, type Known, takeNumbers, write } from './write.ts'

/** One change to one record, asked for by a person, an import, the API or the command line. */
export interface ChangeInput {
  readonly register: string
  /** `create`, `update`, or the name of a transition of the register. */
  readonly act: string
  /** The record; for `create` an id made beforehand, so that other changes of the same batch can point at it. */
  readonly id?: string
  /** The version that the person saw. Left out only by those who hold the record in the same transaction. */
  readonly version?: number
  readonly set?: JsonObject
  /** The state to begin in, for `create` only: a register brought along from elsewhere is not all new. */
  readonly state?: string
  /** From which day it is true; today unless told. */
  readonly validFrom?: CalendarDate
  readonly reason?: string | null
  readonly batch?: string
}

/**
 * The only way to write a record. One transaction, the caller's, takes the record as it becomes, its links and the ledger
 * entry. Throws not_found, invalid with every fault, conflict `record.stale` with both versions, or forbidden.
 */
export async function change(ctx: Context, input: ChangeInput): Promise<AnyRecord> {
  const [record] = await changeAll(ctx, [input])
  if (record === undefined) throw new Error('cannot lose a change')
  return record
}

/** Many changes as one: all or none. A later one may change what an earlier one made. Gives the record after each. */
export async function changeAll(ctx: Context, inputs: readonly ChangeInput[]): Promise<readonly AnyRecord[]> {
  const asked = inputs.map((input) => ({ ...input, id: input.id ?? ctx.newId() }))
  const known: Known = await loadKnown(
    ctx,
    // An id that the caller names for a new record may be taken; one that is made here cannot be.
    asked.filter(({ act }, index) => act !== 'create' || inputs[index]?.id !== undefined).map(({ id }) => id),
  )
  const stood: ReadonlyMap<string, AnyRecord> = new Map(known)
  const numbers = await takeNumbers(ctx, asked)
  const pending: PendingEntry[] = []
  const made: AnyRecord[] = []
  for (const input of asked) {
    const before = known.get(input.id) ?? null
    const after = await apply(ctx, input, before, numbers)
    if (after === null) {
      if (before !== null) made.push(before)
      continue
    }
    known.set(input.id, after)
    made.push(after)
    pending.push(pendingOf(ctx.registry, input, before, after))
  }
  if (pending.length === 0) return made
  await checkReferences(ctx, new Set(pending.map(({ record }) => record)), { known, stood })
  const written = await write(ctx, pending, known)
  return made.map((record) => ({ ...record, ...written.get(`${record.id} ${record.version}`) }))
}

async function loadKnown(ctx: Context, ids: readonly string[]): Promise<Known> {
  if (ids.length === 0) return new Map()
  const { rows } = await ctx.tx.query<RecordRow>({
    name: 'lock-records',
    text: `select ${RECORD_COLUMNS} from record where organisation = $1 and id = any($2) order by id for update`,
    values: [ctx.organisation, [...new Set(ids)]],
  })
  return new Map(rows.map((row) => [row.id, toRecord(row, ctx.registry)]))
}

type Asked = ChangeInput & { readonly id: string }

/** The record after the change; null when nothing would change. Its place in the ledger is filled in by `write`. */
async function apply(
  ctx: Context,
  input: Asked,
  before: AnyRecord | null,
  numbers: (register: Register) => string,
): Promise<AnyRecord | null> {
  const register = ctx.registry.get(input.register)
  const set = ctx.registry.parse(register, input.set ?? {})
  refuseConsultant(ctx, register, input.act)
  if (input.act === 'create') {
    if (before !== null) throw new Refusal('conflict', 'record.exists')
    return completed(ctx, input, null, create(ctx, input, { set, number: numbers(register) }))
  }
  if (before === null || before.register !== register.name) throw new Refusal('not_found', 'record.unknown')
  if (input.version !== undefined && input.version !== before.version) {
    throw new Refusal('conflict', 'record.stale', { attached: { current: before, seen: input.version } })
  }
  if (input.act !== 'update') return completed(ctx, input, before, step(ctx, input, before, set))
  const after = succeed(ctx, input, before, { set, state: before.state })
  return after === null ? null : completed(ctx, input, before, after)
}

/** INVARIANT: a consultant may prepare and never approve, whoever calls and by whatever way (DESIGN, fourth idea). */
function refuseConsultant(ctx: Context, register: Register, act: string): void {
  const isApproval =
    act === 'create' || act === 'update'
      ? isApproving(act, register.access)
      : register.states.transitions[act]?.isApproval === true
  if (isApproval && ctx.actor.roles.includes('consultant')) throw new Refusal('forbidden', 'permission.consultant')
}

/** What follows from the other fields is filled in, and the modules say whether the act may happen. */
async function completed(ctx: Context, input: Asked, before: AnyRecord | null, after: AnyRecord): Promise<AnyRecord> {
  const derivations = ctx.store.derivations.filter(({ register }) => register === after.register)
  const facts = {
    act: input.act,
    on: after.validFrom,
    digest: (text: string) => hex(sha256(Buffer.from(text, 'utf8'))),
    isms: derivations.some(({ wants }) => wants.includes(input.act)) ? await presentState(ctx) : null,
  }
  const derived = derivations.map(({ derive }) => derive(before, after, facts))
  const whole = Object.assign({}, after, ...derived)
  await checkGuards(ctx, input, before === null ? whole : { ...whole, state: before.state })
  return whole
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** The record behind a transition: its state, its stamps, and what the person filled in with it. */
function step(ctx: Context, input: Asked, before: AnyRecord, set: JsonObject): AnyRecord {
  const register = ctx.registry.get(before.register)
  const transition = transitionOf(register, input, before)
  if (transition.needsReason && tidyText(input.reason ?? '') === null) {
    throw new Refusal('invalid', 'record.invalid', { faults: [{ path: 'reason', code: 'field.required' }] })
  }
  // An approval by nobody would prove nothing: whoever signs stands in the register of people.
  if (transition.isApproval && transition.stamps.by !== undefined && ctx.actor.person === null) {
    throw new Refusal('conflict', 'approval.no-person')
  }
  return next(ctx, input, before, { set: { ...stampsOf(ctx, register, transition), ...set }, state: transition.to })
}

/** The next version; null for an update that changes nothing. */
function succeed(
  ctx: Context,
  input: Asked,
  before: AnyRecord,
  to: { readonly set: JsonObject; readonly state: string },
): AnyRecord | null {
  const after = next(ctx, input, before, to)
  const names = Object.keys(ctx.registry.get(before.register).fields)
  return changedNames(names, before, { ...fieldsOf(after, names), state: after.state }).length === 0 ? null : after
}

function next(
  ctx: Context,
  input: Asked,
  before: AnyRecord,
  to: { readonly set: JsonObject; readonly state: string },
): AnyRecord {
  const register = ctx.registry.get(before.register)
  const fields = { ...ctx.registry.empty(register), ...fieldsOf(before, Object.keys(register.fields)), ...to.set }
  refuseMissing(ctx.registry, register, fields)
  return {
    ...before,
    ...fields,
    state: to.state,
    version: before.version + 1,
    validFrom: input.validFrom ?? ctx.today(),
  }
}

function create(ctx: Context, input: Asked, made: { readonly set: JsonObject; readonly number: string }): AnyRecord {
  const register = ctx.registry.get(input.register)
  const fields = { ...ctx.registry.empty(register), ...made.set }
  refuseMissing(ctx.registry, register, fields)
  return {
    ...fields,
    id: input.id,
    register: register.name,
    number: made.number,
    state: input.state ?? register.states.initial,
    version: 1,
    sequence: 0,
    recordedAt: '',
    validFrom: input.validFrom ?? ctx.today(),
  }
}

function refuseMissing(registry: Registry, register: Register, fields: JsonObject): void {
  const faults = registry.missing(register, fields)
  if (faults.length > 0) throw new Refusal('invalid', 'record.invalid', { faults })
}

function transitionOf(register: Register, input: Asked, before: AnyRecord): Transition {
  const step = register.states.transitions[input.act]
  if (step === undefined) throw new Refusal('not_found', 'record.unknown-act', { values: { act: input.act } })
  if (!step.from.includes(before.state)) {
    throw new Refusal('conflict', 'record.not-in-this-state', { values: { act: input.act, state: before.state } })
  }
  return step
}

/** Who acted, and on which day it is true; what the person filled in himself goes before. */
function stampsOf(ctx: Context, register: Register, step: Transition): JsonObject {
  const stamps: Record<string, string | null> = {}
  if (step.stamps.by !== undefined) stamps[step.stamps.by] = ctx.actor.person
  if (step.stamps.at !== undefined) {
    stamps[step.stamps.at] = register.fields[step.stamps.at]?.kind === 'instant' ? ctx.now().toISOString() : ctx.today()
  }
  return stamps
}

/** Names of the fields that differ, `state` included, sorted: what *as true then* lays over each other. */
export function changedNames(names: readonly string[], before: AnyRecord | null, after: JsonObject): readonly string[] {
  const was: JsonObject = before === null ? {} : { ...fieldsOf(before, names), state: before.state }
  return [...names, 'state'].filter((name) => !sameJson(was[name], after[name])).sort()
}

function pendingOf(registry: Registry, input: Asked, before: AnyRecord | null, after: AnyRecord): PendingEntry {
  const register = registry.get(after.register)
  const personal = registry.personalFields(register)
  const names = Object.keys(register.fields)
  const changed = changedNames(names, before, { ...fieldsOf(after, names), state: after.state })
  return {
    validFrom: after.validFrom,
    batch: input.batch ?? null,
    register: register.name,
    record: after.id,
    version: after.version,
    act: input.act,
    ...bodiesOf({
      number: after.number,
      state: after.state,
      changed,
      reason: tidyText(input.reason ?? ''),
      fields: fieldsOf(
        after,
        names.filter((name) => !personal.includes(name)),
      ),
      personalFields: personal.length > 0 ? fieldsOf(after, personal) : null,
    }),
  }
}
