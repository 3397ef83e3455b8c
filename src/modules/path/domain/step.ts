/**
 * The path from nothing to a certificate: 46 steps in six phases, as a graph. A step opens when those that it needs are done, and it is
 * done when the registers say so. Hours are working time for an organisation of thirty; waits are working days in which others
 * are at work (a body that plans, a practice that has to run).
 */

export const PHASES = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Phase = (typeof PHASES)[number]

/** Whose time a step takes. A step of everybody takes its hours of each person. */
export const WORKERS = ['director', 'coordinator', 'owners', 'it', 'hr', 'auditor', 'everybody', 'body'] as const
export type Worker = (typeof WORKERS)[number]

export interface Step {
  readonly number: number
  readonly phase: Phase
  /** Numbers of the steps that must be done before. */
  readonly needs: readonly number[]
  readonly who: readonly Worker[]
  readonly hours: number
  readonly waits: number
  /** The rules that turn to ok by it; it can help more. */
  readonly rules: readonly string[]
  /** Where its work is done: registers, or pages by their name behind a #. */
  readonly places: readonly string[]
  /** Whether only the organisation's own people can finish it: a consultant's word is refused there. */
  readonly isOwnPeoples: boolean
}

type Rest = Omit<Step, 'number' | 'phase' | 'isOwnPeoples'> & { readonly isOwnPeoples?: true }

/** A step whose word anybody in charge may give, unless told. */
export const step = (number: number, phase: Phase, rest: Rest): Step => ({
  number,
  phase,
  isOwnPeoples: false,
  ...rest,
})
