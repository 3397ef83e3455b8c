import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { Parts, usePart } from './Parts.tsx'
import { AdoptPart } from './scope/AdoptPart.tsx'
import { BorderPart } from './scope/BorderPart.tsx'
import { PlacePart } from './scope/PlacePart.tsx'
import { leftIn, PARTS, type Part, type ScopeReply } from './scope/scope.ts'
import { WordingPart } from './scope/WordingPart.tsx'

/** The scope: what is in and out, where others take over, and how the certificate will say it. */
export function ScopeGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<ScopeReply>('guides/scope'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <ScopeForm reply={guide.data} />
}

function ScopeForm({ reply }: { readonly reply: ScopeReply }): ReactNode {
  const { tense } = useAsOf()
  const left = (part: Part): number | null => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const canEdit = tense === 'present' && reply.can.write && reply.draft?.state !== 'approved'
  return (
    <>
      <Parts name="scope" parts={PARTS} shown={part} left={left} />
      {part === 'place' ? <PlacePart reply={reply} canEdit={canEdit} /> : null}
      {part === 'border' ? <BorderPart reply={reply} canEdit={canEdit} /> : null}
      {part === 'wording' ? <WordingPart reply={reply} canEdit={canEdit} /> : null}
      {part === 'adopt' ? <AdoptPart reply={reply} /> : null}
    </>
  )
}
