import type { ReactNode } from 'react'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import { ReadingAsk } from './ReadingAsk.tsx'
import type { TodayReply } from './today.ts'

interface AskedSectionProps {
  readonly today: TodayReply
}

/** What is asked of everybody: texts to read and confirm, and to be told what one must know. */
export function AskedSection({ today }: AskedSectionProps): ReactNode {
  const { words } = useSpeech()
  const { readings, awarenessDue, lessons, sections } = today
  // Where the day begins with it, the first text lies open.
  const opens = sections[0] === 'asked'
  return (
    <section className="sect" aria-labelledby="asked">
      <h2 id="asked">{words('today.asked')}</h2>
      {readings.map((reading, index) => (
        <ReadingAsk key={reading.version.id} reading={reading} isOpen={opens && index === 0} />
      ))}
      {lessons.map(({ lesson, title, due }) => (
        <LessonAsk
          key={lesson}
          title={words(`awareness_round.lesson.${lesson}`)}
          lesson={lesson}
          due={due}
          why={title}
        />
      ))}
      {awarenessDue === null || lessons.length > 0 ? null : (
        <LessonAsk
          title={words('today.awareness')}
          lesson={null}
          due={awarenessDue}
          why={words('today.awareness.how')}
        />
      )}
      {readings.length + lessons.length === 0 && awarenessDue === null ? (
        <p className="empty">{words('today.nothingAsked')}</p>
      ) : null}
    </section>
  )
}

interface LessonAskProps {
  readonly title: string
  /** The one that is asked; any of them where nobody chose. */
  readonly lesson: string | null
  readonly due: string | null
  readonly why: string
}

/** The way to a lesson that is followed here. */
function LessonAsk({ title, lesson, due, why }: LessonAskProps): ReactNode {
  const { words, longDay } = useSpeech()
  const { day } = useAsOf()
  return (
    <div className="ask duty">
      <div>
        <p className="t">{title}</p>
        <p className="d">
          {due === null ? null : words('today.by', { day: longDay(due) })}
          {due !== null && due < day ? <b>{` ${words('today.late')}`}</b> : null}
        </p>
        <p className="small soft">{why}</p>
      </div>
      <Go to="lessons" search={lesson === null ? {} : { lesson }} className="btn do">
        {words('lessons.begin')} <span className="hide">{title}</span>
      </Go>
    </div>
  )
}
