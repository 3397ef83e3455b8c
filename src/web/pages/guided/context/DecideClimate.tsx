import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api.ts'
import { useAsOf } from '../../../as-of.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { useSpeech } from '../../../text.ts'
import type { ContextReply } from './context.ts'

interface DecideClimateProps {
  readonly determination: NonNullable<ContextReply['climate']['determination']>
  readonly decide: ContextReply['can']['decide']
}

/** The decision itself, with the name of whoever takes it; a consultant cannot. */
export function DecideClimate({ determination, decide }: DecideClimateProps): ReactNode {
  const { words, has } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const { id, version, relevant, rationale } = determination
  const act = useMutation({
    mutationFn: () => api.send('POST', `registers/context_determination/${id}/acts/decide`, { body: { version } }),
    onSettled: () => api.refresh(),
  })
  const why = decide.ok ? null : `refusal.${decide.why}`
  if (tense !== 'present' || relevant === null || rationale === null) return null
  return (
    <>
      <p className="btns">
        <button type="button" className="btn" disabled={!decide.ok || act.isPending} onClick={() => act.mutate()}>
          {words('guide.context.climate.decide')}
        </button>
      </p>
      {why !== null && has(why) ? <p className="small soft">{words(why)}</p> : null}
      <Problem error={act.error} />
    </>
  )
}
