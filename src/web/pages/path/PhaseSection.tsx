import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import type { PathStep } from './path.ts'
import { StepMark } from './StepMark.tsx'

interface PhaseSectionProps {
  readonly phase: PathStep['phase']
  readonly steps: readonly PathStep[]
  readonly opened: PathStep | undefined
  readonly day: string
}

/** One phase of the path: its steps with where they stand, those around the opened one drawn in. */
export function PhaseSection({ phase, steps, opened, day }: PhaseSectionProps): ReactNode {
  const { words } = useSpeech()
  const done = steps.filter(({ state }) => state === 'done').length
  const isNear = ({ number }: PathStep): boolean =>
    opened !== undefined && (opened.needs.includes(number) || opened.opens.includes(number))
  const nameOf = (step: PathStep): string | undefined =>
    [step.state === 'waits' ? 'wait' : '', isNear(step) ? 'near' : ''].join(' ').trim() || undefined
  return (
    <section className="phase" aria-labelledby={`phase-${phase}`}>
      <div>
        <h2 id={`phase-${phase}`}>
          <span>{phase}</span>
          {words(`path.phase.${phase}`)}
        </h2>
        <p className="small quiet num">{words('pathPage.of', { n: done, total: steps.length })}</p>
      </div>
      <ol start={steps[0]?.number}>
        {steps.map((step) => (
          <li key={step.number} className={nameOf(step)}>
            <Go to="path" search={{ step: String(step.number) }} isCurrent={step.number === opened?.number}>
              <StepMark state={step.state} />
              <span className="num">{step.number}</span>
              <b>
                {words(`path.step.${step.number}.title`)}
                <StepWait step={step} day={day} />
              </b>
            </Go>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** For what a step waits: a day, or other steps. */
function StepWait({ step, day }: { readonly step: PathStep; readonly day: string }): ReactNode {
  const { words, list, shortDay } = useSpeech()
  if (step.state !== 'waits') return null
  const until = step.waitsUntil
  if (step.waitsFor.length === 0) {
    return until === null ? null : <small>{words('pathPage.firstTime', { day: shortDay(until, day) })}</small>
  }
  const few = step.waitsFor.slice(0, 3).map(String)
  return <small>{words('pathPage.waitsFor', { steps: list(few), more: step.waitsFor.length - few.length })}</small>
}
