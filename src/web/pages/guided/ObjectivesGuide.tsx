import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { AdoptPart } from './objectives/AdoptPart.tsx'
import { GoalsPart } from './objectives/GoalsPart.tsx'
import { MetricsPart } from './objectives/MetricsPart.tsx'
import { leftIn, type ObjectivesReply, PARTS, type Part } from './objectives/objectives.ts'
import { Parts, usePart } from './Parts.tsx'

/** A few goals with a number, what is measured for them, and the yes of the director. */
export function ObjectivesGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<ObjectivesReply>('guides/objectives'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <ObjectivesForm reply={guide.data} />
}

function ObjectivesForm({ reply }: { readonly reply: ObjectivesReply }): ReactNode {
  const { tense } = useAsOf()
  const left = (part: Part): number => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const isOpen = tense === 'present'
  return (
    <>
      <Parts name="objectives" parts={PARTS} shown={part} left={left} />
      {part === 'goals' ? <GoalsPart reply={reply} isOpen={isOpen} /> : null}
      {part === 'metrics' ? <MetricsPart reply={reply} isOpen={isOpen} /> : null}
      {part === 'adopt' ? <AdoptPart reply={reply} isOpen={isOpen} /> : null}
    </>
  )
}
