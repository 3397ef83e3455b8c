import { addMonths } from '../../kernel/calendar.ts'
import { isFirstLate } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../kernel/rule.ts'
import { always, breach, failing, forAll, isFilled, lookedFor, okay } from '../../kernel/verdict.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { contextDetermination } from './registers/context-determination.ts'
import { type ContextIssue, contextIssue } from './registers/context-issue.ts'

const KINDS = ['internal', 'external'] as const

const issuesDetermined = rule(
  'R-4.1-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    reads: [contextIssue],
    remedy: { owner: 'coordinator', register: 'context_issue', act: 'create' },
  },
  ({ isms }) => {
    const issues = isms.all(contextIssue).filter((issue) => issue.state === 'active')
    const missing = KINDS.filter((kind) => issues.every((issue) => issue.kind !== kind))
    if (missing.length === 0) return okay(issues)
    const kinds = { keys: missing.map((kind) => `context_issue.kind.${kind}`) }
    return breach({
      variant: missing.length === KINDS.length ? 'none' : 'one_kind',
      severity: missing.length === KINDS.length ? 'MAJ' : 'MIN',
      values: { n: missing.length, kinds },
      lookedAt: issues,
      lookedFor: [lookedFor('active', { register: { keys: ['context_issue.plural'] }, of: kinds })],
    })
  },
)

const climateDecided = rule(
  'R-4.1-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    reads: [contextDetermination],
    remedy: { owner: 'top_management', register: 'context_determination', act: 'decide' },
  },
  ({ isms, moment }) => {
    const about = isms
      .all(contextDetermination)
      .filter((one) => one.topic === 'climate_change' && one.state !== 'retired')
    const decided = about.filter(
      (one) =>
        one.state === 'decided' &&
        one.relevant !== null &&
        isFilled(one.rationale) &&
        one.decidedBy !== null &&
        moment.reached(one.decidedAt),
    )
    if (decided.length === 0) {
      return breach({
        variant: 'undecided',
        severity: 'MIN',
        lookedAt: about,
        lookedFor: [lookedFor('decision', { about: { keys: ['context_determination.topic.climate_change'] } })],
      })
    }
    const newest = decided.toSorted((a, b) => (a.decidedAt ?? '').localeCompare(b.decidedAt ?? '', 'en')).slice(-1)
    const loose = newest.filter((one) => one.relevant === true && one.linked.length === 0)
    if (loose.length === 0) return okay(newest)
    const objects = loose.map((one) => failing(one, ['relevant', 'linked']))
    return breach({ variant: 'unlinked', severity: 'OFI', failing: objects, lookedAt: newest })
  },
)

const contextCurrent = rule(
  'R-4.1-3',
  {
    basis: 'O',
    stage: 'S2',
    worst: 'MIN',
    pattern: 'late',
    reads: [contextIssue, organisation],
    remedy: { owner: 'object_owner', register: 'context_issue', act: 'review' },
  },
  (facts) =>
    forAll(
      facts,
      facts.isms.all(contextIssue).filter((issue) => issue.state === 'active' && !facts.isExcepted(issue.id)),
      [
        {
          variant: 'overdue',
          grade: always('MIN'),
          fails: (issue, moment) => isReviewLate(facts, issue, moment, 30),
          fields: ['lastReviewedAt'],
        },
        {
          variant: 'late',
          grade: always('OFI'),
          fails: (issue, moment) => isReviewLate(facts, issue, moment, 0),
          fields: ['lastReviewedAt'],
        },
      ],
    ),
)

function isReviewLate(facts: Facts, issue: ContextIssue, moment: Moment, days: number): boolean | 'unknown' {
  const interval = facts.parameters.contextReviewMonths
  if (issue.lastReviewedAt === null) return isFirstLate(facts, moment, { intervalMonths: interval }, days)
  return moment.late(addMonths(issue.lastReviewedAt, interval), days)
}

export const rules: readonly Rule[] = [issuesDetermined, climateDecided, contextCurrent]
