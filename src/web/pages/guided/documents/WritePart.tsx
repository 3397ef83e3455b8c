import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../../../address.ts'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { ListError } from '../../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../../shell/PageSkeleton.tsx'
import { useSpeech } from '../../../text.ts'
import {
  besides,
  type DocumentLine,
  type DocumentReply,
  type DocumentsReply,
  lineToWrite,
  needed,
  titleOf,
} from './documents.ts'
import { WriteForm } from './WriteForm.tsx'

interface WritePartProps {
  readonly reply: DocumentsReply
  readonly canEdit: boolean
}

/** One document after another: its rules, with a choice where companies differ. */
export function WritePart({ reply, canEdit }: WritePartProps): ReactNode {
  const { words, language } = useSpeech()
  const line = lineToWrite(reply, useAddress().get('document'))
  if (line === null) return <p className="empty">{words('guide.documents.none')}</p>
  const { before, after } = besides(reply, line.key)
  const at = needed(reply).findIndex(({ key }) => key === line.key) + 1
  return (
    <>
      <p className="text partwhy">{words('guide.documents.write.why')}</p>
      <div className="head">
        <h2>{titleOf(line, language)}</h2>
        {at === 0 ? null : (
          <span className="quiet num">{words('guide.documents.at', { at, n: needed(reply).length })}</span>
        )}
      </div>
      <Written reply={reply} line={line} next={after?.key ?? null} canEdit={canEdit} />
      <p className="btns wrap steps">
        <Step to={before} word="guide.documents.before" /> <Step to={after} word="guide.documents.after" />
      </p>
    </>
  )
}

interface WrittenProps extends WritePartProps {
  readonly line: DocumentLine
  readonly next: string | null
}

function Written({ reply, line, next, canEdit }: WrittenProps): ReactNode {
  const api = useApi()
  const one = useQuery(api.read<DocumentReply>(`guides/documents/${line.key}`))
  if (one.isError) return <ListError error={one.error} onRetry={() => void one.refetch()} />
  if (one.isPending) return <PageSkeleton />
  const { draft } = one.data.line
  return (
    <WriteForm
      key={`${line.key} ${draft?.version ?? 0}`}
      reply={one.data}
      languages={reply.languages.own}
      next={next}
      canEdit={canEdit && draft?.state !== 'approved'}
    />
  )
}

function Step({ to, word }: { readonly to: DocumentLine | null; readonly word: string }): ReactNode {
  const { words, language } = useSpeech()
  if (to === null) return null
  return (
    <Go to="guide-documents" search={{ part: 'write', document: to.key }} isCurrent={false} className="ghost">
      {words(word, { title: titleOf(to, language) })}
    </Go>
  )
}
