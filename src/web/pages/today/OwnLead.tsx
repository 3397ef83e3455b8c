import type { ReactNode } from 'react'
import type { Language } from '../../../kernel/text.ts'
import { textFor } from '../../../modules/documents/domain.ts'
import { daysBetween } from '../../days.ts'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import { nextAudit, type Reading, type TodayReply } from './today.ts'

interface OwnLeadProps {
  readonly today: TodayReply
  readonly day: string
}

/** A decision takes as long as reading what it is about; a text takes as long as it has words. */
const DECISION_MINUTES = 2
const WORDS_PER_MINUTE = 200

export function minutesFor({ version: { texts } }: Reading, language: Language): number {
  const text = textFor(texts, language)?.text
  if (text === undefined) return DECISION_MINUTES
  return Math.max(1, Math.round(text.replaceAll(/<[^>]*>/g, ' ').split(/\s+/).length / WORDS_PER_MINUTE))
}

/** The sentence that opens the page of somebody from whom something is asked: what waits, and how long it takes. */
export function OwnLead({ today, day }: OwnLeadProps): ReactNode {
  const { words, language } = useSpeech()
  const { decisions, readings, mine, awarenessDue, lessons, audits } = today
  const asked = readings.length + (lessons.length === 0 && awarenessDue !== null ? 1 : lessons.length)
  const minutes =
    decisions.length * DECISION_MINUTES + readings.reduce((sum, reading) => sum + minutesFor(reading, language), 0)
  const next = nextAudit(audits, day)
  const late = mine.filter(({ isLate }) => isLate).length
  return (
    <p className="lead">
      {decisions.length === 0 ? null : (
        <Sentence id="today.own.decisions" values={{ n: decisions.length }} parts={{ b: <strong /> }} />
      )}{' '}
      {asked === 0 ? null : <Sentence id="today.own.asked" values={{ n: asked }} parts={{ b: <strong /> }} />}{' '}
      {mine.length === 0 ? null : (
        <Sentence id="today.own.duties" values={{ n: mine.length, late }} parts={{ b: <strong /> }} />
      )}{' '}
      {decisions.length + asked + mine.length === 0 ? words('today.own.nothing') : null}
      {minutes === 0 ? null : words('today.own.minutes', { n: minutes })}{' '}
      {next === null ? null : (
        <Sentence
          id="today.audit"
          values={{ days: daysBetween(day, next.date), stage: words(`stage.${next.stage}.named`) }}
          parts={{ b: <strong /> }}
        />
      )}
    </p>
  )
}
