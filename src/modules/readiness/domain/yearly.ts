import { addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { RemedyOwner } from '../../../kernel/rule.ts'
import { yearlyAnswer } from '../../approvals/domain/yearly.ts'
import type { World } from './world.ts'

/** A question of readiness 1.9, the rules at which its answer is shown (1.10, 22), and who answers it. */
interface YearlyTopic {
  readonly number: number
  readonly rules: readonly string[]
  readonly answerer: RemedyOwner
}

/** Presence can be computed, sense cannot. Answers are decisions of kind `yearly_answer`, and evidence. */
export const YEARLY_TOPICS: readonly YearlyTopic[] = [
  { number: 1, rules: ['R-5.2-2'], answerer: 'top_management' },
  { number: 2, rules: ['R-4.1-1', 'R-4.2-a-1'], answerer: 'top_management' },
  { number: 3, rules: ['R-6.1.2-c-1'], answerer: 'coordinator' },
  { number: 4, rules: ['R-6.1.2-b-2'], answerer: 'top_management' },
  { number: 5, rules: ['R-10.2-b-1'], answerer: 'coordinator' },
  { number: 6, rules: ['R-10.2-d-1'], answerer: 'coordinator' },
  { number: 7, rules: ['R-7.3-1'], answerer: 'coordinator' },
  { number: 8, rules: ['R-5.1-1'], answerer: 'top_management' },
  { number: 9, rules: ['R-6.1.3-d-5', 'R-6.1.3-d-6'], answerer: 'coordinator' },
  { number: 10, rules: ['R-9.2.2-b-1'], answerer: 'top_management' },
  { number: 11, rules: ['R-A.5.30-1'], answerer: 'top_management' },
  { number: 12, rules: ['R-9.1-3'], answerer: 'top_management' },
]

/** One yearly question as it stands: unanswered counts nothing, and no answer ever bars readiness (1.10, 11 and 22). */
export interface YearlyQuestion {
  readonly number: number
  /** Text key of the question. */
  readonly key: string
  readonly rules: readonly string[]
  readonly answerer: RecordId | null
  readonly answer: 'yes' | 'no' | null
  /** The decision that holds the answer. */
  readonly decision: RecordId | null
  readonly answeredAt: CalendarDate | null
  /** When it is to be asked again; null while it was never answered. */
  readonly due: CalendarDate | null
}

/** The questions whose rules are in the rule set. */
export function yearlyQuestions(
  isms: Isms,
  world: World,
  moment: Moment,
  rules: ReadonlySet<string>,
): readonly YearlyQuestion[] {
  return YEARLY_TOPICS.filter((topic) => topic.rules.some((rule) => rules.has(rule))).map((topic) => {
    const answer = yearlyAnswer(isms, topic.number, moment)
    const answeredAt = answer?.at ?? null
    return {
      number: topic.number,
      key: `yearly.${topic.number}`,
      rules: topic.rules.filter((rule) => rules.has(rule)),
      answerer: world.personFor(topic.answerer, [], moment),
      answer: answer === null ? null : answer.isYes === true ? 'yes' : 'no',
      decision: answer?.id ?? null,
      answeredAt,
      due: answeredAt === null ? null : addMonths(answeredAt, 12),
    }
  })
}
