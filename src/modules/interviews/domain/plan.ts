import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { Json, JsonObject } from '../../../kernel/json.ts'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { control } from '../../controls/register.ts'
import { person } from '../../people/registers/person.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'
import type { Question } from './chapters.ts'
import { aboutFields, fallingWith, keysIn, needsOf } from './choice.ts'
import { questionsIn } from './conditions.ts'
import { type Draft, type DraftSet, type DraftValue, isLinkTo } from './draft.ts'
import { everyKey, ORGANISATION } from './drafts.ts'

/** Where drafts are put: what is there already, and which id a key has here. */
export interface Place {
  readonly isms: Isms
  readonly registerOf: (name: string) => Register
  readonly idOf: (key: string) => RecordId
  /** Keys of drafts that somebody does not want. */
  readonly leftOut: ReadonlySet<string>
}

export interface Made {
  readonly draft: Draft
  readonly id: RecordId
  readonly set: JsonObject
}

export interface Completed extends Made {
  /** Of the record in which the empty places were seen. */
  readonly version: number
}

export interface Standing {
  readonly draft: Draft
  readonly id: RecordId
  /** Made by an earlier run; else the organisation had it by itself. */
  readonly isOurs: boolean
}

export interface Gone {
  readonly id: RecordId
  readonly because: readonly Question[]
}

/** What making the drafts would do here. What is there is never changed, but for fields that nobody filled in yet. */
export interface Plan {
  readonly made: readonly Made[]
  /** Records in which something empty is filled in. */
  readonly completed: readonly Completed[]
  readonly standing: readonly Standing[]
  /** Not made because somebody left them out, with what falls with them. */
  readonly leftOut: readonly Made[]
  /** Made by an earlier run, still there, and no longer led to by the answers: told, not removed. */
  readonly gone: readonly Gone[]
}

/** Registers of which an organisation begins with one record: what it has stands in for the draft. */
const ONE_TO_BEGIN: readonly string[] = [
  'scope',
  'risk_method',
  'risk_assessment',
  'treatment_plan',
  'statement',
  'audit_programme',
]

export function planOf(drafts: readonly Draft[], place: Place): Plan {
  const records = recordsFor(drafts, place)
  const recordOf = ({ key }: Draft): AnyRecord | null => records.get(key) ?? null
  const missing = drafts.filter((draft) => recordOf(draft) === null && draft.register !== ORGANISATION)
  const hanging = missing.map((draft) => ({ key: draft.key, needs: needsOf(draft, place.registerOf(draft.register)) }))
  const fallen = fallingWith(hanging, place.leftOut)
  const idFor = idsFor(drafts, records, { fallen, place })
  const made = missing.flatMap((draft) =>
    !fallen.has(draft.key) && isWhole(draft, idFor)
      ? [{ draft, id: place.idOf(draft.key), set: jsonOf(draft.set, idFor) }]
      : [],
  )
  const completed = drafts.flatMap((draft) => completionOf(draft, recordOf(draft), { idFor, idOf: place.idOf }))
  const standing = drafts.flatMap((draft) => {
    const record = recordOf(draft)
    return record === null ? [] : [{ draft, id: record.id, isOurs: record.id === place.idOf(draft.key) }]
  })
  const leftOut = missing
    .filter(({ key }) => fallen.has(key))
    .map((draft) => ({ draft, id: place.idOf(draft.key), set: jsonOf(draft.set, idFor) }))
  return { made, completed, standing, leftOut, gone: goneOf(drafts, place) }
}

type Records = ReadonlyMap<string, AnyRecord>
type IdFor = (to: string) => RecordId | null

/** The records that stand where drafts would, by their keys. What a draft is about is looked up first. */
function recordsFor(drafts: readonly Draft[], place: Place): Records {
  const plainly = drafts.flatMap((draft) => entryOf(draft, findFor(draft, place)))
  const first = new Map(plainly)
  const others = drafts.flatMap((draft) =>
    first.has(draft.key)
      ? []
      : entryOf(
          draft,
          findAbout(draft, place, (key) => first.get(key)?.id ?? null),
        ),
  )
  return new Map([...plainly, ...others])
}

function entryOf({ key }: Draft, record: AnyRecord | null): readonly (readonly [string, AnyRecord])[] {
  return record === null ? [] : [[key, record]]
}

/** What the organisation has already about the same thing: a backup policy of that system, an action for that treatment. */
function findAbout(draft: Draft, { isms, registerOf }: Place, idFor: IdFor): AnyRecord | null {
  const register = registerOf(draft.register)
  const fields = aboutFields(draft.register).map((name) => [name, keysIn(draft.set[name]).map(idFor)] as const)
  const wanted = fields.filter(([, ids]) => ids.some((id) => id !== null))
  if (wanted.length === 0) return null
  return (
    isms
      .all(register)
      .find(
        (record) =>
          !register.states.ended.includes(record.state) &&
          wanted.some(([name, ids]) =>
            [read(record, name)].flat().some((id) => typeof id === 'string' && ids.includes(id)),
          ),
      ) ?? null
  )
}

interface Falling {
  /** Keys of drafts that are not made: nothing points at them. */
  readonly fallen: ReadonlySet<string>
  readonly place: Place
}

function idsFor(drafts: readonly Draft[], records: Records, { fallen, place }: Falling): IdFor {
  const ids = new Map(drafts.map(({ key }) => [key, records.get(key)?.id ?? place.idOf(key)]))
  const controls = new Map(place.isms.all(control).map(({ annexA, id }) => [`control:${annexA ?? ''}`, id]))
  return (to) => (fallen.has(to) ? null : (ids.get(to) ?? controls.get(to) ?? null))
}

/** A line about a control that this organisation does not have would point at nothing. */
function isWhole({ register, set }: Draft, idFor: IdFor): boolean {
  const about = set['control']
  return register !== statementLine.name || (isLinkTo(about) && idFor(about.to) !== null)
}

/** The record that stands where the draft would: by its own id, as the one of its kind, or under the same name. */
function findFor(draft: Draft, { isms, registerOf, idOf }: Place): AnyRecord | null {
  const register = registerOf(draft.register)
  const own = isms.any(idOf(draft.key))
  if (own !== null) return own
  const kept = isms.all(register).filter(({ state }) => !register.states.ended.includes(state))
  if (draft.register === ORGANISATION || ONE_TO_BEGIN.includes(draft.register)) return kept.at(-1) ?? null
  if (register.fields[register.title]?.kind !== 'text') return null
  const name = plain(draft.set[register.title])
  return kept.find((record) => plain(read(record, register.title)) === name) ?? null
}

function read(record: AnyRecord, field: string): unknown {
  return record[field]
}

function plain(text: unknown): string {
  return typeof text === 'string' ? text.trim().toLocaleLowerCase('nl') : ''
}

interface Completing {
  readonly idFor: IdFor
  readonly idOf: Place['idOf']
}

function completionOf(draft: Draft, record: AnyRecord | null, { idFor, idOf }: Completing): readonly Completed[] {
  if (record === null || !isCompleted(draft, record, idOf)) return []
  const set = completing(record, jsonOf(draft.set, idFor))
  return Object.keys(set).length === 0 ? [] : [{ draft, id: record.id, version: record.version, set }]
}

/** Somebody who was there under that name, as whoever founded the organisation is, gets what the answers say of him. */
function isCompleted({ register, key }: Draft, record: AnyRecord, idOf: Place['idOf']): boolean {
  if (register === statementLine.name) return !isDecided(record)
  return register === ORGANISATION || (register === person.name && record.id !== idOf(key))
}

/** Somebody said something about the control: then the line is theirs. */
function isDecided({ included, inclusionReasons, exclusionJustification, state }: AnyRecord): boolean {
  return included !== null || !isEmpty(inclusionReasons) || !isEmpty(exclusionJustification) || state === 'retired'
}

/** Of the values those whose place is empty in the record; groups are looked into. */
function completing(record: Readonly<Record<string, unknown>>, values: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]): readonly (readonly [string, Json])[] => {
      const there = record[name]
      if (isGroup(value)) {
        const inner = completing(isGroup(there) ? there : {}, value)
        return Object.keys(inner).length === 0 ? [] : [[name, { ...(isGroup(there) ? there : {}), ...inner }]]
      }
      return value === null || !isEmpty(there) ? [] : [[name, value]]
    }),
  )
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

function isGroup(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The fields as they are stored: every link by its id; what leads nowhere is left out. */
function jsonOf(set: DraftSet, idFor: IdFor): JsonObject {
  return Object.fromEntries(Object.entries(set).map(([name, value]) => [name, valueOf(value, idFor)]))
}

function valueOf(value: DraftValue, idFor: IdFor): Json {
  if (value === null || typeof value !== 'object') return value
  if (isLinkTo(value)) return idFor(value.to)
  if (isList(value)) {
    return value.flatMap((each) => {
      const one = valueOf(each, idFor)
      return one === null ? [] : [one]
    })
  }
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, valueOf(each, idFor)]))
}

function isList(value: DraftValue): value is readonly DraftValue[] {
  return Array.isArray(value)
}

function goneOf(drafts: readonly Draft[], { isms, registerOf, idOf }: Place): readonly Gone[] {
  const current = new Set(drafts.map(({ key }) => key))
  return everyKey().flatMap(({ key, when }) => {
    if (current.has(key)) return []
    const record = isms.any(idOf(key))
    if (record === null || registerOf(record.register).states.ended.includes(record.state)) return []
    return [{ id: record.id, because: questionsIn(when) }]
  })
}
