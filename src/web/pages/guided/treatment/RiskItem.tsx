import { type ReactNode, useState } from 'react'
import { levelName } from '../../../../modules/risks/web/method.ts'
import { Mark } from '../../../kit/Mark.tsx'
import { useText } from '../../../text.ts'
import { Tick } from '../Tick.tsx'
import type { PartProps } from './part-props.ts'
import { RiskForm } from './RiskForm.tsx'
import { RiskHead } from './RiskHead.tsx'
import type { Treated } from './treatment.ts'

interface RiskItemProps extends PartProps {
  readonly risk: Treated
  /** Whether its proposal is chosen; null where it has none that could be taken. */
  readonly isPicked: boolean | null
  readonly onPick: (isOn: boolean) => void
  readonly onDecided: () => void
}

/** A risk with what is proposed, and the way to decide otherwise. */
export function RiskItem(props: RiskItemProps): ReactNode {
  const { risk, isPicked, onPick } = props
  if (risk.isDecided) return <Decided risk={risk} />
  return (
    <li className={isPicked === null ? undefined : 'docitem'}>
      {isPicked === null ? null : <Tick label={`${risk.number} ${risk.title}`} isOn={isPicked} onChange={onPick} />}
      <div className="treating">
        <RiskHead {...props} />
        <Proposal {...props} />
        <Otherwise {...props} />
      </div>
    </li>
  )
}

/** What was decided; the eye and the keyboard stay here, though the form is gone. */
function Decided({ risk: { number, title, treatment } }: Pick<RiskItemProps, 'risk'>): ReactNode {
  const words = useText()
  const option = treatment?.option ?? 'modify'
  return (
    <li>
      <p className="small" tabIndex={-1} ref={(node) => node?.focus()}>
        <Mark severity="ok" isNamed={false} />{' '}
        {words('guide.treatment.did', { number, title, option: words(`treatment.option.${option}`) })}
      </p>
    </li>
  )
}

function Proposal({ risk: { treatment, expected }, map, nameOf }: RiskItemProps): ReactNode {
  const words = useText()
  const option = treatment?.option ?? null
  return (
    <>
      {option === null ? (
        <p className="small">{words('guide.treatment.noProposal')}</p>
      ) : (
        <p className="small">
          <b>{words('guide.treatment.proposal', { option: words(`treatment.option.${option}`) })}</b>{' '}
          {treatment?.controls.map(nameOf).join(' · ')}
        </p>
      )}
      {expected === null ? null : (
        <p className="small quiet">
          {words('guide.treatment.after', { level: levelName(map, expected.level) ?? 'none' })}
        </p>
      )}
    </>
  )
}

function Otherwise(props: RiskItemProps): ReactNode {
  const words = useText()
  const [isOpen, setOpen] = useState(false)
  if (!props.canEdit || !props.risk.canEdit) return null
  if (isOpen) return <RiskForm {...props} onDone={props.onDecided} onClose={() => setOpen(false)} />
  return (
    <p className="btns">
      <button type="button" className="ghost" onClick={() => setOpen(true)}>
        {words('guide.treatment.separately')}
      </button>
    </p>
  )
}
