import type { AsOfMode } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type {
  Basis,
  ClauseItem,
  LookedFor,
  RuleResult,
  SentenceValues,
  Severity,
  Stage,
  Watch,
} from '../../../kernel/rule.ts'
import type { YearlyQuestion } from './yearly.ts'

/** The engine's answer as plain data: keys and values, no sentence. Two equal questions give equal bytes (7.3, 3). */

/** A record that a finding is about, as people name it. */
export interface ObjectRef {
  readonly id: RecordId
  readonly register: string
  readonly number: string
  readonly title: string
}

export type SinceBy = 'date' | 'change' | 'start'

export interface FailingObject extends ObjectRef {
  /** Null while the ledger has not been asked, or where it does not know either. */
  readonly since: CalendarDate | null
  readonly sinceBy: SinceBy
  /** The record and fields whose last change answers since when, where `sinceBy` is `change`. */
  readonly watch: Watch
}

export interface FindingPart {
  /** Text key of the sentence. */
  readonly key: string
  readonly severity: Severity
  readonly basis: Basis
  readonly values: SentenceValues
  readonly objects: readonly RecordId[]
  /** How many objects are not among them, where only the first are told. */
  readonly more: number
}

export interface ExpectedFinding {
  /** Id of the rule; of a pile-up `M-1:` and the clause, `M-4:` and the cluster. */
  readonly rule: string
  readonly clause: string
  readonly item: ClauseItem | null
  readonly severity: Severity
  /** Before any meta rule. */
  readonly baseSeverity: Severity
  /** The meta rule that raised it, or that made it. */
  readonly raisedBy: string | null
  readonly basis: Basis
  readonly stage: Stage
  readonly document: string | null
  readonly parts: readonly FindingPart[]
  readonly objects: readonly FailingObject[]
  readonly lookedAt: { readonly count: number; readonly ids: readonly RecordId[] }
  readonly lookedFor: readonly LookedFor[]
  readonly since: CalendarDate | null
  readonly sinceBy: SinceBy | null
  /** When it clears by itself, if time alone does it. */
  readonly clearsAt: CalendarDate | null
  readonly remedy: Remedy
  /** Whether it is an OFI by the forecast's own tolerance, which is not the standard's (1.10, 23). */
  readonly isTolerated: boolean
  /** The own nonconformity or action that has it in hand (M-7). */
  readonly inHand: RecordId | null
  /** The minors that a pile-up counts. */
  readonly minors: readonly string[]
}

export interface Remedy {
  /** Text key of the advice. */
  readonly key: string
  readonly register: string
  readonly act: string
  readonly owner: RecordId | null
}

/** A fact that is missing, or something that only a person can judge (M-8). */
export interface Question {
  readonly rule: string
  readonly clause: string
  readonly basis: Basis
  readonly stage: Stage
  readonly key: string
  readonly values: SentenceValues
  /** Each with the record and the fields in which the answer is missing; no fields where only a person can judge. */
  readonly objects: readonly (ObjectRef & { readonly watch: Watch })[]
  /** Whether readiness waits for the answer: the rule could give a major (1.10, 11). */
  readonly bars: boolean
}

/** A rhythm longer than is common, or alike for unequal things: worth a reason, no fault of any record. */
export interface ParameterNote {
  /** Name of the parameter; `riskMethodInterval` stands on the method itself, `parameters` is all of them. */
  readonly parameter: string
  readonly why: 'long' | 'same' | 'unapproved'
  readonly value: number
  readonly bound: number
  readonly objects: readonly ObjectRef[]
}

/** Where a rule stands, whether or not it objects. */
export interface Standing {
  readonly rule: string
  readonly clause: string
  readonly stage: Stage
  readonly state: RuleResult['state']
  readonly due: CalendarDate | null
  /** Why it does not apply, where it does not. */
  readonly why: Extract<RuleResult, { readonly state: 'not_applicable' }>['why'] | null
}

export interface Answer {
  readonly stage: Stage
  readonly mode: AsOfMode
  readonly at: CalendarDate
  readonly ruleSet: string
  /** Size of the ledger that was read. */
  readonly sequence: number
  readonly ready: { readonly ok: boolean; readonly majors: number; readonly questions: number }
  readonly major: readonly ExpectedFinding[]
  readonly minor: readonly ExpectedFinding[]
  readonly ofi: readonly ExpectedFinding[]
  /** Found by the organisation itself and in hand: listed, not counted (M-7). */
  readonly known: readonly ExpectedFinding[]
  readonly question: readonly Question[]
  /** In mode S1: what would be raised at stage 2 unless it is put in order. */
  readonly preview: readonly ExpectedFinding[]
  readonly parameterNotes: readonly ParameterNote[]
  readonly yearly: readonly YearlyQuestion[]
  readonly standing: readonly Standing[]
  /** The answer is the same from `previous` up to the day before `next`, if nobody changes a record. */
  readonly validity: { readonly previous: CalendarDate | null; readonly next: CalendarDate | null }
}

/** The 25th finding's evidence is not read by anybody: long lists of what was looked at are cut, and counted. */
export const MOST_LOOKED_AT = 200
