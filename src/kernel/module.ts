import type { AnyContract } from './contract.ts'
import type { Isms } from './isms.ts'
import type { RecordOf, Register } from './register.ts'

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

/** What one folder of `src/modules` gives to the whole. Engines walk these; none names a module. */
export interface Module {
  readonly name: string
  readonly registers: readonly Register[]
  readonly contracts: readonly AnyContract[]
  readonly guards: readonly Guard[]
}

export function defineModule(
  parts: { readonly name: string } & { readonly [K in Exclude<keyof Module, 'name'>]?: Module[K] },
): Module {
  return { registers: [], contracts: [], guards: [], ...parts }
}
