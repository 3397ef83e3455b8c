import { type ReactNode, useId } from 'react'
import { useText } from '../../../text.ts'
import type { PartProps } from './part-props.ts'
import type { Measure, Treated } from './treatment.ts'

interface MeasureChoiceProps extends Pick<PartProps, 'reply' | 'nameOf'> {
  readonly risk: Treated
  readonly chosen: readonly string[]
  readonly onChange: (controls: readonly string[]) => void
}

/** What usually helps and what is chosen, to be ticked; any other control can be added. */
export function MeasureChoice({ reply: { measures }, nameOf, risk, chosen, onChange }: MeasureChoiceProps): ReactNode {
  const words = useText()
  const id = useId()
  const known = new Map(measures.map((one) => [one.id, one]))
  const first = [...new Set([...risk.usual, ...(risk.treatment?.controls ?? [])])]
  const offered = [...first, ...chosen.filter((one) => !first.includes(one))].filter((one) => known.has(one))
  const others = measures.filter((one) => !offered.includes(one.id))
  return (
    <fieldset className="plainset field">
      <legend>{words('guide.treatment.controls')}</legend>
      <p className="small soft">{words('guide.treatment.controls.why')}</p>
      {offered.map((one) => (
        <label key={one} className="agree">
          <input
            type="checkbox"
            checked={chosen.includes(one)}
            onChange={(event) =>
              onChange(event.target.checked ? [...chosen, one] : chosen.filter((other) => other !== one))
            }
          />
          <span>
            {nameOf(one)} <Status measure={known.get(one)} />
          </span>
        </label>
      ))}
      <div className="field">
        <label htmlFor={id}>{words('guide.treatment.controls.more')}</label>
        <select id={id} className="in" value="" onChange={(event) => onChange([...chosen, event.target.value])}>
          <option value="">{words('guide.treatment.controls.pick')}</option>
          {others.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one.id)}
            </option>
          ))}
        </select>
      </div>
    </fieldset>
  )
}

/** How far it is by the statement, where that is known. */
function Status({ measure }: { readonly measure: Measure | undefined }): ReactNode {
  const words = useText()
  if (measure === undefined || measure.status === null) return null
  return <span className="quiet">{words(`statement_line.implementationStatus.${measure.status}`)}</span>
}
