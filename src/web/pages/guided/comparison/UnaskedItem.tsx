import { type ReactNode, useId, useState } from 'react'
import type { Explanation } from '../../../../modules/catalogue/domain/explanations.ts'
import { Mark } from '../../../kit/Mark.tsx'
import { useSpeech } from '../../../text.ts'
import { ExplainedControl } from '../ExplainedControl.tsx'
import type { Compared, PartProps } from './comparison.ts'

interface UnaskedItemProps extends PartProps {
  readonly one: Compared
  readonly title: string
  readonly explanation: Explanation | null
}

/** A control that nothing asks for: what it is for, and the way to say that it is needed after all. */
export function UnaskedItem(props: UnaskedItemProps): ReactNode {
  const { one, title, explanation, reply, missed, onMiss, canEdit } = props
  const { words } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const found = missed.find(({ annexA }) => annexA === one.annexA)
  const risk = reply.risks.find(({ id }) => id === found?.risk)
  const included = one.included === null ? 'other' : one.included ? 'yes' : 'no'
  return (
    <li>
      <ExplainedControl number={`A.${one.annexA}`} title={title} explanation={explanation} />
      <p className="small quiet">{words('guide.comparison.statement', { included })}</p>
      {risk !== undefined ? (
        <p className="small" role="status">
          <Mark severity="ok" isNamed={false} />{' '}
          {words('guide.comparison.missed', { risk: `${risk.number} ${risk.title}` })}{' '}
          <button type="button" className="link" onClick={() => onMiss(missed.filter((other) => other !== found))}>
            {words('guide.comparison.undo')}
          </button>
        </p>
      ) : null}
      {canEdit && risk === undefined && !isOpen ? (
        <p className="btns">
          <button type="button" className="ghost" onClick={() => setOpen(true)}>
            {words('guide.comparison.need')}
          </button>
        </p>
      ) : null}
      {isOpen && risk === undefined ? (
        <RiskChoice
          {...props}
          onPick={(about) => {
            onMiss([...missed, { annexA: one.annexA, risk: about }])
            setOpen(false)
          }}
        />
      ) : null}
    </li>
  )
}

interface RiskChoiceProps extends UnaskedItemProps {
  readonly onPick: (risk: string) => void
}

function RiskChoice({ reply: { risks }, onPick }: RiskChoiceProps): ReactNode {
  const { words } = useSpeech()
  const id = useId()
  if (risks.length === 0) return <p className="small soft">{words('guide.comparison.needFor.none')}</p>
  return (
    <div className="field">
      <label htmlFor={id}>{words('guide.comparison.needFor')}</label>
      <select id={id} className="in" value="" onChange={(event) => onPick(event.target.value)}>
        <option value="">{words('guide.comparison.needFor.pick')}</option>
        {risks.map((risk) => (
          <option key={risk.id} value={risk.id}>{`${risk.number} ${risk.title}`}</option>
        ))}
      </select>
    </div>
  )
}
