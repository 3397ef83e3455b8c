import type { Isms } from '../../kernel/isms.ts'
import { canonical } from '../../kernel/json.ts'
import type { DerivationFacts, GuardDecision } from '../../kernel/module.ts'
import type { RecordId } from '../../kernel/register.ts'
import { person } from '../people/registers/person.ts'
import type { Acknowledgement } from './registers/acknowledgement.ts'
import { type Document, type DocumentType, document } from './registers/document.ts'
import { type DocumentVersion, documentVersion } from './registers/document-version.ts'

/** Types that top management itself must approve (ISO/IEC 27001:2022, 5.2 and R-4.3-1). */
const TOP_MANAGEMENT_TYPES: readonly DocumentType[] = ['infosec_policy', 'scope']

export interface Edition {
  readonly document: Document
  readonly version: DocumentVersion
}

export function servesAs(record: Document, type: DocumentType): boolean {
  return record.type === type || record.alsoServesAs.includes(type)
}

/** Documents that count and that do the work of this type. */
export function documentsServing(isms: Isms, type: DocumentType): readonly Document[] {
  return isms.all(document).filter((record) => record.state === 'active' && servesAs(record, type))
}

/** The version that holds; null where none does. `effectiveFrom` is left to the rule, which alone may look at t. */
export function effectiveVersion(isms: Isms, record: Document): DocumentVersion | null {
  const versions = isms.pointing(documentVersion, 'document', record.id)
  return versions.findLast(({ state }) => state === 'effective') ?? null
}

/** `inForce(type)` of the specification (readiness 1.8): every document of the type with its effective version. */
export function inForce(isms: Isms, type: DocumentType): readonly Edition[] {
  return documentsServing(isms, type).flatMap((record) => {
    const version = effectiveVersion(isms, record)
    return version === null ? [] : [{ document: record, version }]
  })
}

/** The policy and the scope are approved by somebody who stands in the register of people as top management. */
export function mayApprove(isms: Isms, version: DocumentVersion, by: RecordId | null): GuardDecision {
  const parent = isms.find(document, version.document)
  const needsTop = parent !== null && TOP_MANAGEMENT_TYPES.some((type) => servesAs(parent, type))
  if (needsTop && isms.find(person, by)?.isTopManagement !== true) {
    return { ok: false, why: 'document_version.needs-top-management' }
  }
  return { ok: true }
}

/** At most one version of a document holds at a time (R-7.5.3-1). */
export function mayPutIntoEffect(isms: Isms, version: DocumentVersion): GuardDecision {
  const parent = isms.find(document, version.document)
  const current = parent === null ? null : effectiveVersion(isms, parent)
  return current === null || current.id === version.id
    ? { ok: true }
    : { ok: false, why: 'document_version.other-effective' }
}

/** A receipt that was given here is given by the reader, by nobody else. */
export function mayAcknowledge(record: Acknowledgement, by: RecordId | null): GuardDecision {
  return record.channel !== 'waarborg' || record.person === by
    ? { ok: true }
    : { ok: false, why: 'acknowledgement.not-own' }
}

/** What the version holds as one hash, and the hash that was approved: together they show a change after approval (R-7.5.3-1). */
export function hashes(
  after: Pick<DocumentVersion, 'file' | 'text' | 'translations' | 'approvedHash'>,
  { act, digest }: Pick<DerivationFacts, 'act' | 'digest'>,
): Pick<DocumentVersion, 'contentHash' | 'approvedHash'> {
  const words = wordsOf(after)
  const contentHash = after.file ?? (words === null ? null : digest(words))
  return { contentHash, approvedHash: act === 'approve' ? contentHash : after.approvedHash }
}

/** A text in one language is its own words, as it was before there were translations: what was approved then stays approved. */
function wordsOf({ text, translations }: Pick<DocumentVersion, 'text' | 'translations'>): string | null {
  return translations.length === 0 ? text : canonical([text, ...translations.map((one) => [one.language, one.text])])
}

/** A text of a version; the language is null where nobody said which it is. */
export interface TextIn<Language> {
  readonly language: Language | null
  readonly text: string
}

/** What a version says, in each language that it has; its own first. */
export function textsOf({
  language,
  text,
  translations,
}: Pick<DocumentVersion, 'language' | 'text' | 'translations'>): readonly TextIn<DocumentVersion['language']>[] {
  return [{ language, text }, ...translations].flatMap((one) =>
    one.text === null ? [] : [{ language: one.language, text: one.text }],
  )
}

/** The text that somebody reads who prefers a language; the first where there is none in it. */
export function textFor<Language extends string>(
  texts: readonly TextIn<Language>[],
  language: string,
): TextIn<Language> | null {
  return texts.find((one) => one.language === language) ?? texts[0] ?? null
}
