import { addMonths } from '../../../kernel/calendar.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, forAll, lookedFor, ratio } from '../../../kernel/verdict.ts'
import { action } from '../../actions/register.ts'
import { control } from '../../controls/register.ts'
import { isAccepted } from '../../evidence/domain.ts'
import { type Evidence, evidence } from '../../evidence/register.ts'
import { requirement } from '../../parties/registers/requirement.ts'
import { risk } from '../../risks/registers/risk.ts'
import { treatmentsOf } from '../../treatments/domain/treated.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import { type Line, linesOf, newestStatement } from '../domain/newest.ts'
import { statement } from '../registers/statement.ts'
import { type StatementLine, statementLine } from '../registers/statement-line.ts'

/** Lines of the newest version that are in, or out; without a statement the rules on lines are silent (1.7, 4). */
function linesFor({ isms }: Facts, included: boolean): readonly Line[] {
  return newestStatement(isms) === null ? [] : linesOf(isms).filter(({ line }) => line.included === included)
}

const inclusionReasoned = rule(
  'R-6.1.3-d-3',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-05',
    reads: [statement, statementLine, control],
    remedy: { owner: 'coordinator', register: 'statement_line', act: 'update' },
  },
  (facts) =>
    forAll(facts, { of: linesFor(facts, true), grade: ratio(0.2) }, [
      { fails: ({ line }) => line.inclusionReasons.every(({ type }) => type === null), fields: ['inclusionReasons'] },
    ]),
)

const statusSet = rule(
  'R-6.1.3-d-4',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-05',
    reads: [statement, statementLine, control],
    remedy: { owner: 'object_owner', register: 'statement_line', act: 'update' },
  },
  (facts) =>
    forAll(facts, { of: linesFor(facts, true), grade: ratio(0.2) }, [
      { fails: ({ line }) => line.implementationStatus === null, fields: ['implementationStatus'] },
    ]),
)

/** What stands for nothing where a reason is asked. */
const EMPTY_WORDS = new Set(['n/a', 'nvt', 'n.v.t.', 'niet van toepassing', 'not applicable', '-'])
const SHORTEST_REASON = 15

function isReason(words: string | null): boolean {
  const said = (words ?? '').trim()
  return said.length >= SHORTEST_REASON && !EMPTY_WORDS.has(said.toLowerCase())
}

const exclusionReasoned = rule(
  'R-6.1.3-d-5',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-05',
    reads: [statement, statementLine, control],
    remedy: { owner: 'coordinator', register: 'statement_line', act: 'update' },
  },
  (facts) => {
    const excluded = linesFor(facts, false).filter((one) => one.control.annexA !== null)
    return forAll(facts, { of: excluded, grade: ratio(0.2) }, [
      { fails: ({ line }) => !isReason(line.exclusionJustification), fields: ['exclusionJustification', 'included'] },
    ])
  },
)

type Reason = StatementLine['inclusionReasons'][number]

/** Whether a reason leads to where it says it comes from; business reasons lead nowhere. */
function isBroken({ isms }: Facts, reason: Reason, of: Line): boolean {
  if (reason.type === 'law' || reason.type === 'contract') return isms.find(requirement, reason.link) === null
  if (reason.type !== 'risk') return false
  const cause = isms.find(risk, reason.link)
  return cause === null || !treatmentsOf(isms, cause).some(({ controls }) => controls.includes(of.control.id))
}

const GOOD_PRACTICE = /^\W*(good|best)[ -]practices?\W*$|^\W*goede praktijk\W*$/i

/** Nothing but "it is good practice": true of every control, so it tells nothing of this organisation. */
function isGoodPracticeOnly({ inclusionReasons: reasons }: StatementLine): boolean {
  return reasons.length > 0 && reasons.every(({ type, text }) => type === 'business' && GOOD_PRACTICE.test(text ?? ''))
}

const reasonsFollow = rule(
  'R-6.1.3-d-7',
  {
    basis: 'P on N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-05',
    reads: [statement, statementLine, control, risk, treatment, requirement],
    remedy: { owner: 'coordinator', register: 'statement_line', act: 'update' },
  },
  (facts) =>
    forAll(facts, linesFor(facts, true), [
      {
        variant: 'broken',
        grade: always('MIN'),
        fails: (one) => one.line.inclusionReasons.some((reason) => isBroken(facts, reason, one)),
        fields: ['inclusionReasons'],
      },
      {
        variant: 'good_practice',
        grade: always('OFI'),
        fails: ({ line }) => isGoodPracticeOnly(line),
        fields: ['inclusionReasons'],
      },
    ]),
)

const statusProven = rule(
  'R-6.1.3-d-8',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-09',
    reads: [statement, statementLine, control, evidence],
    remedy: { owner: 'object_owner', register: 'evidence', act: 'create' },
  },
  (facts) => {
    const lines = linesFor(facts, true).filter(({ line }) => line.implementationStatus === 'implemented')
    return forAll(facts, { of: lines, grade: ratio(0.25) }, [
      {
        variant: 'none',
        fails: (one) => !proofs(facts, one).some(isAccepted),
        fields: ['implementationStatus'],
        lookedFor: lookedFor('evidence'),
      },
      {
        variant: 'old',
        // An exception lifts the interval, never the demand for any proof at all (1.10, 8).
        fails: (one, moment) => !facts.isExcepted(one.control.id) && !isFreshlyProven(facts, one, moment),
        lookedFor: lookedFor('evidence'),
      },
    ])
  },
)

function proofs({ isms }: Facts, one: Line): readonly Evidence[] {
  return [...isms.pointing(evidence, 'proves', one.control.id), ...isms.pointing(evidence, 'proves', one.id)]
}

function isFreshlyProven(facts: Facts, one: Line, moment: Moment): boolean {
  const interval = one.control.evidenceIntervalMonths ?? facts.parameters.evidenceMonths
  return proofs(facts, one).some((proof) => {
    const until = proof.periodTo ?? proof.collectedAt ?? proof.acceptedAt
    return (
      isAccepted(proof) && until !== null && !moment.late(addMonths(until, interval)) && !moment.late(proof.expiresAt)
    )
  })
}

const gapsPlanned = rule(
  'R-6.1.3-d-10',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-11',
    reads: [statement, statementLine, control, action],
    remedy: { owner: 'object_owner', register: 'action', act: 'create' },
  },
  (facts) => {
    const lines = linesFor(facts, true).filter(
      ({ line }) => line.implementationStatus === 'partly' || line.implementationStatus === 'not',
    )
    return forAll(facts, lines, [
      {
        fails: (one) => !hasOpenAction(facts, one),
        fields: ['implementationStatus'],
        lookedFor: lookedFor('open_action'),
      },
    ])
  },
)

function hasOpenAction({ isms }: Facts, one: Line): boolean {
  const found = [
    ...isms.pointing(action, 'deliverableControl', one.control.id),
    ...isms.pointing(action, 'subject', one.control.id),
    ...isms.pointing(action, 'subject', one.id),
  ]
  return found.some(
    ({ state, owner, due }) => (state === 'open' || state === 'in_progress') && owner !== null && due !== null,
  )
}

export const rules: readonly Rule[] = [
  inclusionReasoned,
  statusSet,
  exclusionReasoned,
  reasonsFollow,
  statusProven,
  gapsPlanned,
]
