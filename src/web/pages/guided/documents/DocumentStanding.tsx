import type { ReactNode } from 'react'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import type { DocumentLine } from './documents.ts'

interface DocumentStandingProps {
  readonly line: DocumentLine
  readonly titles: Titles
}

const NONE = { versionLabel: '', effectiveFrom: null } as const

/** How far a document is, who has read it, whose it is and which controls it is about, in one line. */
export function DocumentStanding({ line, titles }: DocumentStandingProps): ReactNode {
  const { words, day } = useSpeech()
  const { document: paper, draft, inForce, standing, readers, controls } = line
  const { versionLabel: version, effectiveFrom } = inForce ?? NONE
  const parts = [
    words(`guide.documents.standing.${standing}`, { version, day: effectiveFrom === null ? '' : day(effectiveFrom) }),
    inForce === null || draft === null ? '' : words('guide.documents.newDraft', { version: draft.versionLabel }),
    readers === null ? '' : words('guide.documents.readers', { ...readers }),
    titles[paper?.owner ?? '']?.title ?? '',
    controls.map((number) => `A.${number}`).join(', '),
  ]
  return <p className="small soft">{parts.filter((part) => part !== '').join(' · ')}</p>
}
