import type { ReactNode } from 'react'
import { Mark } from '../../../kit/Mark.tsx'
import { useRuleSpeech } from '../../../text.ts'
import type { Follows } from './guide-lines.ts'

/** What the registers say against leaving a control out, or that they leave it open. */
export function Contrary({ follows }: { readonly follows: Follows }): ReactNode {
  const { words, list } = useRuleSpeech()
  const { facts, isAlways, isOpen } = follows
  if (facts.length > 0) {
    return (
      <p className="small">
        <Mark severity="minor" isNamed={false} />{' '}
        {words('guide.statement.against', { facts: list(facts.map((key) => words(key))) })}
      </p>
    )
  }
  if (!isAlways && !isOpen) return null
  return (
    <p className="small">
      <Mark severity="question" isNamed={false} /> {words(`guide.statement.${isAlways ? 'always' : 'open'}`)}
    </p>
  )
}
