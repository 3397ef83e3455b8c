import { months } from '../../../kernel/calendar.ts'
import { lateBy } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { always, forAll, isFilled, lookedFor, ratio, together } from '../../../kernel/verdict.ts'
import { type Organisation, organisation } from '../../organisation/registers/organisation.ts'
import { isInForce } from '../domain/in-force.ts'
import { editionsInForce, externalDocuments, ownDocuments, ownEditions, reviewDue } from '../domain/kept.ts'
import { type Edition, servesAs } from '../domain.ts'
import { type Document, type DocumentType, document } from '../registers/document.ts'
import { type DocumentVersion, documentVersion } from '../registers/document-version.ts'

/** Demands of the standard's own clauses have rules of their own, which speak where such a document is not in force. */
const REPORTED_ELSEWHERE: readonly DocumentType[] = [
  'infosec_policy',
  'scope',
  'risk_assessment_process',
  'risk_treatment_process',
]

/** One line of the list of documents that the organisation finds necessary itself. */
interface Wanted {
  /** Of the document, or of the organisation where nobody wrote one. */
  readonly id: RecordId
  readonly name: string
  readonly document: Document | null
}

function wanted({ isms }: Facts): readonly Wanted[] {
  return isms.all(organisation).flatMap((one) =>
    one.requiredDocuments.flatMap(({ name, document: id }): readonly Wanted[] => {
      const found = isms.find(document, id)
      if (found !== null && REPORTED_ELSEWHERE.some((type) => servesAs(found, type))) return []
      return [{ id: found?.id ?? one.id, name: name ?? found?.title ?? '', document: found }]
    }),
  )
}

function isThere({ isms }: Facts, one: Document | null, moment: Moment): boolean {
  return one !== null && one.state === 'active' && editionsInForce(isms, one, moment).length > 0
}

const necessary = rule(
  'R-7.5.1-1',
  {
    basis: 'N/O',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-08',
    reads: [organisation, document, documentVersion],
    remedy: { owner: 'coordinator', register: 'document', act: 'create' },
  },
  (facts) =>
    forAll(facts, wanted(facts), [
      {
        fails: (one, moment) => !isThere(facts, one.document, moment),
        values: (missing) => ({ documents: missing.map(({ name }) => name).join(', ') }),
        lookedFor: lookedFor('necessary_document'),
      },
    ]),
)

/** A version in force that is judged, under the name by which people know its document. */
type Member = Edition & { readonly id: RecordId }

function inForce(facts: Facts): { readonly of: readonly Member[]; readonly counts: typeof isEditionInForce } {
  return {
    of: ownEditions(facts.isms).map((edition) => ({ ...edition, id: edition.version.id })),
    counts: isEditionInForce,
  }
}

function isEditionInForce({ version }: Member, moment: Moment): boolean {
  return isInForce(version, moment)
}

const toDocument = ({ version }: Member): RecordId => version.document

function isIdentified({ document: one, version }: Edition): boolean {
  return (
    isFilled(one.title) &&
    isFilled(one.identifier) &&
    isFilled(version.versionLabel) &&
    (version.author ?? one.owner ?? one.ownerRole) !== null &&
    (version.effectiveFrom ?? version.approvedAt) !== null &&
    version.format !== null
  )
}

const identified = rule(
  'R-7.5.2-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    reads: [document, documentVersion],
    remedy: { owner: 'object_owner', register: 'document', act: 'update' },
  },
  (facts) =>
    forAll(facts, inForce(facts), [
      { grade: ratio(0.25), fails: (one) => !isIdentified(one), fields: ['author', 'format'], object: toDocument },
    ]),
)

/** A version that says no first day is R-7.5.2-1's matter; here it counts as in use since its approval. */
function isApprovedBefore({ approvedBy, approvedAt, effectiveFrom }: DocumentVersion): boolean {
  if (approvedBy === null || approvedAt === null) return false
  return effectiveFrom === null || approvedAt <= effectiveFrom
}

const approved = rule(
  'R-7.5.2-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    reads: [document, documentVersion],
    remedy: { owner: 'coordinator', register: 'document_version', act: 'approve' },
  },
  (facts) =>
    forAll(facts, inForce(facts), [
      {
        grade: ratio(0.25),
        fails: ({ version }) => !isApprovedBefore(version),
        fields: ['approvedBy', 'approvedAt', 'effectiveFrom'],
        object: toDocument,
      },
    ]),
)

/** Without a hash of what was approved nobody can tell; without a hash of what is there nothing is kept here. */
function isChanged({ approvedBy, contentHash, approvedHash }: DocumentVersion): boolean | 'unknown' {
  if (contentHash === null || approvedBy === null) return false
  return approvedHash === null ? 'unknown' : contentHash !== approvedHash
}

const oneValid = rule(
  'R-7.5.3-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    reads: [document, documentVersion],
    remedy: { owner: 'coordinator', register: 'document_version', act: 'supersede' },
  },
  (facts) => {
    const { isms } = facts
    const single = forAll(facts, ownDocuments(isms), [
      { variant: 'several', fails: (one, moment) => editionsInForce(isms, one, moment).length > 1 },
    ])
    const unchanged = forAll(facts, inForce(facts), [
      { variant: 'changed', fails: ({ version }) => isChanged(version), fields: ['contentHash'], object: toDocument },
    ])
    const old = ownEditions(isms)
      .filter(({ version }) => version.state === 'superseded')
      .map((edition) => ({ ...edition, id: edition.version.id }))
    const withdrawn = forAll(facts, old, [
      {
        variant: 'not_withdrawn',
        fails: ({ version }) => version.withdrawnAt === null,
        fields: ['withdrawnAt'],
        object: toDocument,
      },
    ])
    return together(single, unchanged, withdrawn)
  },
)

const reviewed = rule(
  'R-7.5.3-2',
  {
    basis: 'O',
    stage: 'S1',
    worst: 'MIN',
    pattern: 'late',
    reads: [document, documentVersion],
    remedy: { owner: 'object_owner', register: 'document', act: 'review' },
  },
  (facts) => {
    const { isms, parameters } = facts
    const dueOf = (one: Document, moment: Moment) => {
      const edition = editionsInForce(isms, one, moment).at(-1)
      return edition === undefined ? null : reviewDue(edition, parameters)
    }
    const documents = ownDocuments(isms).filter((one) => !facts.isExcepted(one.id))
    return forAll(facts, { of: documents, counts: (one, moment) => dueOf(one, moment) !== null }, [
      {
        variant: 'late',
        grade: always('MIN'),
        fails: (one, moment) => lateBy(moment, dueOf(one, moment)) === 'MIN',
      },
      {
        variant: 'just_late',
        grade: always('OFI'),
        fails: (one, moment) => lateBy(moment, dueOf(one, moment)) === 'OFI',
      },
    ])
  },
)

type RecordClass = Organisation['recordClasses'][number]

/** What is kept for ever has no term. */
function isSettled(one: Pick<RecordClass, 'accessLevel' | 'retentionMonths' | 'disposal'>): boolean {
  return one.accessLevel !== null && one.disposal !== null && (one.retentionMonths !== null || one.disposal === 'keep')
}

function isPastDisposal({ disposeBy, disposedAt, personalData }: RecordClass, moment: Moment): boolean | 'unknown' {
  if (moment.reached(disposedAt) || !moment.late(disposeBy)) return false
  return personalData ?? 'unknown'
}

function named(classes: readonly RecordClass[]): { readonly classes: string } {
  return { classes: classes.map(({ name }) => name ?? '').join(', ') }
}

const retained = rule(
  'R-7.5.3-3',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    reads: [document, organisation],
    remedy: { owner: 'coordinator', register: 'document', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    const classes = isms
      .all(organisation)
      .flatMap(({ id, recordClasses }) => recordClasses.map((one) => ({ ...one, id })))
    const documents = forAll(facts, ownDocuments(isms), [
      {
        variant: 'document',
        grade: always('OFI'),
        fails: (one) => !isSettled(one),
        fields: ['accessLevel', 'retentionMonths', 'disposal'],
      },
    ])
    const records = forAll(facts, classes, [
      { variant: 'overdue', grade: always('MIN'), fails: isPastDisposal, values: named },
      {
        variant: 'class',
        grade: always('OFI'),
        fails: (one) => !isSettled(one),
        fields: ['recordClasses'],
        values: named,
      },
    ])
    return together(documents, records)
  },
)

const external = rule(
  'R-7.5.3-4',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'OFI',
    document: 'D-20',
    reads: [document],
    remedy: { owner: 'object_owner', register: 'document', act: 'check' },
  },
  (facts) =>
    forAll(facts, { of: externalDocuments(facts.isms), grade: () => 'OFI' }, [
      {
        variant: 'unnamed',
        fails: (one) => (one.owner ?? one.ownerRole) === null || !isFilled(one.source),
        fields: ['owner', 'source'],
      },
      {
        variant: 'unchecked',
        fails: (one, moment) => !moment.within(one.checkedAt, months(12)),
        fields: ['checkedAt'],
      },
    ]),
)

export const rules: readonly Rule[] = [necessary, identified, approved, oneValid, reviewed, retained, external]
