import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import { GlossaryListItem } from './GlossaryListItem.tsx'
import { type GlossaryPart, partsFor } from './glossary.ts'

interface GlossaryListProps {
  readonly reply: Parameters<typeof partsFor>[0]
  readonly query: string
  /** The term that the address points at. */
  readonly target?: string
  /** On a page each term has an id to link to; a dialog over a page must not repeat ids. */
  readonly isPage?: boolean
}

/** The terms that fit what is looked for, section by section. */
export function GlossaryList({ reply, query, target = '', isPage = false }: GlossaryListProps): ReactNode {
  const { words, language } = useSpeech()
  const parts = partsFor(reply, language, query)
  if (parts.length === 0) return <p className="empty">{words('glossaryPage.none', { query })}</p>
  return parts.map((part) => <Section key={part.id} part={part} target={target} isPage={isPage} />)
}

interface SectionProps {
  readonly part: GlossaryPart
  readonly target: string
  readonly isPage: boolean
}

function Section({ part, target, isPage }: SectionProps): ReactNode {
  return (
    <section className="glossary">
      <h2 className="under">{part.title}</h2>
      <dl>
        {part.terms.map((term) => (
          <GlossaryListItem key={term.id} term={term} isPage={isPage} isTarget={term.id === target} />
        ))}
      </dl>
    </section>
  )
}
