import { months } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Decision, decision } from '../registers/decision.ts'

/** The answer to a yearly question that still stands: the newest, no older than a year (readiness 1.9). */
export function yearlyAnswer(isms: Isms, question: number, moment: Moment): Decision | null {
  const answers = isms
    .all(decision)
    .filter((one) => one.state === 'active' && one.kind === 'yearly_answer' && one.yearlyQuestion === question)
    .filter((one) => one.by !== null && one.isYes !== null && moment.within(one.at, months(12)))
    .sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '', 'en'))
  return answers.at(-1) ?? null
}
