import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { ListError } from '../kit/list/ListError.tsx'
import { Sentence } from '../Sentence.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useText } from '../text.ts'
import { GlossaryList } from './glossary/GlossaryList.tsx'
import { glossaryQuery } from './glossary/glossary.ts'

/** Every term of Waarborg and of the standards, in the reader's words and with those of the other language. */
export function GlossaryPage(): ReactNode {
  const words = useText()
  const address = useAddress()
  const { hash } = useLocation()
  const glossary = useQuery(glossaryQuery)
  if (glossary.isPending) return <PageSkeleton />
  if (glossary.isError) return <ListError error={glossary.error} onRetry={() => void glossary.refetch()} />
  const query = address.get('q') ?? ''
  return (
    <>
      <div className="head">
        <h1>{words('nav.glossary')}</h1>
        <span className="quiet">{words('glossaryPage.count', { n: glossary.data.terms.length })}</span>
      </div>
      <p className="lead">
        <Sentence id="glossaryPage.lead" parts={{ k: <kbd /> }} />
      </p>
      <div className="bar">
        <input
          type="search"
          className="in seek"
          aria-label={words('glossaryPage.search')}
          placeholder={words('glossaryPage.search')}
          value={query}
          onChange={(event) => address.set({ q: event.target.value || undefined }, { replace: true })}
        />
      </div>
      <GlossaryList reply={glossary.data} query={query} target={hash} isPage />
    </>
  )
}
