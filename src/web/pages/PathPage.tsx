import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { PHASES } from '../../modules/path/domain/step.ts'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import type { ReadinessReply } from '../readiness.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import { CalendarFeed } from './calendar/CalendarFeed.tsx'
import { useInView } from './path/in-view.ts'
import { PathLead } from './path/PathLead.tsx'
import { PhaseSection } from './path/PhaseSection.tsx'
import { PlanPlot } from './path/PlanPlot.tsx'
import { PATH_STAGE, type PathReply, stepToOpen } from './path/path.ts'
import { StepMark } from './path/StepMark.tsx'
import { StepPanel } from './path/StepPanel.tsx'
import { TimeSection } from './path/TimeSection.tsx'

/** The way to the certificate: every step with where it stands, one of them opened, and when the rest can be done. */
export function PathPage(): ReactNode {
  const { words } = useRuleSpeech()
  const api = useApi()
  const address = useAddress()
  const path = useQuery({ ...api.read<PathReply>('path', {}), placeholderData: keepPreviousData })
  const readiness = useQuery({
    ...api.read<ReadinessReply>('readiness', { stage: PATH_STAGE }),
    placeholderData: keepPreviousData,
  })
  const isThere = path.data !== undefined && readiness.data !== undefined
  useInView('step', isThere ? address.get('step') : null)
  const failed = [path, readiness].find(({ isError }) => isError)
  if (failed?.error) return <ListError error={failed.error} onRetry={() => void failed.refetch()} />
  if (path.data === undefined || readiness.data === undefined) return <PageSkeleton />
  const { steps } = path.data
  const opened = steps.find(({ number }) => String(number) === address.get('step')) ?? stepToOpen(path.data)
  return (
    <>
      <div className="head">
        <h1>{words('nav.path')}</h1>
        <div className="do">
          <Go to="interview" className="ghost">
            {words('nav.interview')}
          </Go>
          {path.data.time === null ? null : (
            <a className="ghost" href="#time">
              {words('pathPage.setPlan')}
            </a>
          )}
          <CalendarFeed />
        </div>
      </div>
      <PathLead path={path.data} />
      <p className="key stepkey">
        {(['done', 'busy', 'open', 'waits'] as const).map((state) => (
          <span key={state}>
            <StepMark state={state} isNamed={false} /> {words(`path.state.${state}`)}
          </span>
        ))}
        {opened === undefined ? null : (
          <span>
            <i className="boxed" /> {words('pathPage.related', { n: opened.number })}
          </span>
        )}
      </p>
      <div className="beside">
        <div>
          {PHASES.map((phase) => (
            <PhaseSection
              key={phase}
              phase={phase}
              steps={steps.filter((step) => step.phase === phase)}
              opened={opened}
              day={path.data.at}
            />
          ))}
        </div>
        {opened === undefined ? null : <StepPanel step={opened} path={path.data} answer={readiness.data} />}
      </div>
      <PlanPlot path={path.data} />
      <TimeSection path={path.data} />
    </>
  )
}
