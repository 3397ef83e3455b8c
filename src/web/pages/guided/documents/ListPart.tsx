import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useSpeech } from '../../../text.ts'
import { DocumentItem } from './DocumentItem.tsx'
import { type DocumentsReply, missing, needed } from './documents.ts'

interface ListPartProps {
  readonly reply: DocumentsReply
  readonly canEdit: boolean
}

/** What this organisation needs, what is there, and drafts of the rest at once: of those nothing is approved by it. */
export function ListPart({ reply, canEdit }: ListPartProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const [left, setLeft] = useState<readonly string[]>([])
  const lacking = missing(reply).map(({ key }) => key)
  const taken = lacking.filter((key) => !left.includes(key))
  const make = useMutation({
    mutationFn: () => api.send('POST', 'guides/documents', { body: { keys: taken } }),
    onSettled: () => api.refresh(),
  })
  const out = reply.lines.filter(({ need }) => need.is === 'no')
  const count = (standing: string): number => needed(reply).filter((line) => line.standing === standing).length
  return (
    <>
      <p className="text partwhy">{words('guide.documents.list.why')}</p>
      <p role="status" className="small soft">
        {words('guide.documents.progress', {
          n: needed(reply).length,
          draft: count('draft'),
          force: count('in_force') + count('review'),
        })}
      </p>
      <Languages languages={reply.languages} />
      <ul className="lines taking">
        {needed(reply).map((line) => (
          <DocumentItem
            key={line.key}
            line={line}
            titles={reply.titles}
            isTaken={canEdit && lacking.includes(line.key) ? taken.includes(line.key) : null}
            onTake={(is) => setLeft(is ? left.filter((key) => key !== line.key) : [...left, line.key])}
          />
        ))}
      </ul>
      {canEdit && lacking.length > 0 ? (
        <div className="savebar">
          <button
            type="button"
            className="btn"
            disabled={taken.length === 0 || make.isPending}
            onClick={() => make.mutate()}
          >
            {words('guide.documents.make', { n: taken.length })}
          </button>
          <p className="small soft">{words('guide.documents.make.why')}</p>
        </div>
      ) : null}
      <Problem error={make.error} />
      {out.length === 0 ? null : (
        <details className="example">
          <summary>{words('guide.documents.out', { n: out.length })}</summary>
          <ul className="lines taking">
            {out.map((line) => (
              <DocumentItem key={line.key} line={line} titles={reply.titles} isTaken={null} onTake={() => undefined} />
            ))}
          </ul>
        </details>
      )}
      <p className="small">
        <Go to="guide-policy" isCurrent={false}>
          {words('guide.documents.policy')}
        </Go>
      </p>
    </>
  )
}

/** In which languages drafts come, and which of them somebody has to add. */
function Languages({ languages: { own, others } }: Pick<DocumentsReply, 'languages'>): ReactNode {
  const { words, list } = useSpeech()
  const named = (all: readonly string[]): string => list(all.map((one) => words(`document_version.language.${one}`)))
  return (
    <p className="small soft">
      {words('guide.documents.languages', { languages: named(own) })}{' '}
      {others.length === 0 ? null : words('guide.documents.languages.others', { languages: named(others) })}
    </p>
  )
}
