import type { Isms } from './isms.ts'
import type { Register } from './register.ts'

/** What was made of some revisions, found by going along them one after another. */
interface Step<T> {
  readonly next: WeakMap<object, Step<T>>
  made: { readonly value: T } | null
}

function stepOf<T>(): Step<T> {
  return { next: new WeakMap<object, Step<T>>(), made: null }
}

/**
 * Something that follows from these registers alone, worked out when it is first asked for and kept as long as a state
 * holds them as they are. What depends on the day, or on a register that is not named, does not belong here.
 */
export function once<T>(registers: readonly Register[], make: (isms: Isms) => T): (isms: Isms) => T {
  const first = stepOf<T>()
  return (isms) => {
    let step = first
    for (const { name } of registers) {
      const revision = isms.revision(name)
      const known = step.next.get(revision) ?? stepOf<T>()
      step.next.set(revision, known)
      step = known
    }
    step.made ??= { value: make(only(isms, registers)) }
    return step.made.value
  }
}

/** INVARIANT: what is kept hangs on the named registers and nothing else, so nothing else can be read. */
function only(isms: Isms, registers: readonly Register[]): Isms {
  const names = new Set(registers.map(({ name }) => name))
  const demand = (name: string): void => {
    if (!names.has(name)) throw new Error(`cannot read \`${name}\`: what is worked out once does not name it`)
  }
  return {
    sequence: isms.sequence,
    all: (register) => {
      demand(register.name)
      return isms.all(register)
    },
    find: (register, id) => {
      demand(register.name)
      return isms.find(register, id)
    },
    any: () => {
      throw new Error('cannot read a record of whatever register: what is worked out once names its own')
    },
    pointing: (register, path, id) => {
      demand(register.name)
      return isms.pointing(register, path, id)
    },
    revision: (name) => {
      demand(name)
      return isms.revision(name)
    },
  }
}
