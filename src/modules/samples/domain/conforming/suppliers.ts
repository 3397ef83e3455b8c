import type { RecordId } from '../../../../kernel/register.ts'
import { supplier } from '../../../suppliers/register.ts'
import { supplierReview } from '../../../suppliers/registers/supplier-review.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import type { Things } from './things.ts'

export interface Supplying {
  /** Of the host first, of each supplier oldest first. */
  readonly supplierReviews: readonly RecordId[]
}

/** What has to be settled with a supplier before it gets at anything. */
function arrange(
  build: Builder,
  { id, index, risk }: { readonly id: RecordId; readonly index: number; readonly risk: RecordId },
  people: People,
  scheme: Scheme,
): void {
  const isProcessor = index % 4 === 0
  build.set(supplier, id, {
    delivers: 'Een dienst die wij niet zelf doen.',
    processesPersonalData: isProcessor,
    requirements: 'Beveiliging op het niveau van ISO/IEC 27001, en incidenten binnen een dag melden.',
    assessedAt: scheme.after({ days: 30 }),
    assessment: 'Vragenlijst en certificaat bekeken; goed genoeg voor wat zij doen.',
    risks: [risk],
    approvedBy: people.approver,
    approvedAt: scheme.after({ days: 32 }),
    contract: {
      agreedAt: scheme.after({ days: 35 }),
      endsAt: null,
      securityClauses: true,
      processorAgreementSignedAt: isProcessor ? scheme.after({ days: 35 }) : null,
      incidentNoticeHours: 24,
      assuranceRight: true,
      exit: 'Gegevens binnen dertig dagen terug, en daarna gewist.',
      documents: [],
    },
    accessStart: scheme.after({ days: 40 }),
    ...(index === 0 && {
      assuranceDocuments: [
        { type: 'iso27001', name: 'ISO/IEC 27001-certificaat', validUntil: scheme.ahead({ months: 18 }), file: null },
      ],
    }),
  })
}

/** Suppliers that were assessed, agreed with and are reviewed every year. */
export function addSupplying(
  build: Builder,
  org: People & Things & { readonly risks: readonly RecordId[] },
  scheme: Scheme,
): Supplying {
  const turns = scheme.turns({ months: 12 }, { days: 40 })
  const supplierReviews = org.suppliers.flatMap((id, index) => {
    const risk = org.risks[index % org.risks.length]
    if (risk === undefined) throw new Error('cannot link a supplier to no risk')
    arrange(build, { id, index, risk }, org, scheme)
    return turns.map((doneAt, turn) =>
      build.add(
        supplierReview,
        {
          supplier: id,
          plannedAt: doneAt,
          reviewer: org.officer,
          doneAt,
          lookedAt: ['agreements', 'incidents', 'assurance'],
          result: 'good',
          conclusion: 'Doet wat is afgesproken; geen incidenten.',
        },
        { key: `supplier_review.${index + 1}.${turn + 1}`, state: 'done' },
      ),
    )
  })
  return { supplierReviews }
}
