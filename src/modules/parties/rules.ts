import { type Rule, rule } from '../../kernel/rule.ts'
import { always, breach, forAll, isFilled, lookedFor, okay } from '../../kernel/verdict.ts'
import { type InterestedParty, interestedParty, PARTY_KINDS } from './registers/interested-party.ts'
import { type Requirement, requirement } from './registers/requirement.ts'

/** Kinds that every organisation has, or has a reason for not having. */
const EXPECTED_KINDS = PARTY_KINDS.filter((kind) => kind !== 'other')

/** A row with a note says that there is no party of its kind; it is no party itself. */
function isParty(row: InterestedParty): boolean {
  return row.state === 'active' && !isFilled(row.notRelevant)
}

const partiesDetermined = rule(
  'R-4.2-a-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    reads: [interestedParty],
    remedy: { owner: 'coordinator', register: 'interested_party', act: 'create' },
  },
  ({ isms }) => {
    const rows = isms.all(interestedParty).filter((row) => row.state === 'active')
    const register = { keys: ['interested_party.plural'] }
    if (!rows.some(isParty)) {
      return breach({ variant: 'none', severity: 'MAJ', lookedAt: rows, lookedFor: [lookedFor('any', { register })] })
    }
    const missing = EXPECTED_KINDS.filter((kind) => rows.every((row) => row.kind !== kind))
    if (missing.length === 0) return okay(rows)
    const kinds = { keys: missing.map((kind) => `interested_party.kind.${kind}`) }
    return breach({
      variant: 'kinds',
      severity: 'OFI',
      values: { n: missing.length, kinds },
      lookedAt: rows,
      lookedFor: [lookedFor('active', { register, of: kinds })],
    })
  },
)

const requirementsDetermined = rule(
  'R-4.2-b-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-20',
    reads: [interestedParty, requirement],
    remedy: { owner: 'coordinator', register: 'requirement', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    if (!isms.all(requirement).some(isActive)) {
      const register = { keys: ['requirement.plural'] }
      return breach({ variant: 'none', severity: 'MAJ', lookedFor: [lookedFor('any', { register })] })
    }
    return forAll(facts, isms.all(interestedParty).filter(isParty), [
      {
        variant: 'parties',
        fails: (party) =>
          !isms
            .pointing(requirement, 'party', party.id)
            .some((one) => isActive(one) && one.sourceType !== null && isFilled(one.sourceRef)),
        fields: ['state'],
        lookedFor: lookedFor('any', { register: { keys: ['requirement.plural'] } }),
      },
    ])
  },
)

function isActive(one: Requirement): boolean {
  return one.state === 'active'
}

const requirementsAddressed = rule(
  'R-4.2-c-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-20',
    reads: [requirement],
    remedy: { owner: 'object_owner', register: 'requirement', act: 'update' },
  },
  (facts) =>
    forAll(facts, facts.isms.all(requirement).filter(isActive), [
      { variant: 'undecided', fails: (one) => one.addressedByIsms === null, fields: ['addressedByIsms'] },
      {
        variant: 'unanswered',
        grade: always('OFI'),
        basis: 'P',
        fails: (one) => one.addressedByIsms === true && one.answeredBy.length === 0,
        fields: ['addressedByIsms', 'answeredBy'],
      },
    ]),
)

export const rules: readonly Rule[] = [partiesDetermined, requirementsDetermined, requirementsAddressed]
