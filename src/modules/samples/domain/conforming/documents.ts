import { addMonths } from '../../../../kernel/calendar.ts'
import type { CalendarDate, InputOf, RecordId } from '../../../../kernel/register.ts'
import { type Document, document } from '../../../documents/registers/document.ts'
import { documentVersion } from '../../../documents/registers/document-version.ts'
import type { Builder } from '../builder.ts'
import { addReviewed } from './reviewed.ts'
import type { Scheme } from './scheme.ts'

export interface DocumentWanted {
  readonly title: string
  readonly type: NonNullable<Document['type']>
  readonly owner: RecordId
  /** Somebody else than the owner, and of top management where the policy or the scope is concerned. */
  readonly approver: RecordId
  /** What it is known by in the story: `document.policy`. */
  readonly key?: string
  readonly identifier?: string
  readonly text?: string
  readonly approvedAt?: CalendarDate
  readonly also?: InputOf<typeof document>
  readonly version?: InputOf<typeof documentVersion>
}

export interface DocumentMade {
  readonly document: RecordId
  readonly version: RecordId
}

/** From how many months before the day asked about the yearly review was held. */
const REVIEWED_MONTHS_AGO = 7

/**
 * A document in force, with all that clause 7.5 asks of any: identified, approved before use, reviewed every year, with
 * access, retention and disposal settled.
 */
export function addDocument(build: Builder, scheme: Scheme, wanted: DocumentWanted): DocumentMade {
  const { title, type, owner, approver } = wanted
  const approvedAt = wanted.approvedAt ?? scheme.after({ days: 30 })
  const ordinal = build.all(document).length + 1
  const made = addReviewed(
    build,
    document,
    {
      title,
      type,
      identifier: wanted.identifier ?? `ISMS-${String(ordinal).padStart(3, '0')}`,
      owner,
      classification: 'internal',
      audience: { everyone: true, units: [], roles: [], people: [] },
      accessLevel: 'organisation',
      keptAt: 'Waarborg',
      retentionMonths: 36,
      disposal: 'destroy',
      reviewIntervalMonths: 12,
      isExternal: false,
      ...wanted.also,
    },
    {
      first: approvedAt,
      turns: scheme.turns({ months: 12 }, { months: REVIEWED_MONTHS_AGO }),
      on: (day) => ({
        ...(day > approvedAt && { reviewedBy: owner, reviewedAt: day }),
        nextReviewAt: addMonths(day, 12),
      }),
      ...(wanted.key !== undefined && { key: wanted.key }),
    },
  )
  const version = build.add(
    documentVersion,
    {
      document: made,
      versionLabel: '1.0',
      format: 'text',
      text: wanted.text ?? `<p>Zo doen wij dit: ${title}. De eigenaar houdt het bij en kijkt er ieder jaar naar.</p>`,
      author: owner,
      approvedBy: approver,
      approvedAt,
      effectiveFrom: approvedAt,
      ...wanted.version,
    },
    { state: 'effective' },
  )
  return { document: made, version }
}
