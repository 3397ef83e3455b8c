import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useId } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { useAsOf } from '../as-of.ts'
import { addMonths, isDay } from '../days.ts'
import { DayInput } from '../kit/fields/DayInput.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { type DifferenceReply, STAGES } from '../readiness.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import { DifferenceSection } from './difference/DifferenceSection.tsx'
import { StageChoice } from './readiness/StageChoice.tsx'

/** What changed between two days in what an auditor would find, and who or what did it. */
export function DifferencePage(): ReactNode {
  const { words, day: written } = useRuleSpeech()
  const api = useApi()
  const address = useAddress()
  const { day } = useAsOf()
  const [fromId, toId] = [useId(), useId()]
  const [askedFrom, askedTo] = [address.get('from'), address.get('to')]
  const to = isDay(askedTo) ? askedTo : day
  const from = isDay(askedFrom) ? askedFrom : addMonths(to, -1)
  const stage = STAGES.find((one) => one === address.get('stage'))
  const difference = useQuery({
    ...api.read<DifferenceReply>('readiness/difference', { ...(stage === undefined ? {} : { stage }), from, to }, {}),
    placeholderData: keepPreviousData,
  })
  const { data } = difference
  return (
    <>
      <div className="head">
        <h1>{words('differencePage.title')}</h1>
      </div>
      <div className="when-bar" role="group" aria-label={words('differencePage.which')}>
        <StageChoice stage={stage ?? data?.stage} onChange={(one) => address.set({ stage: one })} />
        <div className="pair">
          <div className="field">
            <label htmlFor={fromId}>{words('differencePage.from')}</label>
            <DayInput id={fromId} value={from} onChange={(value) => address.set({ from: value || undefined })} />
          </div>
          <div className="field">
            <label htmlFor={toId}>{words('differencePage.to')}</label>
            <DayInput id={toId} value={to} onChange={(value) => address.set({ to: value || undefined })} />
          </div>
        </div>
      </div>
      {difference.isPending ? <PageSkeleton /> : null}
      {difference.isError ? <ListError error={difference.error} onRetry={() => void difference.refetch()} /> : null}
      {data === undefined ? null : (
        <div aria-busy={difference.isPlaceholderData}>
          <p className="lead below">
            {words('differencePage.lead', {
              from: written(data.from),
              to: written(data.to),
              beforeMajor: data.before.counts.major,
              beforeMinor: data.before.counts.minor,
              afterMajor: data.after.counts.major,
              afterMinor: data.after.counts.minor,
            })}
          </p>
          {(['appeared', 'changed', 'cleared'] as const).map((kind) => (
            <DifferenceSection key={kind} kind={kind} differences={data[kind]} />
          ))}
          {data.appeared.length + data.changed.length + data.cleared.length === 0 ? (
            <p className="empty">{words('differencePage.same')}</p>
          ) : null}
        </div>
      )}
    </>
  )
}
