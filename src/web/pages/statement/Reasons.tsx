import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import type { Titles } from '../../replies.ts'
import { useText } from '../../text.ts'
import type { Line } from './lines.ts'

interface ReasonsProps {
  readonly line: Line
  readonly titles: Titles
}

/** Why a control is in, as links to risks, laws and contracts; or why it is out. A missing reason is said. */
export function Reasons({ line, titles }: ReasonsProps): ReactNode {
  const words = useText()
  if (line.included === null) return null
  if (!line.included) {
    return line.exclusionJustification ?? <Missing text={words('soa.noJustification')} />
  }
  if (line.inclusionReasons.length === 0) return <Missing text={words('soa.noReason')} />
  return line.inclusionReasons.map((reason, index) => {
    const title = reason.link === null ? undefined : titles[reason.link]
    return (
      // oxlint-disable-next-line react/no-array-index-key -- reasons have no identity of their own
      <span key={index}>
        {index > 0 ? ', ' : ''}
        {title === undefined || reason.link === null ? (
          <span className="soft">
            {reason.text ?? (reason.type === null ? '' : words(`statement_line.inclusionReasons.type.${reason.type}`))}
          </span>
        ) : (
          <Go to={`registers/${title.register}/${reason.link}`} label={`${title.number} ${title.title}`}>
            {title.register === 'risk' ? title.number : title.title}
          </Go>
        )}
      </span>
    )
  })
}

function Missing({ text }: { readonly text: string }): ReactNode {
  return (
    <span className="fault">
      <Mark severity="minor" isNamed={false} /> {text}
    </span>
  )
}
