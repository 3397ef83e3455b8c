import { addDays, addMonths, earliest, latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { awarenessRecord, TOPICS } from '../../awareness/register.ts'
import { audienceOf } from '../../documents/domain/audience.ts'
import { editionsInForce, ownDocuments } from '../../documents/domain/kept.ts'
import { servesAs } from '../../documents/domain.ts'
import { acknowledgement } from '../../documents/registers/acknowledgement.ts'
import type { Document, DocumentType } from '../../documents/registers/document.ts'
import { type DocumentVersion, documentVersion } from '../../documents/registers/document-version.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { isInPopulation } from '../../people/domain/presence.ts'
import type { Person } from '../../people/registers/person.ts'

/** A text in force that somebody has to read, and by when. */
export interface Reading {
  readonly document: Document
  readonly version: DocumentVersion
  readonly due: CalendarDate | null
}

interface Required {
  readonly document: Document
  readonly version: DocumentVersion
  readonly isFor: (one: Person) => boolean
  readonly readers: ReadonlySet<RecordId>
}

/** So long one has to read what is new, or after one came (R-5.2-3). */
const READING_DAYS = 30

/** What each person still has to read, as a question to be put for one person after another. */
export function readingsAt(isms: Isms, moment: Moment): (one: Person) => readonly Reading[] {
  const all = ownDocuments(isms).flatMap((document) => requiredOf(isms, document, moment))
  return (one) => {
    if (!isInPopulation(isms, one, moment)) return []
    return all
      .filter(({ isFor, readers }) => isFor(one) && !readers.has(one.id))
      .map(({ document, version }) => ({ document, version, due: dueFor(version, one) }))
  }
}

/** Of these everybody for whom they are has to say that he knows them (5.2 f, A.5.1); of the rest it is enough to find them. */
const CONFIRMED: readonly DocumentType[] = ['infosec_policy', 'topic_policy']

/** The policy is for everybody, whether or not somebody named its readers (ISO/IEC 27001:2022, 5.2 f). */
function requiredOf(isms: Isms, document: Document, moment: Moment): readonly Required[] {
  if (!CONFIRMED.some((type) => servesAs(document, type))) return []
  const named = audienceOf(isms, document, moment)
  const isFor = named ?? (servesAs(document, 'infosec_policy') ? () => true : null)
  const version = isFor === null ? undefined : editionsInForce(isms, document, moment).at(-1)?.version
  if (isFor === null || version === undefined) return []
  const readers = isms
    .pointing(acknowledgement, 'documentVersion', version.id)
    .filter(({ state }) => state === 'active')
  return [{ document, version, isFor, readers: new Set(readers.map(({ person }) => person)) }]
}

function dueFor({ effectiveFrom }: DocumentVersion, { startDate }: Person): CalendarDate | null {
  const from = latest(effectiveFrom, startDate)
  return from === null ? null : addDays(from, READING_DAYS)
}

/** What somebody did that was asked of everybody. */
export interface Done {
  readonly document: Document['id'] | null
  readonly kind: 'read' | 'told'
  readonly at: CalendarDate
}

/** The last things first. */
export function doneBy(isms: Isms, one: Person): readonly Done[] {
  const read = isms.pointing(acknowledgement, 'person', one.id).flatMap((given): readonly Done[] => {
    const of = isms.find(documentVersion, given.documentVersion)?.document ?? null
    return given.acknowledgedAt === null || given.state !== 'active' || of === null
      ? []
      : [{ kind: 'read', document: of, at: given.acknowledgedAt }]
  })
  const told = isms
    .pointing(awarenessRecord, 'person', one.id)
    .flatMap((given): readonly Done[] =>
      given.at === null || given.state !== 'active' ? [] : [{ kind: 'told', document: null, at: given.at }],
    )
  return [...read, ...told].toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/**
 * By when somebody has to be told again what everybody must know (ISO/IEC 27001:2022, 7.3): the interval after the oldest of
 * the three subjects, or some time after he came, or the ISMS began, where he was never told all of them.
 */
export function awarenessDue(isms: Isms, one: Person, intervalMonths: number): CalendarDate | null {
  const days = toldOn(isms, one)
  if (days.length < TOPICS.length) {
    const from = latest(one.startDate, isms.all(organisation)[0]?.ismsStart ?? null)
    return from === null ? null : addDays(from, READING_DAYS)
  }
  const oldest = earliest(...days)
  return oldest === null ? null : addMonths(oldest, intervalMonths)
}

/** When somebody was last told of each subject of which he was told; what he did not take in does not count. */
function toldOn(isms: Isms, one: Person): readonly CalendarDate[] {
  const counted = isms
    .pointing(awarenessRecord, 'person', one.id)
    .filter(({ state, result }) => state === 'active' && result !== 'insufficient')
  return TOPICS.flatMap((topic) => {
    const day = latest(...counted.filter(({ topics }) => topics.includes(topic)).map(({ at }) => at))
    return day === null ? [] : [day]
  })
}
