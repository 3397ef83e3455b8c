import { useState } from 'react'

/** Ticked names, as somebody ticks and unticks them. */
export interface Chosen {
  readonly keys: ReadonlySet<string>
  readonly set: (keys: readonly string[], isIn: boolean) => void
  readonly clear: () => void
}

export function useChosen(): Chosen {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set())
  return {
    keys,
    set: (some, isIn) =>
      setKeys((before) => new Set(isIn ? [...before, ...some] : [...before].filter((key) => !some.includes(key)))),
    clear: () => setKeys(new Set()),
  }
}

/** The boxes before drafts: which are on, and which cannot be because what they hang on is off. */
export interface Boxes {
  readonly isOn: (key: string) => boolean
  readonly isShut: (key: string) => boolean
  readonly set: (keys: readonly string[], isOn: boolean) => void
}
