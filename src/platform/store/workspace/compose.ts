/**
 * A workspace file out of a history that a program made up, without a database: for samples, which nobody entered. The
 * same history gives the same bytes, so the salts follow from their place; nothing in a sample is anybody's secret.
 */
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { append, EMPTY_FRONTIER, root } from '../../../kernel/merkle.ts'
import { type Fault, Refusal } from '../../../kernel/refusal.ts'
import type { Registry } from '../../../kernel/registry.ts'
import { changedNames } from '../change.ts'
import type { EntryRow } from '../entry.ts'
import { SALT_LENGTH, sha256 } from '../hash.ts'
import { leafOf } from '../leaf.ts'
import { bodiesOf } from '../ledger.ts'
import { fieldsOf } from '../row.ts'
import { printable } from './export.ts'
import { FORMAT, VERSION } from './format.ts'

/** A record as it became, and who entered that. */
export interface MadeUp {
  readonly before: AnyRecord | null
  readonly after: AnyRecord
  readonly act: string
  readonly actor: string
  readonly reason: string | null
}

/** An organisation whose whole history is at hand. */
export interface Composition {
  readonly name: string
  readonly slug: string
  readonly ledger: string
  readonly actors: readonly { readonly id: string; readonly person: string | null }[]
  /** In the order of the ledger; asked for three times, because root and size go before the entries. */
  readonly versions: () => Iterable<MadeUp>
}

/** Faults that are told at once; more of them help nobody. */
const MOST_FAULTS = 20

/** The lines of its file, for `writeLines`. Throws invalid with each record and field that its register would refuse. */
export async function* composedLines(registry: Registry, made: Composition): AsyncGenerator {
  const { name, slug, ledger } = made
  refuseFaults(registry, made)
  const { size, hash } = treeOf(registry, made)
  yield {
    format: FORMAT,
    version: VERSION,
    name,
    slug,
    ledger,
    isSample: true,
    size,
    root: hash,
    // Nobody witnessed these times.
    statedUntil: size,
    verifierKeys: [],
  }
  for (const actor of made.actors) yield { actor }
  let sequence = 0
  for (const version of made.versions()) {
    sequence += 1
    yield { entry: printable(entryOf(registry, ledger, { version, sequence })) }
  }
  yield { end: { entries: size, files: 0 } }
}

function refuseFaults(registry: Registry, made: Composition): void {
  const registers = new Map<string, string>()
  for (const { after } of made.versions()) registers.set(after.id, after.register)
  const faults: Fault[] = []
  for (const { after } of made.versions()) {
    for (const fault of faultsIn(registry, after, registers)) {
      faults.push({ ...fault, path: `${after.number}.${fault.path}` })
    }
    if (faults.length >= MOST_FAULTS) break
  }
  if (faults.length > 0) throw new Refusal('invalid', 'record.invalid', { faults: faults.slice(0, MOST_FAULTS) })
}

function faultsIn(registry: Registry, record: AnyRecord, registers: ReadonlyMap<string, string>): readonly Fault[] {
  const register = registry.get(record.register)
  const fields = fieldsOf(record, Object.keys(register.fields))
  try {
    registry.parse(register, fields)
  } catch (error) {
    if (error instanceof Refusal) return error.details.faults ?? []
    throw error
  }
  const wrong = registry.references(register, fields).flatMap(({ path, to, targets }): readonly Fault[] => {
    const at = registers.get(to)
    if (at === undefined) return [{ path, code: 'field.dangling' }]
    const fits = targets.length === 0 || targets.includes(at)
    return fits ? [] : [{ path, code: 'field.wrong-register', values: { register: at } }]
  })
  return [...registry.missing(register, fields), ...wrong]
}

function treeOf(
  registry: Registry,
  { ledger, versions }: Composition,
): { readonly size: number; readonly hash: string } {
  let frontier = EMPTY_FRONTIER
  for (const version of versions()) {
    const { leaf } = entryOf(registry, ledger, { version, sequence: frontier.size + 1 })
    frontier = append(sha256, frontier, leaf)
  }
  return { size: frontier.size, hash: Buffer.from(root(sha256, frontier)).toString('hex') }
}

function entryOf(
  registry: Registry,
  ledger: string,
  { version, sequence }: { readonly version: MadeUp; readonly sequence: number },
): EntryRow {
  const { after, act, actor } = version
  const { ordinary, personal } = bodiesOf(partsOf(registry, version), (part) =>
    Buffer.from(sha256(Buffer.from(`${ledger} ${sequence} ${part}`, 'utf8'))).subarray(0, SALT_LENGTH),
  )
  const placed = {
    behalf: null,
    channel: 'import',
    batch: null,
    register: after.register,
    record: after.id,
    version: after.version,
  } as const
  const hashes = { ordinary: ordinary.hash, personal: personal?.hash ?? null }
  const { recordedAt, validFrom } = after
  const leaf = leafOf({ ledger, sequence, recordedAt, validFrom, actor, act, ...placed, ...hashes })
  return {
    ...placed,
    sequence,
    recorded_at: recordedAt,
    valid_from: validFrom,
    actor,
    act,
    ordinary: ordinary.text,
    ordinary_salt: ordinary.salt,
    personal: personal?.text ?? null,
    personal_salt: personal?.salt ?? null,
    personal_hash: personal === null ? null : Buffer.from(personal.hash, 'hex'),
    leaf: Buffer.from(leaf),
  }
}

function partsOf(registry: Registry, { before, after, reason }: MadeUp): Parameters<typeof bodiesOf>[0] {
  const register = registry.get(after.register)
  const names = Object.keys(register.fields)
  const personal = registry.personalFields(register)
  const fields: JsonObject = registry.tidy(register, fieldsOf(after, names))
  const of = (wanted: readonly string[]): JsonObject =>
    Object.fromEntries(wanted.map((name) => [name, fields[name] ?? null]))
  return {
    number: after.number,
    state: after.state,
    changed: changedNames(names, before, { ...fields, state: after.state }),
    reason,
    fields: of(names.filter((name) => !personal.includes(name))),
    personalFields: personal.length > 0 ? of(personal) : null,
  }
}
