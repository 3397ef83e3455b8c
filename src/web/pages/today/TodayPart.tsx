import type { ReactNode } from 'react'
import type { ReadinessReply } from '../../readiness.ts'
import { PlanRhythm } from '../rhythm/PlanRhythm.tsx'
import { AskedSection } from './AskedSection.tsx'
import { AuditDays } from './AuditDays.tsx'
import { DecisionSection } from './DecisionSection.tsx'
import { DoneSection } from './DoneSection.tsx'
import { ExpectedToday } from './ExpectedToday.tsx'
import { MineSection } from './MineSection.tsx'
import { NextSteps } from './NextSteps.tsx'
import { ReportSection } from './ReportSection.tsx'
import { SinceVisit } from './SinceVisit.tsx'
import { TopRisks } from './TopRisks.tsx'
import type { Section, TodayReply } from './today.ts'
import { WaitingSection } from './WaitingSection.tsx'
import { YearStrip } from './YearStrip.tsx'

interface TodayPartProps {
  readonly section: Section
  readonly today: TodayReply
  readonly answer: ReadinessReply | null
  readonly day: string
}

/** One part of the first page. */
export function TodayPart({ section, today, answer, day }: TodayPartProps): ReactNode {
  switch (section) {
    case 'waiting':
      return <WaitingSection waiting={today.waiting} />
    case 'steps':
      return answer === null ? null : <NextSteps answer={answer} />
    case 'decisions':
      return <DecisionSection decisions={today.decisions} />
    case 'asked':
      return <AskedSection today={today} />
    case 'mine':
      return <MineSection today={today} />
    case 'rhythm':
      return <PlanRhythm />
    case 'audits':
      return <AuditDays audits={today.audits} milestones={today.milestones} day={day} />
    case 'risks':
      return <TopRisks risks={today.risks} />
    case 'report':
      return <ReportSection callFirst={today.callFirst} />
    case 'done':
      return <DoneSection done={today.done} />
    case 'year':
      return <YearStrip due={today.due} audits={today.audits} milestones={today.milestones} day={day} />
    case 'expected':
      return answer === null ? null : <ExpectedToday answer={answer} />
    case 'since':
      return <SinceVisit today={today} />
  }
}
