/**
 * The vocabulary in which a register (a noun of the ISMS) is declared once. Validation, API, permissions, ledger
 * entries, screens, search, Excel and CSV are all derived from the value that `register()` gives.
 */
import type { Access } from './permission.ts'

/** A calendar date in the organisation's time zone, `YYYY-MM-DD`. */
export type CalendarDate = string
/** A moment in UTC, ISO 8601 with milliseconds. */
export type Instant = string
/** The id of a record (UUID). It never changes and never means anything. */
export type RecordId = string
/** The SHA-256 of a stored file, 64 hexadecimal digits. */
export type FileHash = string

export type FieldKind =
  | 'text'
  | 'longText'
  | 'richText'
  | 'choice'
  | 'choices'
  | 'number'
  | 'boolean'
  | 'date'
  | 'instant'
  | 'link'
  | 'links'
  | 'term'
  | 'terms'
  | 'file'
  | 'list'
  | 'group'

/** Sets of the catalogue that a `term` may come from. */
export type TermSet = 'control_2022' | 'control_2013' | 'clause' | 'threat' | 'incident_class' | 'rule'

export interface FieldOptions {
  /** Longest text, in characters. */
  readonly max?: number
  readonly least?: number
  readonly most?: number
  readonly integer?: boolean
  /** The values of a choice, in the order in which they are shown. */
  readonly choices?: readonly string[]
  /** Names of the registers that a link may point to; empty means any. */
  readonly targets?: readonly string[]
  readonly set?: TermSet
  /** Fields of a list's rows or of a group. */
  readonly fields?: Fields
}

declare const valueOf: unique symbol

/**
 * One field of a register. `Value` is what a record holds there; it is null where nothing is filled in, and an empty
 * array for fields that hold many.
 */
export interface Field<Value = unknown> {
  readonly kind: FieldKind
  readonly options: FieldOptions
  readonly isRequired: boolean
  readonly isPersonal: boolean
  /** A fact about technique or population: empty means unknown, so a rule asks instead of objecting (readiness 1.10, 1). */
  readonly isFact: boolean
  /** Never in forms and imports: set by a transition or by the service that owns it. */
  readonly isSet: boolean
  readonly [valueOf]?: Value
}

export type Fields = { readonly [name: string]: Field }

/** A field while it is being declared: each word gives a new field and leaves the old one as it was. */
export interface FieldDraft<Value> extends Field<Value> {
  /** No record without it. Sparingly: a gap is what the rules find, not what a form refuses. */
  required(): FieldDraft<NonNullable<Value>>
  /** Tells something of a living person: hashed apart, so that it can be erased (AVG art. 17). */
  personal(): FieldDraft<Value>
  fact(): FieldDraft<Value>
  set(): FieldDraft<Value>
}

interface Marks {
  readonly isRequired: boolean
  readonly isPersonal: boolean
  readonly isFact: boolean
  readonly isSet: boolean
}

const NO_MARKS: Marks = { isRequired: false, isPersonal: false, isFact: false, isSet: false }

function field<Value>(kind: FieldKind, options: FieldOptions = {}, marks: Marks = NO_MARKS): FieldDraft<Value> {
  return {
    kind,
    options,
    ...marks,
    required: () => field<NonNullable<Value>>(kind, options, { ...marks, isRequired: true }),
    personal: () => field<Value>(kind, options, { ...marks, isPersonal: true }),
    fact: () => field<Value>(kind, options, { ...marks, isFact: true }),
    set: () => field<Value>(kind, options, { ...marks, isSet: true }),
  }
}

/** One line of text; 200 characters unless told, so that a list stays readable. */
export const text = (options: { readonly max?: number } = {}): FieldDraft<string | null> =>
  field('text', { max: options.max ?? 200 })
/** Several lines of plain text. */
export const longText = (options: { readonly max?: number } = {}): FieldDraft<string | null> =>
  field('longText', { max: options.max ?? 10_000 })
/** Text with headings, lists, tables and links, as sanitised HTML. */
export const richText = (): FieldDraft<string | null> => field('richText', { max: 500_000 })
export const choice = <const C extends string>(choices: readonly C[]): FieldDraft<C | null> =>
  field('choice', { choices })
export const choices = <const C extends string>(of: readonly C[]): FieldDraft<readonly C[]> =>
  field('choices', { choices: of })
export const number = (
  options: { readonly least?: number; readonly most?: number; readonly integer?: boolean } = {},
): FieldDraft<number | null> => field('number', options)
/** Yes, no, or not known (null). */
export const boolean = (): FieldDraft<boolean | null> => field('boolean')
export const date = (): FieldDraft<CalendarDate | null> => field('date')
/** A moment to the millisecond, for registers of what happened within a day. @public */
export const instant = (): FieldDraft<Instant | null> => field('instant')
/** A reference to one record. Targets are names, so that registers stay free of circular types; none means any. */
export const link = (...targets: readonly string[]): FieldDraft<RecordId | null> => field('link', { targets })
export const links = (...targets: readonly string[]): FieldDraft<readonly RecordId[]> => field('links', { targets })
/** A reference into the catalogue, for example a control's number. */
export const term = (set: TermSet): FieldDraft<string | null> => field('term', { set })
export const terms = (set: TermSet): FieldDraft<readonly string[]> => field('terms', { set })
export const file = (): FieldDraft<FileHash | null> => field('file')
/** Rows of the same shape inside the record. */
export const list = <F extends Fields>(fields: F): FieldDraft<readonly ValuesOf<F>[]> => field('list', { fields })
/** Fields that belong together under one name. */
export const group = <F extends Fields>(fields: F): FieldDraft<ValuesOf<F>> => field('group', { fields })

export type ValueOf<X> = X extends Field<infer Value> ? Value : never
export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

/** One way from state to state. Who may take it follows from `access` and from `isApproval`. */
export interface Transition<S extends string = string> {
  readonly from: readonly S[]
  readonly to: S
  /** A decision of the organisation itself: refused to a consultant, everywhere. */
  readonly isApproval: boolean
  readonly needsReason: boolean
  /** Fields that the act fills: the person who acts, and the day on which it happens. */
  readonly stamps: { readonly by?: string; readonly at?: string }
  /** Fields that the person is asked for when acting. */
  readonly asks: readonly string[]
}

export interface TransitionDraft<S extends string> extends Transition<S> {
  approval(): TransitionDraft<S>
  reason(): TransitionDraft<S>
  stamp(stamps: { readonly by?: string; readonly at?: string }): TransitionDraft<S>
  ask(...fields: readonly string[]): TransitionDraft<S>
}

function transition<S extends string>(value: Transition<S>): TransitionDraft<S> {
  return {
    ...value,
    approval: () => transition({ ...value, isApproval: true }),
    reason: () => transition({ ...value, needsReason: true }),
    stamp: (stamps) => transition({ ...value, stamps }),
    ask: (...asks) => transition({ ...value, asks }),
  }
}

/** `from('draft').to('approved').approval()`: reads as the arrow that it is. */
export function from<const S extends string>(
  ...states: readonly S[]
): {
  to<const T extends string>(state: T): TransitionDraft<S | T>
} {
  return {
    to: <const T extends string>(state: T) =>
      transition<S | T>({ from: states, to: state, isApproval: false, needsReason: false, stamps: {}, asks: [] }),
  }
}

export interface Machine<S extends string = string> {
  readonly initial: S
  readonly transitions: { readonly [act: string]: Transition<S> }
  /** States of records that no longer count: left out of lists until asked for, out of populations in rules. */
  readonly ended: readonly S[]
}

export function machine<const S extends string>(
  initial: NoInfer<S>,
  transitions: { readonly [act: string]: Transition<S> },
  ended: readonly NoInfer<S>[] = [],
): Machine<S> {
  return { initial, transitions, ended }
}

/** The machine of a register whose rows are simply there until they are not. */
export const simpleMachine: Machine<'active' | 'retired'> = machine(
  'active',
  { retire: from('active').to('retired').reason(), restore: from('retired').to('active') },
  ['retired'],
)

/** Where a newcomer looks for it: the groups of the navigation, in the order of the cycle. */
export type RegisterGroup = 'understand' | 'risks' | 'run' | 'check' | 'certify' | 'ground'

export interface RegisterSpec<F extends Fields, S extends string> {
  /** Letters before the number: R gives R-12. Unique over all registers. */
  readonly code: string
  readonly group: RegisterGroup
  readonly fields: F
  readonly states: Machine<S>
  /** Columns of the list, in order: field names, `number`, `state`. */
  readonly list: readonly (Extract<keyof F, string> | 'number' | 'state')[]
  /** The field that names a record; `title` unless told. */
  readonly title?: Extract<keyof F, string>
  /** The field that holds the person who answers for it, if any. */
  readonly owner?: Extract<keyof F, string>
  /** The date by which something must happen, if any. */
  readonly due?: Extract<keyof F, string>
  /** The date on which that happened: from then on it is due no more. */
  readonly done?: Extract<keyof F, string>
  /** The link to the record that this one is shown in (a score in its risk). */
  readonly parent?: Extract<keyof F, string>
  /** One record per organisation at most. */
  readonly single?: boolean
  readonly access?: Access
}

export interface Register<N extends string = string, F extends Fields = Fields, S extends string = string> {
  readonly name: N
  readonly code: string
  readonly group: RegisterGroup
  readonly fields: F
  readonly states: Machine<S>
  readonly list: readonly string[]
  readonly title: string
  readonly owner: string | null
  readonly due: string | null
  readonly done: string | null
  readonly parent: string | null
  readonly single: boolean
  readonly access: Access
}

/** Names that every record has, so no field may take them. */
export const RESERVED = ['id', 'register', 'number', 'state', 'version', 'sequence', 'recordedAt', 'validFrom'] as const

export function register<const N extends string, F extends Fields, S extends string>(
  name: N,
  spec: RegisterSpec<F, S>,
): Register<N, F, S> {
  for (const reserved of RESERVED) {
    if (reserved in spec.fields) throw new Error(`cannot declare \`${name}.${reserved}\`: every record has it`)
  }
  const title = spec.title ?? 'title'
  if (!(title in spec.fields)) throw new Error(`cannot declare \`${name}\` without its title field \`${title}\``)
  return {
    name,
    code: spec.code,
    group: spec.group,
    fields: spec.fields,
    states: spec.states,
    list: spec.list,
    title,
    owner: spec.owner ?? null,
    due: spec.due ?? null,
    done: spec.done ?? null,
    parent: spec.parent ?? null,
    single: spec.single ?? false,
    access: spec.access ?? {},
  }
}

/** What every record has, whatever its register. */
export interface RecordHead<N extends string = string, S extends string = string> {
  readonly id: RecordId
  readonly register: N
  /** For people: R-12. */
  readonly number: string
  readonly state: S
  /** Counts the changes of this record, from 1. A save names the version that it saw. */
  readonly version: number
  /** The ledger entry that made this version. */
  readonly sequence: number
  readonly recordedAt: Instant
  /** From which day this version is true. */
  readonly validFrom: CalendarDate
}

/** A record with its fields, as rules, services and screens read it. */
export type RecordOf<R> = R extends Register<infer N, infer F, infer S> ? RecordHead<N, S> & ValuesOf<F> : never

/** The fields of a record without its head, as they are written. */
export type InputOf<R> = R extends Register<string, infer F> ? Partial<ValuesOf<F>> : never
