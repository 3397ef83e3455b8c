import devices from '../../../../catalogue/awareness/devices.json' with { type: 'json' }
import incidents from '../../../../catalogue/awareness/incidents.json' with { type: 'json' }
import passwords from '../../../../catalogue/awareness/passwords.json' with { type: 'json' }
import personalData from '../../../../catalogue/awareness/personal-data.json' with { type: 'json' }
import phishing from '../../../../catalogue/awareness/phishing.json' with { type: 'json' }
import type { Language } from '../../../kernel/text.ts'
import type { Bilingual } from '../../catalogue/domain/facts.ts'
import type { LessonKey } from '../register.ts'

interface Option {
  readonly text: Bilingual
  /** Why it is right, or what would go wrong. */
  readonly why: Bilingual
  readonly right?: boolean | undefined
}

interface Question {
  readonly ask: Bilingual
  readonly options: readonly Option[]
}

/** A short lesson: a page to read, and questions about it. Each tells of the policy, of one's own part and of what follows. */
export interface Lesson {
  readonly minutes: number
  readonly title: Bilingual
  readonly text: Readonly<Record<Language, readonly string[]>>
  readonly questions: readonly Question[]
}

export const lessons: Readonly<Record<LessonKey, Lesson>> = {
  phishing,
  passwords,
  incidents,
  devices,
  personal_data: personalData,
}

/** One question as it was answered. */
export interface Marked {
  readonly question: string
  readonly answer: string
  readonly isRight: boolean
  /** The option that is right, and why. */
  readonly right: number
  readonly why: string
}

/** One slip is forgiven: what was wrong is explained at once. */
const SLIPS = 1

export type Marking =
  | { readonly ok: true; readonly marked: readonly Marked[]; readonly isPassed: boolean }
  | { readonly ok: false }

/** Marks answers, which are the places of the options that were chosen. Not ok where a question was left out. */
export function mark(lesson: Lesson, answers: readonly number[], language: Language): Marking {
  if (answers.length !== lesson.questions.length) return { ok: false }
  const marked = lesson.questions.flatMap((question, index) => markOne(question, answers[index], language) ?? [])
  if (marked.length !== lesson.questions.length) return { ok: false }
  const wrong = marked.filter(({ isRight }) => !isRight).length
  return { ok: true, marked, isPassed: wrong <= SLIPS }
}

function markOne({ ask, options }: Question, chosen: number | undefined, language: Language): Marked | null {
  const option = chosen === undefined ? undefined : options[chosen]
  if (option === undefined) return null
  const right = options.findIndex((one) => one.right === true)
  return {
    question: ask[language],
    answer: option.text[language],
    isRight: option.right === true,
    right,
    why: option.why[language],
  }
}
