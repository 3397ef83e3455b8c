import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import { usePicked } from '../picked.ts'
import { NO_WORK, WorkFields, workBody } from '../treatment/WorkFields.tsx'
import { PlanTable } from './PlanTable.tsx'
import { gapsIn, type PartProps, type PlanLine } from './plan.ts'

/** Lines without who, when or with what: filled in for many at once. */
export function GapsPart(props: PartProps): ReactNode {
  const { reply, canEdit } = props
  const words = useText()
  const picked = usePicked()
  const lines = gapsIn(reply)
  if (lines.length === 0) return <NoGaps hasLines={reply.lines.some(({ isDecided }) => isDecided)} />
  const mayPlan = canEdit && reply.can.plan
  return (
    <>
      <p className="text partwhy">{words('guide.plan.gaps.why')}</p>
      {mayPlan ? (
        <FillBar {...props} chosen={lines.filter(({ risk }) => picked.ids.has(risk))} onDone={picked.clear} />
      ) : null}
      <PlanTable
        {...props}
        caption={words('guide.plan.caption.gaps')}
        lines={lines}
        picked={mayPlan ? picked.ids : null}
        onPick={picked.pick}
      />
    </>
  )
}

function NoGaps({ hasLines }: { readonly hasLines: boolean }): ReactNode {
  const words = useText()
  return (
    <p className="empty">
      {words(hasLines ? 'guide.plan.gaps.none' : 'guide.plan.gaps.nothing')}{' '}
      {hasLines ? (
        <Go to="guide-plan" search={{ part: 'publish' }} isCurrent={false}>
          {words('guide.plan.part.publish')}
        </Go>
      ) : null}
    </p>
  )
}

interface FillBarProps extends PartProps {
  readonly chosen: readonly PlanLine[]
  readonly onDone: () => void
}

function FillBar({ chosen, people, onDone }: FillBarProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [work, setWork] = useState(NO_WORK)
  const said = workBody(work)
  const fill = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/plan/work', {
        body: { lines: chosen.map(({ risk, unfinished }) => ({ risk, work: unfinished, ...said })) },
      }),
    onSuccess: onDone,
    onSettled: () => api.refresh(),
  })
  return (
    <div className="savebar bulk fillbar">
      <p className="small" role="status">
        {words('guide.plan.chosen', { n: chosen.length })}
      </p>
      <WorkFields work={work} people={people} onChange={setWork} />
      <button
        type="button"
        className="btn"
        disabled={chosen.length === 0 || said === null || fill.isPending}
        onClick={() => fill.mutate()}
      >
        {words('guide.plan.fill', { n: chosen.length })}
      </button>
      <Problem error={fill.error} />
    </div>
  )
}
