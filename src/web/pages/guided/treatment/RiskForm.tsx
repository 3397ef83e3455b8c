import { type ReactNode, useId } from 'react'
import { Problem } from '../../../kit/Problem.tsx'
import { TextArea } from '../../../kit/TextArea.tsx'
import { useSpeech } from '../../../text.ts'
import { ScalePick } from '../../workshop/ScalePick.tsx'
import { type Deciding, OPTIONS, useDeciding } from './deciding.ts'
import { MeasureChoice } from './MeasureChoice.tsx'
import type { PartProps } from './part-props.ts'
import type { Treated } from './treatment.ts'
import { WorkFields } from './WorkFields.tsx'

interface RiskFormProps extends PartProps {
  readonly risk: Treated
  readonly onDone: () => void
  readonly onClose: () => void
}

/** What is done about one risk: the choice, its controls, what then remains, and the work. */
export function RiskForm(props: RiskFormProps): ReactNode {
  const { risk, map, people, onDone, onClose } = props
  const { words, list } = useSpeech()
  const deciding = useDeciding(risk, map, onDone)
  const { said, say, isReady, error, decide } = deciding
  const id = useId()
  const isKept = said.option === 'retain'
  const deciders = list(risk.deciders.map((one) => people[one]?.title ?? ''))
  return (
    <form
      className="inplace treatform"
      aria-label={`${risk.number} ${risk.title}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) decide()
      }}
    >
      <fieldset className="plainset field">
        <legend>{words('guide.treatment.option')}</legend>
        {OPTIONS.map((option) => (
          <label key={option} className="agree">
            <input
              type="radio"
              name={`${id}option`}
              checked={said.option === option}
              onChange={() => say({ option })}
            />
            <span>{words(`guide.treatment.option.${option}`)}</span>
          </label>
        ))}
      </fieldset>
      {isKept ? (
        <p className="note plain">{words('guide.treatment.deciders', { n: risk.deciders.length, people: deciders })}</p>
      ) : (
        <MeasureChoice {...props} chosen={said.controls} onChange={(controls) => say({ controls })} />
      )}
      <TextArea
        label={words('guide.treatment.reason')}
        why={words(`guide.treatment.reason.why.${said.option}`)}
        value={said.reason}
        onChange={(text) => say({ reason: text })}
      />
      {isKept ? null : <ExpectedFields {...props} deciding={deciding} />}
      {isKept ? null : <WorkSection {...props} deciding={deciding} />}
      <Problem error={error} />
      <p className="btns">
        <button type="submit" className="btn" disabled={!isReady}>
          {words('guide.treatment.decide')}
        </button>
        <button type="button" className="ghost" onClick={onClose}>
          {words('guide.treatment.notNow')}
        </button>
      </p>
    </form>
  )
}

interface SectionProps extends RiskFormProps {
  readonly deciding: Deciding
}

/** Two numbers of the method, what it makes of them, and a sentence why. */
function ExpectedFields({ risk, map, deciding: { said, say, verdict } }: SectionProps): ReactNode {
  const { words } = useSpeech()
  const id = useId()
  const { likelihood, consequence } = risk.score
  return (
    <fieldset className="plainset field">
      <legend>{words('guide.treatment.expected')}</legend>
      <p className="small soft">
        {words('guide.treatment.expected.now', { likelihood: likelihood ?? '?', consequence: consequence ?? '?' })}
      </p>
      <div className="scales">
        <ScalePick
          label={words('risk_score.likelihood')}
          scale={map.likelihoods}
          value={said.likelihood}
          onPick={(value) => say({ likelihood: value })}
        />
        <ScalePick
          label={words('risk_score.consequence')}
          scale={map.consequences}
          value={said.consequence}
          onPick={(value) => say({ consequence: value })}
        />
      </div>
      {verdict === null ? null : (
        <p className="small" role="status">
          {words(`guide.treatment.expected.${verdict.isAbove ? 'above' : 'within'}`, { level: verdict.level })}
        </p>
      )}
      <div className="field">
        <label htmlFor={id}>{words('guide.treatment.rationale')}</label>
        <input
          id={id}
          className="in"
          value={said.rationale}
          aria-describedby={`${id}why`}
          onChange={(event) => say({ rationale: event.target.value })}
        />
        <p className="why" id={`${id}why`}>
          {words('guide.treatment.rationale.why')}
        </p>
      </div>
    </fieldset>
  )
}

function WorkSection({ risk, people, deciding: { said, say, isWorkOpen } }: SectionProps): ReactNode {
  const { words, list } = useSpeech()
  if (!isWorkOpen) {
    const actions = list(risk.actions.map(({ number }) => number))
    return <p className="small soft">{words('guide.treatment.work.whole', { actions })}</p>
  }
  return (
    <fieldset className="plainset">
      <legend>{words('guide.treatment.tasks')}</legend>
      <p className="small soft">{words('guide.treatment.work.why')}</p>
      <WorkFields work={said.work} people={people} onChange={(work) => say({ work })} />
    </fieldset>
  )
}
