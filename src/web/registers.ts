import type { Register } from '../kernel/register.ts'
import { homes, registers } from '../registers.gen.ts'

export { homes, registers }

export function findRegister(name: string): Register | null {
  return registers.find((register) => register.name === name) ?? null
}

/** Registers whose records are shown inside a record of this one: scores and treatments in their risk. */
export function childrenOf(parent: Register): readonly Register[] {
  return registers.filter((register) => {
    const field = register.parent === null ? undefined : register.fields[register.parent]
    return field?.options.targets?.includes(parent.name) ?? false
  })
}
