import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import { answeredIn, type ChapterTold, END } from './interview.ts'

interface ChapterNavProps {
  readonly chapters: readonly ChapterTold[]
  readonly opened: string
}

/** The chapters with how much of each is answered, and what stands behind them. */
export function ChapterNav({ chapters, opened }: ChapterNavProps): ReactNode {
  const words = useText()
  return (
    <nav aria-label={words('interviewPage.chapters')}>
      <ol className="chapters">
        {chapters.map((chapter) => (
          <li key={chapter.name}>
            <Go to="interview" search={{ chapter: chapter.name }} isCurrent={chapter.name === opened}>
              {words(`interview.chapter.${chapter.name}`)}{' '}
              <span className="quiet small nowrap">
                {words('interviewPage.progress', { answered: answeredIn(chapter), total: chapter.questions.length })}
              </span>
            </Go>
          </li>
        ))}
        <li>
          <Go to="interview" search={{ chapter: END }} isCurrent={opened === END}>
            {words('interviewPage.end')}
          </Go>
        </li>
      </ol>
    </nav>
  )
}
