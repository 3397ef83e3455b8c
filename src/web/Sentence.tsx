import { Fragment, type ReactNode } from 'react'
import type { TextValues } from '../kernel/text.ts'
import { useText } from './text.ts'

interface SentenceProps {
  readonly id: string
  readonly values?: TextValues
  /** How the parts between `<name>` and `</name>` of the message are drawn. */
  readonly parts?: Readonly<Record<string, (chunk: string) => ReactNode>>
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
    drawn.push(<Fragment key={match.index}>{parts[name]?.(plain(inner)) ?? plain(inner)}</Fragment>)
    from = match.index + all.length
  }
  drawn.push(plain(whole.slice(from)))
  return drawn
}
