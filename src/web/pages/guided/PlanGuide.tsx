import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { ListError } from '../../kit/list/ListError.tsx'
import { useNames } from '../../names.ts'
import { Sentence } from '../../Sentence.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { useText } from '../../text.ts'
import { Parts, usePart } from './Parts.tsx'
import { GapsPart } from './plan/GapsPart.tsx'
import { PublishPart } from './plan/PublishPart.tsx'
import { leftIn, PARTS, type Part, type PlanReply } from './plan/plan.ts'
import { WholePart } from './plan/WholePart.tsx'
import { peopleIn, useMeasureNames } from './treatment/treatment.ts'

/** The treatment plan as it follows from what was decided: its gaps filled, looked over, published. */
export function PlanGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<PlanReply>('guides/plan'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <PlanForm reply={guide.data} />
}

function PlanForm({ reply }: { readonly reply: PlanReply }): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const nameOf = useMeasureNames(reply.measures)
  const people = useNames([...peopleIn(reply.lines), reply.draft?.owner ?? null, reply.published?.owner ?? null])
  const left = (part: Part): number | null => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const total = reply.lines.length
  const undecided = reply.lines.filter(({ isDecided }) => !isDecided).length
  const shared = { reply, nameOf, people, canEdit: tense === 'present' }
  return (
    <>
      <p role="status">
        {words('guide.plan.progress', { ready: reply.lines.filter(({ gaps }) => gaps.length === 0).length, total })}
      </p>
      {undecided === 0 ? null : (
        <p className="note plain">
          <Sentence
            id="guide.plan.undecided"
            values={{ n: undecided }}
            parts={{ a: <Go to="guide-treatment" isCurrent={false} /> }}
          />
        </p>
      )}
      <Parts name="plan" parts={PARTS} shown={part} left={left} />
      {part === 'gaps' ? <GapsPart {...shared} /> : null}
      {part === 'whole' ? <WholePart {...shared} /> : null}
      {part === 'publish' ? <PublishPart {...shared} /> : null}
    </>
  )
}
