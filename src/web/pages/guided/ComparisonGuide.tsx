import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { useSpeech } from '../../text.ts'
import { type ComparisonReply, leftIn, type Missed, PARTS, type Part, unasked } from './comparison/comparison.ts'
import { LastComparison } from './comparison/LastComparison.tsx'
import { LookPart } from './comparison/LookPart.tsx'
import { RecordPart } from './comparison/RecordPart.tsx'
import { Parts, usePart } from './Parts.tsx'

/** The controls next to the 93: what follows, what is left to read, and the word that all were looked at. */
export function ComparisonGuide(): ReactNode {
  const api = useApi()
  const guide = useQuery(api.read<ComparisonReply>('guides/comparison'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  return guide.isPending ? <PageSkeleton /> : <ComparisonForm reply={guide.data} />
}

function ComparisonForm({ reply }: { readonly reply: ComparisonReply }): ReactNode {
  const { words } = useSpeech()
  const { tense } = useAsOf()
  /** What was found forgotten, and for which risk; it is written down with the comparison. */
  const [missed, setMissed] = useState<readonly Missed[]>([])
  const left = (part: Part): number | null => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const open = unasked(reply).length
  const shared = { reply, missed, onMiss: setMissed, canEdit: tense === 'present' && reply.can.compare }
  return (
    <>
      <p role="status">{words('guide.comparison.progress', { follow: reply.controls.length - open, open })}</p>
      {reply.last === null ? null : <LastComparison last={reply.last} />}
      <Parts name="comparison" parts={PARTS} shown={part} left={left} />
      {part === 'look' ? <LookPart {...shared} /> : <RecordPart {...shared} />}
    </>
  )
}
