import type { Register, Transition } from '../../kernel/register.ts'

/** Every state of a register, in the order in which a record passes through them. */
export function stateNames(register: Register): readonly string[] {
  const { initial, transitions } = register.states
  return [...new Set([initial, ...Object.values(transitions).flatMap(({ from, to }) => [...from, to])])]
}

/** The acts that lead on from a state. */
export function actsFrom(
  register: Register,
  state: string,
): readonly (readonly [act: string, transition: Transition])[] {
  return Object.entries(register.states.transitions).filter(([, { from }]) => from.includes(state))
}
