import type { ReactNode } from 'react'
import { sentence } from '../../../modules/readiness/domain/wording.ts'
import { Mark } from '../../kit/Mark.tsx'
import { Said } from '../../kit/Said.tsx'
import { type ForecastReply, markOf, markOfPlace } from '../../readiness.ts'
import { useSpeech } from '../../text.ts'

type ForecastStep = ForecastReply['steps'][number]

/** Each day on which something comes, changes or goes if nobody acts, with what it will say then. */
export function ForecastList({ forecast }: { readonly forecast: ForecastReply }): ReactNode {
  const { words, day } = useSpeech()
  const turns = forecast.steps.slice(1)
  return (
    <details className="behind">
      <summary>{words('forecast.list', { n: turns.length })}</summary>
      <ol className="lines small turns">
        {turns.map((step) => (
          <li key={step.at}>
            <b className="num">{day(step.at)}</b>
            <Turn step={step} />
          </li>
        ))}
      </ol>
    </details>
  )
}

function Turn({ step }: { readonly step: ForecastStep }): ReactNode {
  const speech = useSpeech()
  const { words } = speech
  return (
    <ul className="hang">
      {step.appears.map((one) => {
        const before = one.before === null ? null : markOfPlace(one.before)
        return (
          <li key={one.rule}>
            <Mark severity={markOf(one)} /> <span className="quiet num">{one.clause}</span>{' '}
            <Said text={one.parts.map((part) => sentence(speech, part, one.objects)).join(' ')} />
            {before === null ? null : (
              <span className="quiet"> {words('forecast.was', { severity: words(`severity.${before}`) })}</span>
            )}
          </li>
        )
      })}
      {step.clears
        .filter(({ after }) => after === null)
        .map(({ rule, clause }) => (
          <li key={rule}>
            <Mark severity="ok" /> <span className="quiet num">{clause}</span>{' '}
            {words('forecast.gone', { title: words(`rule.${rule.replace(/:.*$/, '')}.title`) })}
          </li>
        ))}
    </ul>
  )
}
