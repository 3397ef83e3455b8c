import { type ReactNode, useId } from 'react'
import { DayInput } from '../../../kit/fields/DayInput.tsx'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import type { Titles } from '../../../replies.ts'
import { useText } from '../../../text.ts'

/** Who does it, by when and with what, as it is typed. */
export interface Work {
  readonly owner: string | null
  readonly due: string
  readonly resources: string
}

export const NO_WORK: Work = { owner: null, due: '', resources: '' }

/** As the server takes it: null where nobody said anything. */
export function workBody({ owner, due, resources }: Work): {
  readonly owner: string | null
  readonly due: string | null
  readonly resources: string | null
} | null {
  const said = resources.trim()
  if (owner === null && due === '' && said === '') return null
  return { owner, due: due === '' ? null : due, resources: said === '' ? null : said }
}

interface WorkFieldsProps {
  readonly work: Work
  readonly people: Titles
  readonly onChange: (work: Work) => void
}

/** The three questions about the work behind a treatment (ISO/IEC 27001:2022, 6.1.3 e). */
export function WorkFields({ work, people, onChange }: WorkFieldsProps): ReactNode {
  const words = useText()
  const id = useId()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}owner`}>{words('guide.treatment.work.owner')}</label>
        <RecordPicker
          id={`${id}owner`}
          targets={['person']}
          values={work.owner === null ? [] : [work.owner]}
          titles={people}
          isMany={false}
          onChange={([owner]) => onChange({ ...work, owner: owner ?? null })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}due`}>{words('guide.treatment.work.due')}</label>
        <DayInput id={`${id}due`} value={work.due} onChange={(due) => onChange({ ...work, due })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}means`}>{words('guide.treatment.work.resources')}</label>
        <input
          id={`${id}means`}
          className="in"
          value={work.resources}
          aria-describedby={`${id}why`}
          onChange={(event) => onChange({ ...work, resources: event.target.value })}
        />
        <p className="why" id={`${id}why`}>
          {words('guide.treatment.work.resources.why')}
        </p>
      </div>
    </>
  )
}
