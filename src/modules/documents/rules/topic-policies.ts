import { addDays } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { type Moment, onceAt } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { breach, forAll, lookedFor, okay } from '../../../kernel/verdict.ts'
import { accessGrant } from '../../access/register.ts'
import { control } from '../../controls/register.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { isSettled } from '../../people/domain/presence.ts'
import { type Person, person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { linesOf } from '../../statements/domain/newest.ts'
import { statementLine } from '../../statements/registers/statement-line.ts'
import { audienceOf } from '../domain/audience.ts'
import { isInForce } from '../domain/in-force.ts'
import { documentsServing, servesAs } from '../domain.ts'
import { acknowledgement } from '../registers/acknowledgement.ts'
import { type Document, document } from '../registers/document.ts'
import { type DocumentVersion, documentVersion } from '../registers/document-version.ts'

/** What share of its audience must know a topic policy (R-A.5.1-1). */
const LEAST_READ = 0.95
/** So long a version is too young to be known by all: receipts of the version before it count, as for the policy (1.10, 16). */
const YOUNG_DAYS = 30

/** Topic policies for controls that are in; one that names no control is one of A.5.1 in general. */
function requiredPolicies(isms: Isms): readonly Document[] {
  const included = new Set(
    linesOf(isms).flatMap(({ line, control: { annexA } }) =>
      line.included === true && annexA !== null ? [annexA] : [],
    ),
  )
  return documentsServing(isms, 'topic_policy').filter(
    ({ topicControls }) => topicControls.length === 0 || topicControls.some((number) => included.has(number)),
  )
}

/** The versions in force at the moment; where somebody left two in force, the newer is last. */
function versionInForce(isms: Isms, one: Document, moment: Moment): DocumentVersion | null {
  const inForce = isms.pointing(documentVersion, 'document', one.id).filter((version) => isInForce(version, moment))
  return inForce.toSorted(byEffect).at(-1) ?? null
}

function byEffect(a: DocumentVersion, b: DocumentVersion): number {
  return (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? '', 'en')
}

/** The versions whose receipts count; none where the first version is still too young to be asked about. */
function versionsToKnow(isms: Isms, current: DocumentVersion, moment: Moment): readonly DocumentVersion[] {
  const since = current.effectiveFrom
  if (since === null || moment.reached(addDays(since, YOUNG_DAYS))) return [current]
  const older = isms
    .pointing(documentVersion, 'document', current.document)
    .filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom < since)
    .toSorted(byEffect)
    .at(-1)
  return older === undefined ? [] : [older, current]
}

function readersOf(isms: Isms, versions: readonly DocumentVersion[], moment: Moment): ReadonlySet<RecordId> {
  const readers = new Set<RecordId>()
  for (const version of versions) {
    for (const one of isms.pointing(acknowledgement, 'documentVersion', version.id)) {
      if (one.state === 'active' && (one.acknowledgedAt === null || moment.reached(one.acknowledgedAt)))
        readers.add(one.person)
    }
  }
  return readers
}

/** Whether too few of its audience read what is in force; unknown where nobody said who the audience is. */
function isUnread(isms: Isms, one: Document, moment: Moment, settled: readonly Person[]): boolean | 'unknown' {
  const current = versionInForce(isms, one, moment)
  const versions = current === null ? [] : versionsToKnow(isms, current, moment)
  if (versions.length === 0) return false
  const belongs = audienceOf(isms, one, moment)
  if (belongs === null) return 'unknown'
  const readers = readersOf(isms, versions, moment)
  let total = 0
  let read = 0
  for (const someone of settled) {
    if (!belongs(someone)) continue
    const hasRead = readers.has(someone.id)
    // Who is not known to work here and has read nothing is R-5.2-3's question.
    if (someone.kind === null && !hasRead) continue
    total += 1
    if (hasRead) read += 1
  }
  return total > 0 && read / total < LEAST_READ
}

/** People who have been here for thirty days: nobody knows every policy on the first day. */
function settledPeople({ isms, moment: now }: Facts): (moment: Moment) => readonly Person[] {
  return onceAt(now, (moment) => isms.all(person).filter((one) => isSettled(isms, one, moment)))
}

const topicPoliciesAlive = rule(
  'R-A.5.1-1',
  {
    basis: 'N/O',
    stage: 'S1',
    worst: 'MAJ',
    reads: [
      document,
      documentVersion,
      acknowledgement,
      person,
      unit,
      role,
      roleAssignment,
      accessGrant,
      statementLine,
      control,
    ],
    remedy: { owner: 'object_owner', register: 'document_version', act: 'approve' },
  },
  (facts) => {
    const { isms } = facts
    const required = requiredPolicies(isms)
    if (required.length === 0) {
      const type = { keys: ['document.type.topic_policy'] }
      return breach({ variant: 'none', severity: 'MAJ', lookedFor: [lookedFor('in_force', { type })] })
    }
    // The information security policy belongs to R-5.2-1 and R-5.2-3, also where it does the work of a topic policy.
    const topics = required.filter((one) => !servesAs(one, 'infosec_policy'))
    if (topics.length === 0) return okay(required)
    const settled = settledPeople(facts)
    return forAll(facts, topics, [
      {
        variant: 'missing',
        fails: (one, moment) => versionInForce(isms, one, moment) === null,
        fields: ['state'],
        lookedFor: lookedFor('in_force', { type: { keys: ['document.type.topic_policy'] } }),
      },
      {
        variant: 'unapproved',
        fails: (one, moment) => versionInForce(isms, one, moment)?.approvedBy === null,
      },
      { variant: 'unread', fails: (one, moment) => isUnread(isms, one, moment, settled(moment)), fields: ['audience'] },
    ])
  },
)

export const rules: readonly Rule[] = [topicPoliciesAlive]
