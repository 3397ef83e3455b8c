import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { Tick } from '../Tick.tsx'
import { DocumentStanding } from './DocumentStanding.tsx'
import { type DocumentLine, STANDING_MARKS, titleOf } from './documents.ts'

interface DocumentItemProps {
  readonly line: DocumentLine
  readonly titles: Titles
  /** Whether a draft is to be made of it; null where that is not asked. */
  readonly isTaken: boolean | null
  readonly onTake: (is: boolean) => void
}

/** A document in the list: what it is for, whose it is and how far it is, with the way to it. */
export function DocumentItem({ line, titles, isTaken, onTake }: DocumentItemProps): ReactNode {
  const { words, language } = useSpeech()
  const { key, about, draft, standing, need } = line
  const title = titleOf(line, language)
  return (
    <li className="docitem">
      {isTaken === null ? (
        <Mark severity={STANDING_MARKS[standing]} isNamed={false} />
      ) : (
        <Tick label={words('guide.documents.take', { title })} isOn={isTaken} onChange={onTake} />
      )}
      <div>
        <h2>
          <Go
            to="guide-documents"
            search={{ part: draft === null ? 'write' : 'approve', document: key }}
            isCurrent={false}
          >
            {title}
          </Go>
        </h2>
        <p className="small text">{about[language]}</p>
        <DocumentStanding line={line} titles={titles} />
        {need.is === 'yes' ? null : (
          <p className="small soft">{words(`guide.documents.need.${need.is === 'no' ? need.why : 'open'}`)}</p>
        )}
      </div>
    </li>
  )
}
