import { type ParameterChoices, type Parameters, parametersOf } from '../../../kernel/parameters.ts'
import type { Organisation } from '../registers/organisation.ts'

/** Whether anybody approved the parameters, and whether a change of them waits for that. */
export type ParameterApproval = 'never' | 'waiting' | 'approved'

/** What readiness of an organisation's own rules rests on. */
export interface ParametersInForce {
  readonly parameters: Parameters
  readonly approval: ParameterApproval
}

type Choices = Pick<Organisation, 'parameters' | 'parametersApproved' | 'parametersApprovedAt'>

/**
 * The newest approved choices hold; a change counts from its approval. Before any approval what is entered holds, because
 * the organisation works by it; the engine says so in a note. What was approved elsewhere and carried here stands as it came.
 */
export function parametersInForce(own: Choices | null): ParametersInForce {
  if (own === null) return { parameters: parametersOf({}), approval: 'never' }
  const entered = parametersOf(own.parameters)
  if (own.parametersApprovedAt === null) return { parameters: entered, approval: 'never' }
  if (!isChosen(own.parametersApproved)) return { parameters: entered, approval: 'approved' }
  const approved = parametersOf(own.parametersApproved)
  return { parameters: approved, approval: isSame(approved, entered) ? 'approved' : 'waiting' }
}

/**
 * The approved values after a change: fixed by the approval, and by the first change of what came here approved. Defaults
 * are fixed with them, so that a later rule set changes nothing that somebody signed.
 */
export function approvedAfter(act: string, before: Choices | null, after: Choices): Parameters | null {
  if (act === 'approveParameters') return parametersOf(after.parameters)
  if (before === null || before.parametersApprovedAt === null || isChosen(before.parametersApproved)) return null
  const stood = parametersOf(before.parameters)
  return isSame(stood, parametersOf(after.parameters)) ? null : stood
}

function isChosen(choices: ParameterChoices): boolean {
  return Object.values(choices).some((value) => value !== null)
}

function isSame(a: Parameters, b: Parameters): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

function sorted(parameters: Parameters): readonly (readonly [string, unknown])[] {
  return Object.entries(parameters).sort(([one], [other]) => (one < other ? -1 : 1))
}
