import type { Isms } from '../../../kernel/isms.ts'
import { once } from '../../../kernel/once.ts'
import { type Action, action } from '../../actions/register.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import { treatment } from '../registers/treatment.ts'
import { treatmentsOf } from './treated.ts'

/** Actions of the treatment plan that were not given up. */
export const treatmentActions: (isms: Isms) => readonly Action[] = once([action], (isms) =>
  isms.all(action).filter(({ kind, state }) => kind === 'treatment' && state !== 'cancelled'),
)

/**
 * Actions of the treatment of a risk: about the risk, or about one of its treatments; or one for several risks, which names
 * them as its objects. Where an action takes up a finding, its objects are those of the finding and no plan.
 */
export function actionsFor(isms: Isms, one: Risk): readonly Action[] {
  const subjects = [one.id, ...treatmentsOf(isms, one).map(({ id }) => id)]
  const found = [
    ...subjects.flatMap((id) => [...isms.pointing(action, 'subject', id), ...isms.pointing(action, 'treatment', id)]),
    ...isms.pointing(action, 'objects', one.id).filter(({ rule }) => rule === null),
  ]
  return [...new Set(found)].filter(({ kind, state }) => kind === 'treatment' && state !== 'cancelled')
}

/** The risk that an action belongs to: the one it is about, or the one of its treatment. */
export function riskFor(isms: Isms, one: Action): Risk | null {
  const of = isms.find(treatment, one.treatment) ?? isms.find(treatment, one.subject)
  return isms.find(risk, one.subject) ?? isms.find(risk, of?.risk ?? null)
}

export function isDone({ state }: Pick<Action, 'state'>): boolean {
  return state === 'done' || state === 'verified'
}
