import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { type RiskMap, useRiskMap } from '../../../modules/risks/web/method.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { ListError } from '../../kit/list/ListError.tsx'
import { useNames } from '../../names.ts'
import { Sentence } from '../../Sentence.tsx'
import { PageSkeleton } from '../../shell/PageSkeleton.tsx'
import { useSpeech } from '../../text.ts'
import { Parts, usePart } from './Parts.tsx'
import { DecidedPart } from './treatment/DecidedPart.tsx'
import { DecidePart } from './treatment/DecidePart.tsx'
import { TogetherPart } from './treatment/TogetherPart.tsx'
import { leftIn, PARTS, type Part, peopleIn, type TreatmentReply, useMeasureNames } from './treatment/treatment.ts'

/** What is done about every risk above the line: proposals taken or changed, one by one or several at once. */
export function TreatmentGuide(): ReactNode {
  const api = useApi()
  const map = useRiskMap()
  const guide = useQuery(api.read<TreatmentReply>('guides/treatment'))
  if (guide.isError) return <ListError error={guide.error} onRetry={() => void guide.refetch()} />
  if (guide.data === undefined || map === null) return <PageSkeleton />
  return <TreatmentForm reply={guide.data} map={map} />
}

interface TreatmentFormProps {
  readonly reply: TreatmentReply
  readonly map: RiskMap
}

function TreatmentForm({ reply, map }: TreatmentFormProps): ReactNode {
  const { words } = useSpeech()
  const { tense } = useAsOf()
  const nameOf = useMeasureNames(reply.measures)
  const people = useNames(peopleIn(reply.risks))
  const left = (part: Part): number | null => leftIn(part, reply)
  const part = usePart(PARTS, left)
  const shared = { reply, map, nameOf, people, canEdit: tense === 'present' && reply.can.decide }
  return (
    <>
      <p role="status">{words('guide.treatment.progress', { done: reply.done, total: reply.total })}</p>
      {reply.unscored === 0 ? null : (
        <p className="note plain">
          <Sentence
            id="guide.treatment.unscored"
            values={{ n: reply.unscored }}
            parts={{ a: <Go to="workshop" isCurrent={false} /> }}
          />
        </p>
      )}
      <Parts name="treatment" parts={PARTS} shown={part} left={left} />
      {part === 'decide' ? <DecidePart {...shared} /> : null}
      {part === 'together' ? <TogetherPart {...shared} /> : null}
      {part === 'decided' ? <DecidedPart {...shared} /> : null}
    </>
  )
}
