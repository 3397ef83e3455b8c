import type { ReactNode } from 'react'
import { LANGUAGES } from '../../../kernel/text.ts'
import { Go } from '../../Go.tsx'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import type { GlossaryTerm } from './glossary.ts'

interface GlossaryListItemProps {
  readonly term: GlossaryTerm
  readonly isPage: boolean
  readonly isTarget: boolean
}

/** One term: its word, that of the other language beside it, what it means, and what is not said for it. */
export function GlossaryListItem({ term, isPage, isTarget }: GlossaryListItemProps): ReactNode {
  const { language } = useSpeech()
  const other = LANGUAGES.find((one) => one !== language) ?? language
  const { id, register, word } = term
  return (
    <div
      className={isTarget ? 'term here' : 'term'}
      id={isPage ? id : undefined}
      ref={isTarget ? bringIntoView : undefined}
    >
      <dt>
        {isPage ? <a href={`#${id}`}>{word[language]}</a> : word[language]}
        <span className="other quiet" lang={other}>
          {word[other]}
        </span>
      </dt>
      <dd>
        <Meaning term={term} />
        {register === null || !isPage ? null : <RegisterLine register={register} />}
      </dd>
    </div>
  )
}

function Meaning({ term }: { readonly term: GlossaryTerm }): ReactNode {
  const { words, language } = useSpeech()
  const { word, short, meaning, source, not } = term
  const shortWord = short[language]
  return (
    <>
      {capital(meaning[language])}
      {shortWord === null || shortWord === word[language] ? null : (
        <span className="small">{words('glossaryPage.short', { word: shortWord })}</span>
      )}
      {not[language].length === 0 ? null : (
        <span className="small quiet">{words('glossaryPage.not', { words: not[language].join(', ') })}</span>
      )}
      {source === null ? null : <span className="small quiet">{source}</span>}
    </>
  )
}

/** The way to its records, for whoever may see them. */
function RegisterLine({ register }: { readonly register: string }): ReactNode {
  const { words } = useSpeech()
  const { sees } = useMembership()
  if (!sees.registers.includes(register)) return null
  return (
    <span className="small">
      <Go to={`registers/${register}`}>{words('glossaryPage.register', { name: words(`${register}.plural`) })}</Go>
    </span>
  )
}

/** The terms come after the page, so the browser has looked for the id in vain. */
function bringIntoView(term: HTMLElement | null): void {
  term?.scrollIntoView({ block: 'center' })
}
