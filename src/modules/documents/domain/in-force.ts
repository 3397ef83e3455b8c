import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { documentsServing, type Edition } from '../domain.ts'
import type { DocumentType } from '../registers/document.ts'
import { type DocumentVersion, documentVersion } from '../registers/document-version.ts'

const WAS_IN_FORCE: readonly DocumentVersion['state'][] = ['effective', 'superseded', 'archived', 'destroyed']

/** Whether it was put into effect at some time, or is to be from a day on that is set. */
export function wasInForce(version: DocumentVersion): boolean {
  return WAS_IN_FORCE.includes(version.state)
}

/** A version that was put into effect is in force from its first day until it was withdrawn; due for review still counts. */
export function isInForce(version: DocumentVersion, moment: Moment): boolean {
  if (!wasInForce(version)) return false
  if (version.state !== 'effective' && version.withdrawnAt === null) return false
  if (version.effectiveFrom !== null && !moment.reached(version.effectiveFrom)) return false
  return !moment.reached(version.withdrawnAt)
}

/** Versions of a type in force at the moment, the newest last. */
export function inForceAt(isms: Isms, type: DocumentType, moment: Moment): readonly Edition[] {
  return versionsOf(isms, type)
    .filter(({ version }) => isInForce(version, moment))
    .sort((a, b) => (a.version.effectiveFrom ?? '').localeCompare(b.version.effectiveFrom ?? '', 'en'))
}

/** All versions of a type, whatever their state. */
export function versionsOf(isms: Isms, type: DocumentType): readonly Edition[] {
  return documentsServing(isms, type).flatMap((one) =>
    isms.pointing(documentVersion, 'document', one.id).map((version) => ({ document: one, version })),
  )
}
