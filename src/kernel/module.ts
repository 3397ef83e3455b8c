import type { AnyContract } from './contract.ts'
import type { Isms } from './isms.ts'
import type { CalendarDate, InputOf, RecordOf, Register } from './register.ts'

export type GuardDecision = { readonly ok: true } | { readonly ok: false; readonly why: string }

/** A decision that an act waits for. Pure; `why` is a refusal code of the module. */
export interface Guard {
  readonly register: string
  readonly act: string
  readonly decide: (record: Readonly<Record<string, unknown>>, facts: GuardFacts) => GuardDecision
}

export interface GuardFacts {
  readonly isms: Isms
  /** The person of the ISMS who acts, if the account is linked to one. */
  readonly person: string | null
}

/** Binds the typed decision of a module to the act that it guards. */
export function guard<R extends Register>(
  register: R,
  act: string,
  decide: (record: RecordOf<R>, facts: GuardFacts) => GuardDecision,
): Guard {
  return {
    register: register.name,
    act,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the store hands a guard only records of its own register
    decide: (record, facts) => decide(record as unknown as RecordOf<R>, facts),
  }
}

/** What a derivation may know beside the record before and after. */
export interface DerivationFacts {
  /** `create`, `update`, or the transition. */
  readonly act: string
  /** From which day the change is true. */
  readonly on: CalendarDate
  /** Hex of the SHA-256 of a text. */
  readonly digest: (text: string) => string
  /** The organisation before the change, at the acts for which the derivation wants it; else null. */
  readonly isms: Isms | null
}

/** Fields of a record that follow from its other fields and are stored with every change: since when, which hash. Pure. */
export interface Derivation {
  readonly register: string
  /** Acts at which it looks at other records: the whole organisation is read for these only. */
  readonly wants: readonly string[]
  readonly derive: (
    before: Readonly<Record<string, unknown>> | null,
    after: Readonly<Record<string, unknown>>,
    facts: DerivationFacts,
  ) => Readonly<Record<string, unknown>>
}

/** Binds the typed derivation of a module to its register. */
export function derivation<R extends Register>(
  register: R,
  derive: (before: RecordOf<R> | null, after: RecordOf<R>, facts: DerivationFacts) => InputOf<R>,
  wants: readonly string[] = [],
): Derivation {
  return {
    register: register.name,
    wants,
    derive: (before, after, facts) =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the store hands a derivation only records of its own register
      derive(before as unknown as RecordOf<R> | null, after as unknown as RecordOf<R>, facts),
  }
}

/** What one folder of `src/modules` gives to the whole. Engines walk these; none names a module. */
export interface Module {
  readonly name: string
  readonly registers: readonly Register[]
  readonly contracts: readonly AnyContract[]
  readonly guards: readonly Guard[]
  readonly derivations: readonly Derivation[]
}

export function defineModule(
  parts: { readonly name: string } & { readonly [K in Exclude<keyof Module, 'name'>]?: Module[K] },
): Module {
  return { registers: [], contracts: [], guards: [], derivations: [], ...parts }
}
