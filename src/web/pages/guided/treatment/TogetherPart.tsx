import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import { LevelOf } from './LevelOf.tsx'
import type { PartProps } from './part-props.ts'
import { type Steps, StepsLess } from './StepsLess.tsx'
import { seenOf, type Treated } from './treatment.ts'
import { NO_WORK, WorkFields, workBody } from './WorkFields.tsx'

/** One control, and all risks against which it helps: recorded at once, with one action. */
export function TogetherPart(props: PartProps): ReactNode {
  const { reply, nameOf, canEdit } = props
  const words = useText()
  const [asked, setAsked] = useState<string | null>(null)
  /** For how many risks it was recorded just now. */
  const [saved, setSaved] = useState<number | null>(null)
  const id = useId()
  const risks = reply.risks.filter((one) => one.canEdit && one.treatment?.option !== 'retain')
  const counted = reply.measures
    .map((one) => ({ id: one.id, n: risks.filter(({ usual }) => usual.includes(one.id)).length }))
    .toSorted((a, b) => b.n - a.n)
  const [first] = counted
  if (risks.length === 0 || first === undefined || !canEdit) {
    return <p className="empty">{words('guide.treatment.together.none')}</p>
  }
  const measure = asked ?? first.id
  return (
    <>
      <p className="text partwhy">{words('guide.treatment.together.why')}</p>
      <div className="field allof wide">
        <label htmlFor={id}>{words('guide.treatment.together.measure')}</label>
        <select
          id={id}
          className="in"
          value={measure}
          onChange={(event) => {
            setAsked(event.target.value)
            setSaved(null)
          }}
        >
          {counted.map((one) => (
            <option key={one.id} value={one.id}>
              {one.n === 0
                ? nameOf(one.id)
                : words('guide.treatment.together.helps', { title: nameOf(one.id), n: one.n })}
            </option>
          ))}
        </select>
      </div>
      {saved === null ? null : (
        <p className="note plain" role="status">
          {words('guide.treatment.together.done', { n: saved })}
        </p>
      )}
      <TogetherForm key={measure} {...props} risks={risks} measure={measure} onSaved={setSaved} />
    </>
  )
}

interface TogetherFormProps extends PartProps {
  readonly risks: readonly Treated[]
  readonly measure: string
  readonly onSaved: (n: number) => void
}

function TogetherForm(props: TogetherFormProps): ReactNode {
  const { risks, measure, people, onSaved } = props
  const words = useText()
  const api = useApi()
  const helped = risks.filter(({ usual }) => usual.includes(measure))
  const others = risks.filter((one) => !helped.includes(one))
  const [picked, setPicked] = useState<readonly string[]>(() =>
    helped.filter((one) => !hasAlready(one, measure)).map(({ risk }) => risk),
  )
  const [steps, setSteps] = useState<Steps>({ likelihood: 1, consequence: 0 })
  const [work, setWork] = useState(NO_WORK)
  const chosen = risks.filter(({ risk }) => picked.includes(risk))
  const said = workBody(work)
  const save = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/treatment/together', {
        body: {
          risks: chosen.map(seenOf),
          controls: [measure],
          steps,
          work: said === null ? null : { ...said, title: null },
        },
      }),
    onSuccess: () => {
      onSaved(chosen.length)
      setPicked([])
    },
    onSettled: () => api.refresh(),
  })
  const list = { ...props, picked, onPick: setPicked }
  return (
    <form
      className="inplace treatform"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.length > 0) save.mutate()
      }}
    >
      <fieldset className="plainset field">
        <legend>{words('guide.treatment.together.which')}</legend>
        <PickList {...list} risks={helped} />
        {others.length === 0 ? null : (
          <details className="example">
            <summary>{words('guide.treatment.together.others', { n: others.length })}</summary>
            <PickList {...list} risks={others} />
          </details>
        )}
      </fieldset>
      <fieldset className="plainset field">
        <legend>{words('guide.treatment.together.less')}</legend>
        <div className="pair">
          <StepsLess value={steps} onChange={setSteps} />
        </div>
      </fieldset>
      <fieldset className="plainset">
        <legend>{words('guide.treatment.tasks')}</legend>
        <p className="small soft">{words('guide.treatment.work.why')}</p>
        <WorkFields work={work} people={people} onChange={setWork} />
      </fieldset>
      <Problem error={save.error} />
      <p className="btns">
        <button type="submit" className="btn" disabled={chosen.length === 0 || save.isPending}>
          {words('guide.treatment.together.save', { n: chosen.length })}
        </button>
      </p>
    </form>
  )
}

/** Whether somebody decided already that the control answers the risk. */
function hasAlready({ treatment, isDecided }: Treated, measure: string): boolean {
  return isDecided && treatment?.controls.includes(measure) === true
}

interface PickListProps extends TogetherFormProps {
  readonly picked: readonly string[]
  readonly onPick: (picked: readonly string[]) => void
}

function PickList({ risks, measure, map, picked, onPick }: PickListProps): ReactNode {
  const words = useText()
  return risks.map((one) => (
    <label key={one.risk} className="agree">
      <input
        type="checkbox"
        checked={picked.includes(one.risk)}
        onChange={(event) =>
          onPick(event.target.checked ? [...picked, one.risk] : picked.filter((id) => id !== one.risk))
        }
      />
      <span>
        {`${one.number} ${one.title}`} <LevelOf map={map} level={one.score.level} />{' '}
        {hasAlready(one, measure) ? <span className="quiet">{words('guide.treatment.together.has')}</span> : null}
      </span>
    </label>
  ))
}
