import type { Language } from '../../../../kernel/text.ts'
import type {
  readDocumentGuide,
  readDocumentsGuide,
  writeDocument,
} from '../../../../modules/guides/contract/documents.ts'
import type { BodyOf, ReplyOf } from '../../../client.ts'
import type { Severity } from '../../../kit/Mark.tsx'

export type DocumentsReply = ReplyOf<typeof readDocumentsGuide>
export type DocumentReply = ReplyOf<typeof readDocumentGuide>
export type DocumentBody = BodyOf<typeof writeDocument>
export type DocumentLine = DocumentsReply['lines'][number]

export const PARTS = ['list', 'write', 'approve'] as const
export type Part = (typeof PARTS)[number]

/** How far a document is, as a mark: nothing there, not in force yet, to be looked at, in force. */
export const STANDING_MARKS = {
  missing: 'minor',
  draft: 'question',
  review: 'improve',
  in_force: 'ok',
} as const satisfies Record<DocumentLine['standing'], Severity>

/** As somebody named it; a title of the starter set in the language of whoever looks. */
export function titleOf({ document: paper, title }: DocumentLine, language: Language): string {
  if (paper === null || paper.title === title.nl || paper.title === title.en) return title[language]
  return paper.title
}

export function needed({ lines }: Pick<DocumentsReply, 'lines'>): readonly DocumentLine[] {
  return lines.filter(({ need }) => need.is !== 'no')
}

export function missing(reply: Pick<DocumentsReply, 'lines'>): readonly DocumentLine[] {
  return needed(reply).filter(({ standing }) => standing === 'missing')
}

/** Drafts, of whatever document: what is there waits for a word, needed or not. */
export function drafts({ lines }: Pick<DocumentsReply, 'lines'>): readonly DocumentLine[] {
  return lines.filter(({ draft }) => draft !== null)
}

export function leftIn(part: Part, reply: DocumentsReply): number | null {
  if (part === 'list') return missing(reply).length
  return part === 'approve' ? drafts(reply).length : null
}

/** The document that an address names, else the first that nobody wrote yet, else the first draft, else the first. */
export function lineToWrite(reply: DocumentsReply, key: string | null): DocumentLine | null {
  const { lines } = reply
  const named = lines.find((line) => line.key === key)
  return named ?? missing(reply)[0] ?? drafts(reply)[0] ?? lines[0] ?? null
}

export function lineToApprove(reply: DocumentsReply, key: string | null): DocumentLine | null {
  const waiting = drafts(reply)
  return waiting.find((line) => line.key === key) ?? waiting[0] ?? null
}

/** The ones before and after in the list of what is needed; null at its ends. */
export function besides(
  reply: DocumentsReply,
  key: string,
): { readonly before: DocumentLine | null; readonly after: DocumentLine | null } {
  const all = needed(reply)
  const at = all.findIndex((line) => line.key === key)
  return { before: all[at - 1] ?? null, after: all[at + 1] ?? null }
}
