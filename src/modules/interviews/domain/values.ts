import { addMonths } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Language } from '../../../kernel/text.ts'
import type { Bilingual } from '../../catalogue/domain/facts.ts'
import { type Answers, isAnswered, isQuestion, type Question } from './chapters.ts'
import { holds, questionsIn } from './conditions.ts'
import type { DraftSet, DraftValue } from './draft.ts'
import type { StarterValue } from './starter.ts'

/** What values of the starter set are filled in from. */
export interface Filling {
  readonly answers: Answers
  readonly language: Language
  readonly today: CalendarDate
  /** Keys of the drafts that are made, so that nothing points at what is not. */
  readonly keys: ReadonlySet<string>
  /** Keys that stand for another: one person who is both director and coordinator. */
  readonly aliases: ReadonlyMap<string, string>
}

/** Weeks that an hour a week is worked in a year. */
const WORKING_WEEKS = 46

const FALLBACKS: Readonly<Record<Language, string>> = { nl: 'onze dienst', en: 'our service' }

/** The fields as they go into a record; what is empty is left out. */
export function filledSet(set: { readonly [field: string]: StarterValue }, filling: Filling): DraftSet {
  return withoutNothing(Object.entries(set).map(([name, value]) => [name, filled(value, filling)]))
}

function withoutNothing(pairs: readonly (readonly [string, DraftValue])[]): { readonly [name: string]: DraftValue } {
  return Object.fromEntries(pairs.filter(([, value]) => value !== null))
}

function filled(value: StarterValue, filling: Filling): DraftValue {
  if (typeof value === 'string') return stringFilled(value, filling)
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) {
    return value
      .filter((each) => isWanted(each, filling.answers))
      .map((each) => filled(each, filling))
      .filter((each) => each !== null)
  }
  return objectFilled(value, filling)
}

function stringFilled(value: string, { keys, aliases }: Filling): DraftValue {
  if (value.startsWith('@@')) {
    const prefixes = value.slice(2).split(',')
    return [...keys].filter((key) => prefixes.some((prefix) => key.startsWith(prefix))).map((to) => ({ to }))
  }
  if (value.startsWith('@')) {
    const to = aliases.get(value.slice(1)) ?? value.slice(1)
    return keys.has(to) ? { to } : null
  }
  return value.startsWith('control:') ? { to: value } : value
}

function objectFilled(value: { readonly [name: string]: StarterValue }, filling: Filling): DraftValue {
  const { answers, today } = filling
  const { nl, en, answer, months, test, hours } = value
  if (typeof nl === 'string' && typeof en === 'string') return told({ nl, en }, filling)
  if (typeof answer === 'string') return answered(answer, answers) ?? filled(value['else'] ?? null, filling)
  if (typeof months === 'number') return addMonths(today, months)
  if (typeof test === 'string') return holds(test, answers)
  if (hours === 'year') return hoursAYear(answers)
  const { when: _when, ...fields } = value
  return withoutNothing(Object.entries(fields).map(([name, each]) => [name, filled(each, filling)]))
}

/** A text, with what somebody delivers in its place. */
function told(text: Bilingual, { answers, language }: Filling): string {
  return text[language].replaceAll('{offering}', () => answers.offering ?? FALLBACKS[language])
}

function answered(name: string, answers: Answers): DraftValue {
  const value: unknown = isQuestion(name) ? answers[name] : null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

function hoursAYear({ hoursDirector, hoursCoordinator }: Answers): number | null {
  const week = (hoursDirector ?? 0) + (hoursCoordinator ?? 0)
  return week === 0 ? null : week * WORKING_WEEKS
}

/** Rows of a list may have a condition of their own. */
function isWanted(value: StarterValue, answers: Answers): boolean {
  if (value === null || typeof value !== 'object' || isList(value)) return true
  return typeof value['when'] !== 'string' || holds(value['when'], answers) === true
}

function isList(value: StarterValue): value is readonly StarterValue[] {
  return Array.isArray(value)
}

/** The questions of which an answer stands in the values, or decides about one of them. */
export function questionsOf(value: StarterValue): readonly Question[] {
  if (value === null || typeof value !== 'object') {
    return typeof value === 'string' && value.includes('{offering}') ? ['offering'] : []
  }
  if (isList(value)) return value.flatMap(questionsOf)
  const { answer, test, hours } = value
  if (typeof answer === 'string' && isQuestion(answer)) return [answer]
  if (typeof test === 'string') return questionsIn([test])
  if (hours === 'year') return ['hoursDirector', 'hoursCoordinator']
  return Object.entries(value).flatMap(([name, each]) =>
    name === 'when' && typeof each === 'string' ? questionsIn([each]) : questionsOf(each),
  )
}

/** Which of the questions were answered: an open one led to nothing. */
export function onlyAnswered(questions: readonly Question[], answers: Answers): readonly Question[] {
  return [...new Set(questions)].filter((name) => isAnswered(answers[name]))
}
