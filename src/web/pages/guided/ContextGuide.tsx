import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { ClimatePart } from './context/ClimatePart.tsx'
import { type ContextReply, leftIn, PARTS, type Part, promptsIn } from './context/context.ts'
import { PromptsPart } from './context/PromptsPart.tsx'
import { Parts, usePart } from './Parts.tsx'

/** An hour at the table: what moves the organisation from inside and outside, and whether climate matters. */
export function ContextGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<ContextReply>('guides/context'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <ContextForm reply={guide.data} />
}

function ContextForm({ reply }: { readonly reply: ContextReply }): ReactNode {
  const { tense } = useAsOf()
  const left = (part: Part): number => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const canEdit = tense === 'present' && reply.can.write
  return (
    <>
      <Parts name="context" parts={PARTS} shown={part} left={left} />
      {part === 'climate' ? (
        <ClimatePart key={reply.climate.determination?.state ?? 'none'} reply={reply} canEdit={canEdit} />
      ) : (
        <PromptsPart key={part} part={part} prompts={promptsIn(part, reply)} canEdit={canEdit} />
      )}
    </>
  )
}
