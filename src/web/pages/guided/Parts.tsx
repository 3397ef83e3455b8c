import type { ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import type { GuideName } from './guides.ts'

interface PartsProps<Part extends string> {
  readonly name: GuideName
  readonly parts: readonly Part[]
  readonly shown: Part
  /** How much is left in each; null where that is no count. */
  readonly left: (part: Part) => number | null
}

/** The parts of a guided form, in order; each can be gone to at any moment. */
export function Parts<Part extends string>({ name, parts, shown, left }: PartsProps<Part>): ReactNode {
  const words = useText()
  return (
    <nav className="views" aria-label={words('guide.parts')}>
      {parts.map((part, index) => {
        const n = left(part)
        return (
          <Go key={part} to={`guide-${name}`} search={{ part }} isCurrent={part === shown}>
            {words('guide.part', { nr: index + 1, title: words(`guide.${name}.part.${part}`) })}
            {n === null ? null : <span className="quiet num">{` ${n}`}</span>}
          </Go>
        )
      })}
    </nav>
  )
}

/** The part that the address names, else the first that has something left. */
export function usePart<Part extends string>(parts: readonly Part[], left: (part: Part) => number | null): Part {
  const asked = useAddress().get('part')
  const [first] = parts
  if (first === undefined) throw new Error('cannot show a form without parts')
  return parts.find((part) => part === asked) ?? parts.find((part) => (left(part) ?? 0) > 0) ?? parts.at(-1) ?? first
}
