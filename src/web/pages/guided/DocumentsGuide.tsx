import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ApprovePart } from './documents/ApprovePart.tsx'
import { type DocumentsReply, leftIn, PARTS, type Part } from './documents/documents.ts'
import { ListPart } from './documents/ListPart.tsx'
import { WritePart } from './documents/WritePart.tsx'
import { Parts, usePart } from './Parts.tsx'

/** The rules by topic and the procedures: which are needed, written with choices, approved one by one. */
export function DocumentsGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<DocumentsReply>('guides/documents'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <DocumentsForm reply={guide.data} />
}

function DocumentsForm({ reply }: { readonly reply: DocumentsReply }): ReactNode {
  const { tense } = useAsOf()
  const left = (part: Part): number | null => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const canEdit = tense === 'present' && reply.can.write
  return (
    <>
      <Parts name="documents" parts={PARTS} shown={part} left={left} />
      {part === 'list' ? <ListPart reply={reply} canEdit={canEdit} /> : null}
      {part === 'write' ? <WritePart reply={reply} canEdit={canEdit} /> : null}
      {part === 'approve' ? <ApprovePart reply={reply} /> : null}
    </>
  )
}
