import type { ReactNode } from 'react'
import type { ReadinessReply } from '../../readiness.ts'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { countsOf } from './counts.ts'
import { FindingItem } from './FindingItem.tsx'

interface ChapterSectionProps {
  readonly chapter: string
  readonly findings: ReadinessReply['major']
  readonly answer: ReadinessReply
  /** What owners are called. */
  readonly names: Titles
}

/** The findings of one chapter of the standard. */
export function ChapterSection({ chapter, findings, answer, names }: ChapterSectionProps): ReactNode {
  const { words, has, list } = useSpeech()
  const name = `chapter.${chapter}`
  return (
    <>
      <div className="clause">
        <h3>{has(name) ? words(name) : chapter}</h3>
        <span className="small">
          {list(countsOf(findings).map(({ severity, n }) => `${n} ${words(`severity.${severity}.many`, { n })}`))}
        </span>
      </div>
      {findings.map((finding) => (
        <FindingItem key={finding.rule} finding={finding} answer={answer} names={names} />
      ))}
    </>
  )
}
