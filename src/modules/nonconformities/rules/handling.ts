import { addDays } from '../../../kernel/calendar.ts'
import { isInLookBack } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, breach, forAll, isFilled, lookedFor, okay, ratio } from '../../../kernel/verdict.ts'
import { action } from '../../actions/register.ts'
import { inForceAt, versionsOf } from '../../documents/domain/in-force.ts'
import { document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { isThere } from '../../evidence/domain.ts'
import { evidence } from '../../evidence/register.ts'
import { actionsOf, detectedOn, isSettled, returnsIn, standing } from '../domain.ts'
import { type Nonconformity, nonconformity } from '../register.ts'

/** So long one has to react, and to find the cause (readiness 1.8, 10.2 a and b). */
const REACT_DAYS = 30

const processDescribed = rule(
  'R-10.2-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-15',
    reads: [document, documentVersion, nonconformity],
    remedy: { owner: 'coordinator', register: 'document_version', act: 'approve' },
  },
  ({ isms, moment }) => {
    const described = inForceAt(isms, 'nonconformity_procedure', moment).map(({ version }) => version)
    const used = standing(isms)
    // A register without a nonconformity yet is no fault where the way is described (1.10, 20).
    if (described.length > 0) return okay([...described, ...used])
    const missing = [lookedFor('in_force', { type: { keys: ['document.type.nonconformity_procedure'] } })]
    const drafts = versionsOf(isms, 'nonconformity_procedure').map(({ version }) => version)
    return breach({
      variant: used.length === 0 ? 'none' : 'undescribed',
      severity: used.length === 0 ? 'MAJ' : 'OFI',
      values: { n: used.length },
      lookedAt: [...drafts, ...used],
      lookedFor: missing,
    })
  },
)

/** Since the last audit, and what is still open from before: an auditor who sees an old one without an end asks about it. */
function isCounted(facts: Facts, one: Nonconformity, moment: Moment): boolean {
  const detected = detectedOn(one)
  return isInLookBack(facts, moment, detected) || (one.state !== 'closed' && moment.reached(detected))
}

function isUnhandled(one: Nonconformity): boolean {
  const isCorrected = isFilled(one.correction) || one.correctionImpossible === true
  return !isCorrected || !isFilled(one.consequences)
}

const reacted = rule(
  'R-10.2-a-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-15',
    reads: [nonconformity, action],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'nonconformity', act: 'correct' },
  },
  (facts) =>
    forAll(facts, { of: standing(facts.isms), counts: (one, moment) => isCounted(facts, one, moment) }, [
      {
        variant: 'missing',
        fails: (one, moment) => isUnhandled(one) && moment.late(detectedOn(one), REACT_DAYS),
        fields: ['correction', 'consequences'],
      },
      {
        variant: 'late',
        fails: (one, moment) => isReactionLate(one, moment) && !isSettled(facts.isms, one.id, 'R-10.2-a-1', moment),
        fields: ['correctedAt'],
      },
    ]),
)

function isReactionLate(one: Nonconformity, moment: Moment): boolean {
  const { correctedAt } = one
  if (correctedAt === null || correctedAt <= addDays(detectedOn(one), REACT_DAYS)) return false
  return moment.late(detectedOn(one), REACT_DAYS)
}

const causeFound = rule(
  'R-10.2-b-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-15',
    reads: [nonconformity],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'nonconformity', act: 'analyse' },
  },
  (facts) => {
    const counts = (one: Nonconformity, moment: Moment) =>
      isCounted(facts, one, moment) && moment.late(detectedOn(one), REACT_DAYS)
    return forAll(facts, { of: standing(facts.isms), counts, grade: ratio(0.5) }, [
      { variant: 'cause', fails: (one) => !isFilled(one.rootCause), fields: ['rootCause'] },
      { variant: 'similar', fails: (one) => !isFilled(one.similarCheck), fields: ['similarCheck'] },
    ])
  },
)

/** What the file of a closed nonconformity lacks (10.2 f and g), as keys of its fields. */
function gapsIn({ isms }: Facts, one: Nonconformity): readonly string[] {
  const actions = actionsOf(isms, one)
  const hasResult = isFilled(one.result) || actions.some((each) => each.effectivenessResult !== null)
  const proofs = [one, ...actions].flatMap((each) => each.evidence.map((id) => isms.find(evidence, id)))
  const hasEvidence = [...proofs, ...isms.pointing(evidence, 'proves', one.id)].some(
    (found) => found !== null && isThere(found),
  )
  return [
    isFilled(one.description) ? [] : ['description'],
    isFilled(one.correction) || actions.length > 0 ? [] : ['actions'],
    hasResult ? [] : ['result'],
    hasEvidence ? [] : ['evidence'],
  ]
    .flat()
    .map((name) => `nonconformity.${name}`)
}

const recordsKept = rule(
  'R-10.2-f-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-15',
    reads: [nonconformity, action, evidence],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'nonconformity', act: 'update' },
  },
  (facts) => {
    const closed = standing(facts.isms).filter((one) => one.state === 'closed')
    const counts = (one: Nonconformity, moment: Moment) =>
      isInLookBack(facts, moment, one.closedAt ?? one.effectiveAt ?? one.validFrom)
    return forAll(facts, { of: closed, counts }, [
      {
        fails: (one) => gapsIn(facts, one).length > 0,
        fields: ['description', 'correction', 'actions', 'result', 'evidence'],
        values: (them) => ({ gaps: { keys: [...new Set(them.flatMap((one) => gapsIn(facts, one)))] } }),
      },
    ])
  },
)

const staysAway = rule(
  'R-10.2-2',
  {
    basis: 'N',
    stage: 'SV',
    worst: 'MAJ',
    document: 'D-16',
    reads: [nonconformity],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'nonconformity', act: 'analyse' },
  },
  (facts) => {
    const all = standing(facts.isms)
    const returns = returnsIn(all)
    const counts = (one: Nonconformity, moment: Moment) => isInLookBack(facts, moment, detectedOn(one))
    const fields = ['requirementRef', 'causeClass']
    return forAll(facts, { of: all, counts }, [
      { variant: 'again', grade: always('MAJ'), fails: ({ id }) => (returns.get(id) ?? 0) > 1, fields },
      { variant: 'first', grade: always('MIN'), fails: ({ id }) => returns.get(id) === 1, fields },
    ])
  },
)

export const rules: readonly Rule[] = [processDescribed, reacted, causeFound, recordsKept, staysAway]
