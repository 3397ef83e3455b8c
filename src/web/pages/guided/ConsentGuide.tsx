import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { type ConsentReply, leftIn, PARTS, type Part } from './consent/consent.ts'
import { MinePart } from './consent/MinePart.tsx'
import { OthersPart } from './consent/OthersPart.tsx'
import { Parts, usePart } from './Parts.tsx'

/** The words of those who own the risks: what is asked of the reader, and who has given his. */
export function ConsentGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<ConsentReply>('guides/consent'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <ConsentForm reply={guide.data} />
}

function ConsentForm({ reply }: { readonly reply: ConsentReply }): ReactNode {
  const { tense } = useAsOf()
  const left = (part: Part): number | null => leftIn(part, reply)
  const part = usePart(PARTS, left)
  return (
    <>
      <Parts name="consent" parts={PARTS} shown={part} left={left} />
      {part === 'mine' ? <MinePart reply={reply} canEdit={tense === 'present'} /> : <OthersPart reply={reply} />}
    </>
  )
}
