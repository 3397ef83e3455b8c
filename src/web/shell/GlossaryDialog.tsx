import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useParam } from '../address.ts'
import { Dialog } from '../kit/Dialog.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { GlossaryList } from '../pages/glossary/GlossaryList.tsx'
import { glossaryQuery } from '../pages/glossary/glossary.ts'
import { useText } from '../text.ts'

interface GlossaryDialogProps {
  readonly onClose: () => void
}

/** The glossary over the page that somebody is at, with the search at hand. */
export function GlossaryDialog({ onClose }: GlossaryDialogProps): ReactNode {
  const words = useText()
  const navigate = useNavigate()
  const organisation = useParam('organisation')
  const glossary = useQuery(glossaryQuery)
  const [query, setQuery] = useState('')
  const toPage = (): void => {
    onClose()
    void navigate({ to: `/${organisation}/glossary`, search: query === '' ? {} : { q: query } })
  }
  return (
    <Dialog title={words('nav.glossary')} size="xl" onClose={onClose}>
      <div className="glossarybar">
        <input
          type="search"
          className="in"
          data-autofocus
          aria-label={words('glossaryPage.search')}
          placeholder={words('glossaryPage.search')}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <button type="button" className="ghost" onClick={toPage}>
          {words('glossaryPage.page')}
        </button>
      </div>
      {glossary.isError ? <ListError error={glossary.error} onRetry={() => void glossary.refetch()} /> : null}
      {glossary.data === undefined ? null : <GlossaryList reply={glossary.data} query={query} />}
    </Dialog>
  )
}
