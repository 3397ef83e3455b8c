import type { ReactNode } from 'react'
import type { RecordId } from '../../kernel/register.ts'
import { Go } from '../Go.tsx'
import type { Titles } from '../replies.ts'
import { useText } from '../text.ts'

interface RecordLinkProps {
  readonly id: RecordId
  readonly titles: Titles
  /** R-12 before the name. People, roles and the like are known by name alone. */
  readonly withNumber?: boolean
}

const BY_NAME: ReadonlySet<string> = new Set(['person', 'role', 'unit', 'location', 'interested_party', 'supplier'])

export function RecordLink({ id, titles, withNumber = true }: RecordLinkProps): ReactNode {
  const words = useText()
  const title = titles[id]
  if (title === undefined) return <span className="quiet">{words('value.hidden')}</span>
  const number = withNumber && !BY_NAME.has(title.register) ? `${title.number} ` : ''
  return <Go to={`registers/${title.register}/${id}`}>{`${number}${title.title}`}</Go>
}
