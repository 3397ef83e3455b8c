import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { leftIn, type MeasureReply, PARTS, type Part } from './measure/measure.ts'
import { ReadingsPart } from './measure/ReadingsPart.tsx'
import { ReportPart } from './measure/ReportPart.tsx'
import { SharePart } from './measure/SharePart.tsx'
import { Parts, usePart } from './Parts.tsx'

/** A round of measuring: the numbers, what they mean together, and who knows what is wanted. */
export function MeasureGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<MeasureReply>('guides/measure'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <MeasureForm reply={guide.data} />
}

function MeasureForm({ reply }: { readonly reply: MeasureReply }): ReactNode {
  const { tense } = useAsOf()
  const left = (part: Part): number => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const isOpen = tense === 'present'
  return (
    <>
      <Parts name="measure" parts={PARTS} shown={part} left={left} />
      {part === 'readings' ? <ReadingsPart reply={reply} canEdit={isOpen && reply.can.measure} /> : null}
      {part === 'report' ? <ReportPart reply={reply} canEdit={isOpen && reply.can.evaluate} /> : null}
      {part === 'share' ? <SharePart reply={reply} isOpen={isOpen} /> : null}
    </>
  )
}
