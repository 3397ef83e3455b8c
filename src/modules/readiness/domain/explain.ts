import { both, momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { LookedFor, Rule } from '../../../kernel/rule.ts'
import type { ExpectedFinding, Question, Standing } from './answer.ts'
import { type Case, dayOf, runsAt } from './day.ts'
import { draftOf } from './draft.ts'
import { standingOf } from './evaluate.ts'
import { findingOf, questionsOf } from './finding.ts'
import { afterMeta } from './meta.ts'
import { type YearlyQuestion, yearlyQuestions } from './yearly.ts'

/** Where one rule stands on a day, with all that it looked at. */
export interface Explained {
  /** Whether it belongs to a later stage than the one asked about: then it is judged as at that stage. */
  readonly isPreview: boolean
  readonly standing: Standing
  readonly finding: ExpectedFinding | null
  readonly questions: readonly Question[]
  readonly lookedAt: readonly RecordId[]
  readonly lookedFor: readonly LookedFor[]
  readonly yearly: readonly YearlyQuestion[]
  readonly validity: { readonly previous: CalendarDate | null; readonly next: CalendarDate | null }
}

export function explain(about: Case, at: CalendarDate, rule: Rule): Explained {
  const day = dayOf(about, at)
  const judged = day.judge(rule.id)
  const moment = momentOf(at)
  const draft = draftOf(judged)
  const { result } = judged
  const finding = draft === null ? null : findingOf(about, day, moment, afterMeta(draft, about.world, moment))
  return {
    isPreview: !runsAt(rule, about.stage),
    standing: standingOf(judged),
    finding,
    questions: questionsOf(about, judged),
    lookedAt: 'lookedAt' in result ? result.lookedAt : [],
    lookedFor: result.state === 'violated' ? result.lookedFor : [],
    yearly: yearlyQuestions(about.isms, about.world, moment, new Set([rule.id])),
    validity: both(judged.validity, moment.validity()),
  }
}
