import type { CalendarDate } from '../../../kernel/register.ts'
import type { Severity } from '../../../kernel/rule.ts'
import type { Answer } from '../../readiness/domain/answer.ts'

/** A finding that comes or goes; its severity is null where it goes. */
export interface Expectation {
  readonly rule: string
  readonly severity: Severity | null
}

/** What the engine answers, and how that changes in the year ahead if nobody acts. */
export interface Foreseen {
  readonly answer: Answer
  readonly turns: readonly {
    readonly at: CalendarDate
    readonly appears: readonly Expectation[]
    readonly clears: readonly string[]
  }[]
}
