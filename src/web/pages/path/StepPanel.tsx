import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { markOf, type ReadinessReply } from '../../readiness.ts'
import { findRegister } from '../../registers.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { AskSomebody } from '../asking/AskSomebody.tsx'
import { guideAt } from '../guided/guides.ts'
import { PlanRhythm } from '../rhythm/PlanRhythm.tsx'
import { MissingList } from './MissingList.tsx'
import { missingOf, namesOf, type PathReply, type PathStep } from './path.ts'
import { StepMark } from './StepMark.tsx'

interface StepPanelProps {
  readonly step: PathStep
  readonly path: PathReply
  readonly answer: ReadinessReply
}

/** From here on the path is a rhythm. */
const CERTIFIED_STEP = 46

/** Pages that are no guided form and no list. */
const PAGES: Readonly<Record<string, string>> = {
  '#workshop': 'nav.workshop',
  '#recurring': 'nav.recurring',
  '#lessons': 'nav.lessons',
  '#statement': 'nav.statement',
  '#readiness': 'nav.readiness',
}

/** One step opened: why, what is still missing and where to put it right, when it is done, and what an auditor looks at. */
export function StepPanel({ step, path, answer }: StepPanelProps): ReactNode {
  const { words, has } = useSpeech()
  const key = `path.step.${step.number}`
  const missing = missingOf(step, answer)
  return (
    <aside className="panel stick" aria-labelledby="step">
      <p className="crumb">
        {words('pathPage.crumb', { n: step.number, phase: step.phase, state: words(`path.state.${step.state}`) })}
      </p>
      <h2 id="step">{words(`${key}.title`)}</h2>
      <p className="stepwhy">{words(`${key}.why`)}</p>
      {step.isOwnPeoples ? <p className="small soft">{words('pathPage.ownPeople')}</p> : null}
      <MissingList missing={missing} step={step} />
      <p className="small">
        <AskSomebody asked={{ title: words(`${key}.title`) }} />
      </p>
      {step.number === CERTIFIED_STEP ? <PlanRhythm /> : null}
      {step.places.length === 0 ? null : (
        <p className="btns wrap">
          {step.places.map((place) => (
            <Place key={place} place={place} />
          ))}
        </p>
      )}
      {step.rules.length === 0 && !has(`${key}.doneWhen`) ? null : (
        <>
          <h3>{words('pathPage.doneWhen')}</h3>
          {has(`${key}.doneWhen`) ? <p>{words(`${key}.doneWhen`)}</p> : null}
          <ul className="lines hang">
            {step.rules.map(({ rule, state }) => {
              const finding = missing.findings.find((one) => one.rule === rule)
              const mark = finding === undefined ? null : markOf(finding)
              return (
                <li key={rule}>
                  {mark !== null ? (
                    <Mark severity={mark} />
                  ) : state === 'undetermined' ? (
                    <Mark severity="question" />
                  ) : (
                    <StepMark state={state === 'not_due' ? 'waits' : 'done'} />
                  )}{' '}
                  {words(`rule.${rule}.clears`)}
                </li>
              )
            })}
          </ul>
        </>
      )}
      <h3>{words('pathPage.auditor')}</h3>
      <p>{words(`${key}.auditor`)}</p>
      <StepFacts step={step} path={path} />
    </aside>
  )
}

function Place({ place }: { readonly place: string }): ReactNode {
  const { words } = useSpeech()
  const guide = guideAt(place)
  const page = guide === null ? PAGES[place] : `nav.guide.${guide}`
  if (page !== undefined) {
    return (
      <Go to={place.slice(1)} className="ghost">
        {words(page)}
      </Go>
    )
  }
  if (findRegister(place) === null) return null
  return (
    <Go to={`registers/${place}`} className="ghost">
      {capital(words(`${place}.plural`))}
    </Go>
  )
}

function StepFacts({ step, path }: Pick<StepPanelProps, 'step' | 'path'>): ReactNode {
  const { words, number, list, day } = useSpeech()
  const names = namesOf(step, path.titles)
  const away = path.titles[step.planned?.awaits ?? '']?.title
  const links = (numbers: readonly number[]): ReactNode =>
    numbers.map((n) => {
      const found = path.steps.find((one) => one.number === n)
      return (
        <span key={n} className="nowrap">
          {found === undefined ? null : <StepMark state={found.state} />}{' '}
          <Go to="path" search={{ step: String(n) }} isCurrent={false}>
            {n}
          </Go>{' '}
        </span>
      )
    })
  return (
    <dl className="facts">
      <dt>{words('pathPage.product')}</dt>
      <dd>{words(`path.step.${step.number}.product`)}</dd>
      <dt>{words('pathPage.who')}</dt>
      <dd>
        {list(step.who.map((worker) => words(`path.worker.${worker}`)))}
        {names.length === 0 ? null : ` (${list(names)})`}
      </dd>
      {step.hours === 0 ? null : (
        <>
          <dt>{words('pathPage.takes')}</dt>
          <dd>{words('pathPage.hours', { hours: number(step.hours) })}</dd>
        </>
      )}
      {step.needs.length === 0 ? null : (
        <>
          <dt>{words('pathPage.needs')}</dt>
          <dd>{links(step.needs)}</dd>
        </>
      )}
      {step.opens.length === 0 ? null : (
        <>
          <dt>{words('pathPage.opens')}</dt>
          <dd>{links(step.opens)}</dd>
        </>
      )}
      {step.planned === null ? null : (
        <>
          <dt>{words('pathPage.planned')}</dt>
          <dd>
            {words('pathPage.fromTo', { from: day(step.planned.start), to: day(step.planned.end) })}
            {away === undefined ? null : ` ${words('pathPage.awaits', { name: away })}`}
          </dd>
        </>
      )}
    </dl>
  )
}
