import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { readRhythm } from '../../../modules/rhythms/contract.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import type { ReplyOf } from '../../client.ts'
import { Go } from '../../Go.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { RhythmTable } from './RhythmTable.tsx'

/** From the day of the certificate on the path becomes a rhythm: what comes round when, planned with one click. */
export function PlanRhythm(): ReactNode {
  const { words, day } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const rhythm = useQuery(api.read<ReplyOf<typeof readRhythm>>('rhythm', {}, {}))
  const plan = useMutation({ mutationFn: () => api.send('POST', 'rhythm'), onSuccess: () => api.refresh() })
  if (rhythm.data === undefined) return null
  const { certificate, beats, once, isPlanned } = rhythm.data
  const made = beats.filter(({ fate }) => fate === 'make').length + once.filter(({ isThere }) => !isThere).length
  const dated = beats.filter(({ fate }) => fate === 'date').length
  return (
    <section className="sect" aria-labelledby="rhythm">
      <h2 id="rhythm">{words('rhythmPlan.title')}</h2>
      <p className="small soft after">
        {certificate === null
          ? words('rhythmPlan.later')
          : isPlanned
            ? words('rhythmPlan.done', { n: beats.length + once.length })
            : words('rhythmPlan.open', { day: day(certificate.decisionAt), made, dated })}
      </p>
      {certificate === null ? null : <RhythmTable rhythm={rhythm.data} />}
      <Problem error={plan.error} />
      {certificate === null || isPlanned || tense !== 'present' ? null : (
        <p className="btns">
          <button type="button" className="btn" disabled={plan.isPending} onClick={() => plan.mutate()}>
            {words('rhythmPlan.plan')}
          </button>
        </p>
      )}
      {isPlanned ? (
        <p className="small">
          <Go to="registers/recurring_task">{words('rhythmPlan.all')}</Go>
        </p>
      ) : null}
    </section>
  )
}
