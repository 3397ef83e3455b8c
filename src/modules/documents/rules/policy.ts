import { addDays } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { breach, coverage, failing, forAll, gated, lookedFor, notDue, okay } from '../../../kernel/verdict.ts'
import { accessGrant } from '../../access/register.ts'
import { yearlyAnswer } from '../../approvals/domain/yearly.ts'
import { decision } from '../../approvals/registers/decision.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { isSettled, isTopManagement, unlessUnknown } from '../../people/domain/presence.ts'
import { type Person, person } from '../../people/registers/person.ts'
import { inForceAt, versionsOf } from '../domain/in-force.ts'
import type { Edition } from '../domain.ts'
import { acknowledgement } from '../registers/acknowledgement.ts'
import { document } from '../registers/document.ts'
import { type DocumentVersion, documentVersion } from '../registers/document-version.ts'

/** The policy in force; where somebody left two in force, the newer. */
function policyInForce(facts: Facts, moment: Moment): Edition | null {
  return inForceAt(facts.isms, 'infosec_policy', moment).at(-1) ?? null
}

const policyApproved = rule(
  'R-5.2-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-02',
    reads: [document, documentVersion, person],
    remedy: { owner: 'top_management', register: 'document_version', act: 'approve' },
  },
  ({ isms, moment }) => {
    const versions = versionsOf(isms, 'infosec_policy').map(({ version }) => version)
    const inForce = inForceAt(isms, 'infosec_policy', moment).map(({ version }) => version)
    if (inForce.some((version) => isTopManagement(isms, version.approvedBy))) return okay(inForce)
    const missing = [lookedFor('in_force', { type: { keys: ['document.type.infosec_policy'] } })]
    if (versions.length === 0) return breach({ variant: 'none', severity: 'MAJ', lookedFor: missing })
    const objects = inForce.length === 0 ? versions.slice(-1) : inForce
    return breach({
      variant: inForce.length === 0 ? 'draft' : 'approver',
      severity: 'MIN',
      failing: objects.map((version) => failing(version, ['state', 'approvedBy'])),
      lookedAt: versions,
      lookedFor: missing,
    })
  },
)

const FLAGS = ['fitsPurpose', 'hasObjectivesOrFramework', 'commitsToRequirements', 'commitsToImprovement'] as const

function missingFlags(version: DocumentVersion): readonly (typeof FLAGS)[number][] {
  return FLAGS.filter((name) => version.contentFlags[name].is !== true || version.contentFlags[name].reviewer === null)
}

const policyContent = rule(
  'R-5.2-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-02',
    reads: [document, documentVersion, decision],
    remedy: { owner: 'coordinator', register: 'document_version', act: 'update' },
  },
  (facts) => {
    const policy = policyInForce(facts, facts.moment)
    if (policy === null) return gated
    const { version } = policy
    return forAll(
      facts,
      [version],
      [
        {
          variant: 'missing',
          fails: () => missingFlags(version).length > 0,
          fields: ['contentFlags'],
          values: () => ({
            flags: { keys: missingFlags(version).map((name) => `document_version.contentFlags.${name}`) },
          }),
        },
        // The yearly question whether any firm's name could stand on it, answered with no (1.10, 22).
        { variant: 'unfitting', fails: (_, moment) => yearlyAnswer(facts.isms, 1, moment)?.isYes === false },
      ],
    )
  },
)

const policyRead = rule(
  'R-5.2-3',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    pattern: 'share',
    document: 'D-02',
    reads: [document, documentVersion, acknowledgement, person, unit, accessGrant],
    remedy: { owner: 'coordinator', register: 'acknowledgement', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    const policy = policyInForce(facts, moment)
    if (policy === null) return gated
    const settledOn = addDays(policy.version.effectiveFrom ?? EVER, 30)
    const counted = moment.reached(settledOn) ? [policy.version.id] : versionsBefore(isms, policy.version)
    if (counted.length === 0) return notDue(settledOn)
    const hasRead = (one: Person): boolean =>
      isms
        .pointing(acknowledgement, 'person', one.id)
        .some(
          ({ state, documentVersion: read, acknowledgedAt }) =>
            state === 'active' && counted.includes(read) && (acknowledgedAt === null || moment.reached(acknowledgedAt)),
        )
    return forAll(
      facts,
      { of: () => isms.all(person), counts: (one, at) => isSettled(isms, one, at), grade: coverage },
      [{ fails: (one) => unlessUnknown(one, !hasRead(one)), lookedFor: lookedFor('acknowledgement') }],
    )
  },
)

/** A policy in force for less than thirty days is too young: receipts of the version before it count too (1.10, 16). */
function versionsBefore(isms: Isms, young: DocumentVersion): readonly RecordId[] {
  const since = young.effectiveFrom ?? EVER
  const before = versionsOf(isms, 'infosec_policy')
    .map(({ version }) => version)
    .filter((version) => version.effectiveFrom !== null && version.effectiveFrom < since)
    .sort((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? '', 'en'))
    .at(-1)
  return before === undefined ? [] : [before.id, young.id]
}

/** In force from a day that nobody wrote down: long ago. */
const EVER = '1900-01-01'

const policyAvailable = rule(
  'R-5.2-4',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'OFI',
    document: 'D-02',
    reads: [document, documentVersion],
    remedy: { owner: 'top_management', register: 'document', act: 'update' },
  },
  (facts) => {
    const policy = policyInForce(facts, facts.moment)
    if (policy === null) return gated
    return forAll(facts, { of: [policy.document], grade: () => 'OFI' }, [
      {
        fails: ({ externalAvailability, externalDecidedBy }) =>
          externalDecidedBy === null || (externalAvailability !== 'published' && externalAvailability !== 'on_request'),
        fields: ['externalAvailability', 'externalDecidedBy'],
      },
    ])
  },
)

export const rules: readonly Rule[] = [policyApproved, policyContent, policyRead, policyAvailable]
