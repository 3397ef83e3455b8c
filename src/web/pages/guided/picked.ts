import { useState } from 'react'

/** What somebody chose of a list, to say something of all of it at once. */
export interface Picked {
  readonly ids: ReadonlySet<string>
  readonly pick: (ids: readonly string[], isOn: boolean) => void
  readonly clear: () => void
}

export function usePicked(): Picked {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    ids,
    pick: (some, isOn) => setIds(new Set([...ids].filter((id) => !some.includes(id)).concat(isOn ? some : []))),
    clear: () => setIds(new Set()),
  }
}
