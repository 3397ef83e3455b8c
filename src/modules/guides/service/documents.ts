import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import { type Moment, momentOf } from '../../../kernel/moment.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { LANGUAGES, type Language } from '../../../kernel/text.ts'
import { stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { mayApprove, textsOf } from '../../documents/domain.ts'
import type { DocumentVersion, TEXT_LANGUAGES } from '../../documents/registers/document-version.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import type { Answers } from '../../interviews/domain/chapters.ts'
import { interview } from '../../interviews/register.ts'
import { idFrom } from '../../samples/domain/identity.ts'
import { titlesIn } from '../../statements/service/read.ts'
import type { readDocumentGuide, readDocumentsGuide } from '../contract/documents.ts'
import { documentFacts } from '../domain/document-facts.ts'
import {
  choicesIn,
  type DocumentChoices,
  type DocumentForm,
  isMadeFrom,
  usualChoices,
} from '../domain/document-form.ts'
import { documentLanguages } from '../domain/document-languages.ts'
import {
  formOf,
  leftOut,
  needOf,
  paperFor,
  type StarterDocument,
  starterDocument,
  starterDocuments,
} from '../domain/document-set.ts'
import { standingOf } from '../domain/document-standing.ts'
import { allowed } from './demand.ts'

type Reply = z.input<typeof readDocumentsGuide.reply>
type Line = Reply['lines'][number]
type OneReply = z.input<typeof readDocumentGuide.reply>

interface Asked {
  readonly at?: CalendarDate | undefined
  readonly mode: AsOfMode
}

export function answersIn(isms: Isms): Answers {
  return isms.all(interview)[0] ?? {}
}

/** By the ledger, which every copy of the organisation shares: a document is made once, whoever makes it. */
export function documentId(ctx: Context, { key }: StarterDocument): RecordId {
  return idFrom(`documents/${ctx.ledger}/${key}`)
}

export function getStarter(key: string): StarterDocument {
  const starter = starterDocument(key)
  if (starter === null) throw new Refusal('not_found', 'guide.no-document')
  return starter
}

/** Every document of the set: whether this organisation needs it, and how far it is. */
export async function documentsGuide(ctx: Context, asked: Asked, language: Language): Promise<Reply> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const lines = starterDocuments().map((starter) => lineOf(ctx, isms, starter, momentOf(day)))
  return {
    lines,
    languages: documentLanguages(answersIn(isms), language),
    can: { write: mayWrite(ctx), approve: allowed(ctx, 'approve', documentVersion) },
    titles: titlesIn(isms, ctx.registry, lines.flatMap(namedIn)),
  }
}

function lineOf(ctx: Context, isms: Isms, starter: StarterDocument, moment: Moment): Line {
  const { key, title, about, type, controls } = starter
  const found = paperFor(isms, starter, documentId(ctx, starter))
  const isRetired = found?.state === 'retired'
  const paper = isRetired ? null : found
  const { standing, draft, inForce, readers } = standingOf(isms, paper, moment)
  return {
    key,
    title,
    about,
    type,
    controls,
    need: isRetired ? { is: 'no', why: 'retired' } : needOf(starter, answersIn(isms), leftOut(isms)),
    standing,
    document: paper === null ? null : shownPaper(paper),
    draft: draft === null ? null : editionOf(draft),
    inForce: inForce === null ? null : editionOf(inForce),
    readers,
  }
}

function shownPaper({ id, number, title, owner, ownerRole, nextReviewAt }: NonNullable<Line['document']>) {
  return { id, number, title, owner, ownerRole, nextReviewAt }
}

function editionOf(one: DocumentVersion): NonNullable<Line['draft']> {
  const { id, version, versionLabel, state, author, approvedBy, effectiveFrom } = one
  return { id, version, versionLabel, state, author, approvedBy, effectiveFrom }
}

function namedIn({ document: paper, draft, inForce }: Line): readonly RecordId[] {
  const editions = [draft, inForce].flatMap((one) => [one?.author ?? null, one?.approvedBy ?? null])
  return [paper?.owner ?? null, paper?.ownerRole ?? null, ...editions].filter((one) => one !== null)
}

function mayWrite(ctx: Context): boolean {
  return may(ctx.actor, 'create', documentVersion.access).ok
}

/** One document, with what can be chosen in it and what it says so far. */
export async function documentGuide(ctx: Context, key: string, asked: Asked, language: Language): Promise<OneReply> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const starter = getStarter(key)
  const line = lineOf(ctx, isms, starter, momentOf(day))
  const form = formOf(starter, documentFacts(isms), answersIn(isms))
  const shown = isms.find(documentVersion, line.draft?.id ?? line.inForce?.id ?? null)
  const texts = shown === null ? [] : namedTexts(shown, documentLanguages(answersIn(isms), language).own)
  return {
    line,
    form,
    choices: choicesFrom(form, texts),
    texts: texts.map((one) => ({ ...one, isHandWritten: !isMade(form, one) })),
    me: ctx.actor.person,
    can: { write: mayWrite(ctx), approve: decisionOn(ctx, isms, line) },
    titles: titlesIn(isms, ctx.registry, [...namedIn(line), ...(ctx.actor.person === null ? [] : [ctx.actor.person])]),
  }
}

interface Text {
  readonly language: (typeof TEXT_LANGUAGES)[number]
  readonly text: string
}

/** A text that does not say which language it is in is taken for the one that leads here. */
function namedTexts(version: DocumentVersion, own: readonly Language[]): readonly Text[] {
  return textsOf(version).map(({ language, text }) => ({ language: language ?? own[0] ?? 'nl', text }))
}

function ownLanguage(language: string): Language | null {
  return LANGUAGES.find((one) => one === language) ?? null
}

function choicesFrom(form: DocumentForm, texts: readonly Text[]): DocumentChoices {
  for (const { language, text } of texts) {
    const own = ownLanguage(language)
    if (own !== null) return choicesIn(form, text, own)
  }
  return usualChoices(form)
}

function isMade(form: DocumentForm, { language, text }: Text): boolean {
  const own = ownLanguage(language)
  return own !== null && isMadeFrom(form, text, own)
}

function decisionOn(ctx: Context, isms: Isms, { draft }: Line): OneReply['can']['approve'] {
  const decision = allowed(ctx, 'approve', documentVersion)
  if (!decision.ok) return decision
  const version = isms.find(documentVersion, draft?.id ?? null)
  return version === null ? { ok: false, why: 'guide.no-document-draft' } : mayApprove(isms, version, ctx.actor.person)
}
