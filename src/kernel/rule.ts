/**
 * What an auditor would object to, as data: a rule has a name, a clause, a basis and one pure function over the registers
 * at a moment. Words (sentence, reason, advice) are keys in `text/`; nothing here speaks.
 */
import type { Isms } from './isms.ts'
import type { Moment } from './moment.ts'
import type { Parameters } from './parameters.ts'
import type { CalendarDate, RecordId, Register } from './register.ts'

/** Major and minor nonconformity, opportunity for improvement (readiness 1.3). */
export const SEVERITIES = ['MAJ', 'MIN', 'OFI'] as const
export type Severity = (typeof SEVERITIES)[number]

/** Stage 1, stage 2, surveillance, recertification: what runs when (readiness 1.3). */
export const STAGES = ['S1', 'S2', 'SV', 'RC'] as const
export type Stage = (typeof STAGES)[number]

/** Whose demand it is: the standard's, the organisation's own, the law's, the certification body's, or good practice. */
export const BASES = ['N', 'O', 'N/O', 'law', 'N + law', 'N/O + law', 'CB', 'CB/N', 'P', 'P on N'] as const
export type Basis = (typeof BASES)[number]

/**
 * How it comes by an OFI: late by up to 30 days, or a share that is not quite all. That tolerance is the forecast's; an
 * auditor may not record a nonconformity as an OFI (1.10, 23).
 */
export type Pattern = 'late' | 'late_core' | 'share'

/** The 25 clauses that audits and pile-ups count by (readiness 1.5). */
export const CLAUSE_ITEMS = [
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '5.1',
  '5.2',
  '5.3',
  '6.1.1',
  '6.1.2',
  '6.1.3',
  '6.2',
  '6.3',
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '8.1',
  '8.2',
  '8.3',
  '9.1',
  '9.2',
  '9.3',
  '10.1',
  '10.2',
] as const
export type ClauseItem = (typeof CLAUSE_ITEMS)[number]

/** A value of a sentence: a count or word, a date to be written by locale, or things named by text keys, to be listed. */
export type SentenceValue = string | number | { readonly date: CalendarDate } | { readonly keys: readonly string[] }
export type SentenceValues = Readonly<Record<string, SentenceValue>>

/** Since when an object fails: a day that its dates name, or the last change of the fields that make it fail. */
export type Since = { readonly by: 'date'; readonly date: CalendarDate } | { readonly by: 'change' }

export interface Failing {
  readonly id: RecordId
  /** The record by which it fails, where that is another one: a score of the risk, a line of the statement. */
  readonly through: RecordId | null
  /** Fields whose last change answers "since when", where no date does. They are fields of `through`, or else of the object. */
  readonly fields: readonly string[]
  /** Null until the engine has gone back over the breakpoints. */
  readonly since: Since | null
}

/** One way in which a rule is violated. A rule gives one finding, with as many parts as it has things to say. */
export interface Part {
  /** Which sentence words it, where the rule has several. */
  readonly variant: string | null
  readonly severity: Severity
  /** Where it differs from the rule's own. */
  readonly basis: Basis | null
  readonly values: SentenceValues
  readonly failing: readonly Failing[]
}

/** What cannot be told because a fact is missing, or because only a person can judge (M-8). */
export interface OpenQuestion {
  readonly variant: string | null
  readonly values: SentenceValues
  readonly objects: readonly RecordId[]
  /** For each object, the record and the fields in which the answer is missing; left out where no field holds it. */
  readonly watch?: readonly Watch[]
}

/** Fields of a record on which something hangs. */
export interface Watch {
  readonly id: RecordId
  readonly fields: readonly string[]
}

/** Something that was looked for and not found: a text key below `looked.` and what it names. */
export interface LookedFor {
  readonly key: string
  readonly values: SentenceValues
}

export type RuleResult =
  | { readonly state: 'ok'; readonly lookedAt: readonly RecordId[] }
  | {
      readonly state: 'violated'
      readonly parts: readonly Part[]
      readonly questions: readonly OpenQuestion[]
      readonly lookedAt: readonly RecordId[]
      readonly lookedFor: readonly LookedFor[]
    }
  | { readonly state: 'not_due'; readonly due: CalendarDate }
  | { readonly state: 'not_applicable'; readonly why: 'no_population' | 'gate' | 'excluded' }
  | {
      readonly state: 'undetermined'
      readonly questions: readonly OpenQuestion[]
      readonly lookedAt: readonly RecordId[]
    }

/** Dates of the certification that rules lean on. */
export interface StagePlan {
  readonly ismsStart: CalendarDate | null
  readonly stage1: CalendarDate | null
  readonly stage2: CalendarDate | null
  /** The last days of the external audits that were held, whenever. */
  readonly externalAudits: readonly CalendarDate[]
  /** The last day of the first stage 2 that was held: until then the audit is an initial one (1.10, 18). */
  readonly stage2Held: CalendarDate | null
}

/** What a rule says of one member of a population: it does not belong, nothing is the matter, or by which check something is. */
export type Said =
  | { readonly is: 'apart' }
  | { readonly is: 'fine' }
  | { readonly is: 'failing'; readonly check: number; readonly failing: Failing }
  | { readonly is: 'unknown'; readonly check: number }

/** Says something of each member, in their order. */
export type Each = <T extends object>(
  of: readonly T[],
  say: (member: T) => Said,
) => readonly { readonly member: T; readonly said: Said }[]

/** All that a rule may look at. */
export interface Facts {
  readonly isms: Isms
  readonly moment: Moment
  readonly parameters: Parameters
  readonly stage: Stage
  readonly plan: StagePlan
  /** Objects by which another rule fails, for gates (readiness 1.7, 2). Only rules named in `after` may be asked. */
  fails(rule: string): ReadonlySet<RecordId>
  /** Takes over what was said the last time of members for whom nothing differs since (`said.ts`). */
  readonly each: Each
  /** Works something out that has no part in what is said of any member: a list of members, a grade. It is worked out anew each time. */
  readonly aside: <T>(work: () => T) => T
  /** Whether an approved exception covers the object; counts for demands of the organisation's own only (1.7, 9). */
  isExcepted(object: RecordId): boolean
}

/** Who would take the remedy up: a person of the ISMS, found by the engine. */
export type RemedyOwner = 'coordinator' | 'top_management' | 'object_owner'

export interface Remedy {
  readonly owner: RemedyOwner
  /** The form that it needs: a register, and an act on it (`create`, `update`, or an act of its states). */
  readonly register: string
  readonly act: string
}

export interface Rule {
  readonly id: string
  /** As people cite it: 6.1.2 c, A.5.18. */
  readonly clause: string
  /** Null for rules on Annex A controls and on the certification scheme. */
  readonly item: ClauseItem | null
  /** The Annex A control that the rule is about: it runs only where the statement includes it (1.7, 1). */
  readonly control: string | null
  readonly basis: Basis
  readonly stage: Stage
  /** The worst that it can give by itself: a question on a rule that could give a major bars readiness (1.10, 11). */
  readonly worst: Severity
  readonly pattern: Pattern | null
  readonly reads: readonly string[]
  /** Rules that must have been judged before, because their objects are skipped here. */
  readonly after: readonly string[]
  readonly remedy: Remedy
  /** D-01 … D-20 of readiness 1.5. */
  readonly document: string | null
  /** Whether it looks back over events, so that it may clear by itself. */
  readonly looksBack: boolean
  readonly judge: (facts: Facts) => RuleResult
}

export interface RuleSpec {
  readonly basis: Basis
  readonly stage: Stage
  readonly worst: Severity
  readonly reads: readonly Register[]
  readonly remedy: Remedy
  readonly pattern?: Pattern
  readonly after?: readonly string[]
  readonly document?: string
  readonly looksBack?: boolean
}

const RULE_ID = /^R-(?:own-)?(A\.\d\.\d{1,2}|CERT|\d{1,2}(?:\.\d){1,2})(?:-([a-z]\d?))?-\d{1,2}$/

/** Clause, item and control follow from the id of the specification: R-6.1.2-c-1, R-A.5.18-3, R-CERT-2. */
export function rule(id: string, spec: RuleSpec, judge: (facts: Facts) => RuleResult): Rule {
  const parts = RULE_ID.exec(id)
  const number = parts?.[1]
  if (number === undefined) throw new Error(`cannot read the clause out of the rule id \`${id}\``)
  const letter = parts?.[2]
  const isAnnexA = number.startsWith('A.')
  return {
    id,
    clause: letter === undefined ? number : `${number} ${letter}`,
    item: isAnnexA ? null : itemOf(number),
    control: isAnnexA ? number : null,
    basis: spec.basis,
    stage: spec.stage,
    worst: spec.worst,
    pattern: spec.pattern ?? null,
    reads: spec.reads.map((register) => register.name),
    after: spec.after ?? [],
    remedy: spec.remedy,
    document: spec.document ?? null,
    looksBack: spec.looksBack ?? false,
    judge,
  }
}

function itemOf(number: string): ClauseItem | null {
  const fitting = CLAUSE_ITEMS.filter((item) => number === item || number.startsWith(`${item}.`))
  return fitting.at(-1) ?? null
}

/** The worse of two; null is none. */
export function worse(a: Severity | null, b: Severity | null): Severity | null {
  if (a === null || b === null) return a ?? b
  return SEVERITIES.indexOf(a) <= SEVERITIES.indexOf(b) ? a : b
}
