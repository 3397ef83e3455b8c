import type { InputOf } from '../../../kernel/register.ts'
import type { interview } from '../register.ts'

/** What somebody answered; a question that is left out, null or empty is open. */
export type Answers = Omit<InputOf<typeof interview>, 'leftOut'>
export type Question = keyof Answers

export interface Chapter {
  readonly name: string
  readonly questions: readonly Question[]
}

/** The questions in the order in which they are asked, a handful at a time. */
export const CHAPTERS: readonly Chapter[] = [
  { name: 'company', questions: ['offering', 'sector', 'headcount', 'customers', 'languages', 'exclusions'] },
  { name: 'places', questions: ['places', 'visitors', 'cameras', 'remoteWork', 'climate'] },
  { name: 'systems', questions: ['systems', 'cloud', 'ownServers', 'ownDevices', 'ai'] },
  { name: 'software', questions: ['developsSoftware', 'softwareFor', 'outsourcedDevelopment'] },
  { name: 'personalData', questions: ['personalData', 'specialData', 'bsn', 'processor'] },
  { name: 'suppliers', questions: ['suppliers', 'criticalSupplier'] },
  { name: 'demands', questions: ['demands', 'availabilityPercent', 'hoursWithout', 'laws', 'incidents'] },
  {
    name: 'people',
    questions: [
      'directorName',
      'coordinatorName',
      'serviceName',
      'itName',
      'auditor',
      'reason',
      'certificateDate',
      'hoursDirector',
      'hoursCoordinator',
    ],
  },
]

export const QUESTIONS: readonly Question[] = CHAPTERS.flatMap(({ questions }) => questions)

export function isQuestion(name: string): name is Question {
  return QUESTIONS.some((known) => known === name)
}

export function isAnswered(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined && value !== ''
}
