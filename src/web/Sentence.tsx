import { cloneElement, Fragment, type ReactElement, type ReactNode } from 'react'
import type { TextValues } from '../kernel/text.ts'
import { useText } from './text.ts'

interface SentenceProps {
  readonly id: string
  readonly values?: TextValues
  /** What the words between `<name>` and `</name>` of the message are put into. */
  readonly parts?: Readonly<Record<string, ReactElement>>
}

const TAG = /<(\w+)>(.*?)<\/\1>/gs
/** Stands for `<` in a value, so that what somebody typed is never taken for a tag of ours. */
const LESS = '\u{E000}'

/** The message of a key, with links and emphasis where the translator put them. */
export function Sentence({ id, values, parts = {} }: SentenceProps): ReactNode {
  const words = useText()
  const safe = Object.fromEntries(
    Object.entries(values ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' ? value.replaceAll('<', LESS) : value,
    ]),
  )
  const whole = words(id, safe)
  const plain = (text: string): string => text.replaceAll(LESS, '<')
  const drawn: ReactNode[] = []
  let from = 0
  for (const match of whole.matchAll(TAG)) {
    const [all, name = '', inner = ''] = match
    drawn.push(plain(whole.slice(from, match.index)))
    const part = parts[name]
    const chunk = plain(inner)
    drawn.push(<Fragment key={match.index}>{part === undefined ? chunk : cloneElement(part, {}, chunk)}</Fragment>)
    from = match.index + all.length
  }
  drawn.push(plain(whole.slice(from)))
  return drawn
}
