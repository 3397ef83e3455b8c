import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import { usePicked } from '../picked.ts'
import type { PartProps } from './part-props.ts'
import { RiskItem } from './RiskItem.tsx'
import { type Steps, StepsLess } from './StepsLess.tsx'
import { isReady, seenOf, type Treated } from './treatment.ts'

/** Risks of which nothing is decided yet, the worst first. What was decided here stays in sight. */
export function DecidePart(props: PartProps): ReactNode {
  const { reply, canEdit } = props
  const words = useText()
  const picked = usePicked()
  const [did, setDid] = useState<readonly string[]>([])
  const open = reply.risks.filter(({ isDecided }) => !isDecided)
  const shown = reply.risks.filter((one) => !one.isDecided || did.includes(one.risk))
  const ready = open.filter(isReady)
  const chosen = ready.filter(({ risk }) => picked.ids.has(risk))
  if (shown.length === 0) return <NothingOpen isEmpty={reply.risks.length === 0} />
  return (
    <>
      <p className="text partwhy">{words('guide.treatment.decide.why')}</p>
      {canEdit && ready.length > 0 ? (
        <>
          <p className="checks">
            <label>
              <input
                type="checkbox"
                checked={chosen.length === ready.length}
                onChange={({ target }) =>
                  picked.pick(
                    ready.map(({ risk }) => risk),
                    target.checked,
                  )
                }
              />
              {words('guide.treatment.all', { n: ready.length })}
            </label>
          </p>
          <TakeBar chosen={chosen} onTaken={picked.clear} />
        </>
      ) : null}
      <h2 className="hide">{words('guide.treatment.part.decide')}</h2>
      <ul className="choices">
        {shown.map((risk) => (
          <RiskItem
            {...props}
            key={risk.risk}
            risk={risk}
            isPicked={canEdit && isReady(risk) && !risk.isDecided ? picked.ids.has(risk.risk) : null}
            onPick={(isOn) => picked.pick([risk.risk], isOn)}
            onDecided={() => setDid((before) => [...before, risk.risk])}
          />
        ))}
      </ul>
    </>
  )
}

interface TakeBarProps {
  readonly chosen: readonly Treated[]
  readonly onTaken: () => void
}

/** Takes the chosen proposals as they are, with how much smaller they make their risks. */
function TakeBar({ chosen, onTaken }: TakeBarProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [steps, setSteps] = useState<Steps>({ likelihood: 1, consequence: 0 })
  const take = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/treatment/together', {
        body: { risks: chosen.map(seenOf), controls: [], steps, work: null },
      }),
    onSuccess: onTaken,
    onSettled: () => api.refresh(),
  })
  const isSame = steps.likelihood + steps.consequence === 0 && chosen.some(({ expected }) => expected === null)
  return (
    <div className="savebar bulk">
      <p className="small" role="status">
        {words('guide.treatment.chosen', { n: chosen.length })}
      </p>
      <StepsLess value={steps} onChange={setSteps} />
      <button
        type="button"
        className="btn"
        disabled={chosen.length === 0 || isSame || take.isPending}
        onClick={() => take.mutate()}
      >
        {words('guide.treatment.take', { n: chosen.length })}
      </button>
      <Problem error={take.error} />
    </div>
  )
}

function NothingOpen({ isEmpty }: { readonly isEmpty: boolean }): ReactNode {
  const words = useText()
  return (
    <p className="empty">
      {words(isEmpty ? 'guide.treatment.decide.empty' : 'guide.treatment.decide.none')}{' '}
      <Go to={isEmpty ? 'workshop' : 'guide-comparison'} isCurrent={false}>
        {words(isEmpty ? 'guide.treatment.toWorkshop' : 'guide.treatment.toComparison')}
      </Go>
    </p>
  )
}
