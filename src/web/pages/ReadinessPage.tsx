import { Menu } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../address.ts'
import { useApi } from '../api.ts'
import { Go } from '../Go.tsx'
import { ListError } from '../kit/list/ListError.tsx'
import { useNames } from '../names.ts'
import { byChapter, findingsOf, type ReadinessReply, STAGES } from '../readiness.ts'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { useRuleSpeech } from '../text.ts'
import { AuditForecast } from './readiness/AuditForecast.tsx'
import { ChapterSection } from './readiness/ChapterSection.tsx'
import { DateSlider } from './readiness/DateSlider.tsx'
import { KnownSection } from './readiness/KnownSection.tsx'
import { PreviewSection } from './readiness/PreviewSection.tsx'
import { QuestionSection } from './readiness/QuestionSection.tsx'
import { ReadinessLead } from './readiness/ReadinessLead.tsx'
import { StageChoice } from './readiness/StageChoice.tsx'
import { TrendSection } from './readiness/TrendSection.tsx'
import { YearlySection } from './readiness/YearlySection.tsx'

/** What an auditor of a kind would write down on a day, with the proof, and how that changes if nobody acts. */
export function ReadinessPage(): ReactNode {
  const { words, language } = useRuleSpeech()
  const api = useApi()
  const address = useAddress()
  const asked = STAGES.find((stage) => stage === address.get('stage'))
  const readiness = useQuery({
    ...api.read<ReadinessReply>('readiness', asked === undefined ? {} : { stage: asked }),
    placeholderData: keepPreviousData,
  })
  const names = useNames(
    readiness.data === undefined ? [] : findingsOf(readiness.data).map(({ remedy }) => remedy.owner),
  )
  if (readiness.isPending) return <PageSkeleton />
  if (readiness.isError) return <ListError error={readiness.error} onRetry={() => void readiness.refetch()} />
  const answer = readiness.data
  return (
    <>
      <div className="head">
        <h1>{words('nav.readiness')}</h1>
        <div className="do">
          <Go to="readiness/difference" search={{ stage: answer.stage }} className="ghost">
            {words('readinessPage.difference')}
          </Go>
          <Go to="rules" className="ghost">
            {words('nav.rules')}
          </Go>
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className="ghost">
                {words('readinessPage.report')}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['pdf', 'xlsx'] as const).map((format) => (
                <Menu.Item
                  key={format}
                  component="a"
                  href={api.href('reports/readiness', { format, language, stage: answer.stage })}
                  download
                >
                  {words(`list.out.${format}`)}
                </Menu.Item>
              ))}
              <Menu.Item onClick={() => window.print()}>{words('readinessPage.print')}</Menu.Item>
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      <ReadinessLead answer={answer} />
      <div className="when-bar" role="group" aria-label={words('readinessPage.which')}>
        <StageChoice stage={answer.stage} onChange={(stage) => address.set({ stage })} />
        <DateSlider />
      </div>
      <div className="two slim" aria-busy={readiness.isPlaceholderData}>
        <div>
          <section className="byclause" aria-labelledby="chapters">
            <h2 id="chapters" className="hide">
              {words('readinessPage.byChapter')}
            </h2>
            {byChapter(findingsOf(answer)).map(([chapter, findings]) => (
              <ChapterSection key={chapter} chapter={chapter} findings={findings} answer={answer} names={names} />
            ))}
            {findingsOf(answer).length === 0 ? <p className="empty">{words('today.nothingExpected')}</p> : null}
          </section>
          <TrendSection stage={answer.stage} />
          <p className="small quiet after">
            {words('readinessPage.ruleSet', { version: answer.ruleSet, n: answer.sequence })}
          </p>
        </div>
        <aside className="besides" aria-label={words('readinessPage.besides')}>
          <QuestionSection questions={answer.question} />
          <YearlySection yearly={answer.yearly} />
          <KnownSection findings={answer.known} />
          <AuditForecast stage={answer.stage} />
          <PreviewSection findings={answer.preview} />
        </aside>
      </div>
    </>
  )
}
