import type { z } from 'zod'
import { addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { momentOf } from '../../../kernel/moment.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { Language, Words } from '../../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { control } from '../../controls/register.ts'
import { effectiveVersion } from '../../documents/domain.ts'
import { type Document, document } from '../../documents/registers/document.ts'
import { type DocumentVersion, documentVersion } from '../../documents/registers/document-version.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { holdersOf } from '../../people/domain/presence.ts'
import type { adoptDocument, writeDocument, writeDocuments } from '../contract/documents.ts'
import { documentFacts, roleWith } from '../domain/document-facts.ts'
import { type DocumentChoices, documentText, usualChoices } from '../domain/document-form.ts'
import { documentLanguages } from '../domain/document-languages.ts'
import { formOf, paperFor, type StarterDocument } from '../domain/document-set.ts'
import { draftOf, standingOf } from '../domain/document-standing.ts'
import { freeIdentifiers, nextLabel } from '../domain/labels.ts'
import { demandUpdate } from './demand.ts'
import { answersIn, documentId, getStarter } from './documents.ts'

export interface Writer {
  readonly language: Language
  readonly words: (language: Language) => Words
}

/** What is written, by whom and with which marks. */
interface Desk extends Writer {
  readonly ctx: Context
  readonly isms: Isms
  readonly languages: readonly Language[]
  readonly identifier: () => string
}

interface Wanted {
  readonly starter: StarterDocument
  readonly choices: DocumentChoices | null
  readonly texts: readonly { readonly language: Language; readonly text: string }[]
  readonly draft: { readonly id: RecordId; readonly version: number } | null
  readonly owner: RecordId | null
}

async function openDesk(ctx: Context, writer: Writer, languages: readonly Language[] | undefined): Promise<Desk> {
  const isms = await presentState(ctx)
  const own = languages ?? documentLanguages(answersIn(isms), writer.language).own
  const identifier = freeIdentifiers(isms.all(document).map((one) => one.identifier))
  return { ...writer, ctx, isms, languages: [...new Set(own)], identifier }
}

/** Drafts with the usual choices of those that have neither a draft nor a version in force: all of them or none. */
export async function writeMany(
  ctx: Context,
  { keys, languages }: z.infer<typeof writeDocuments.body>,
  writer: Writer,
): Promise<z.input<typeof writeDocuments.reply>> {
  const desk = await openDesk(ctx, writer, languages)
  const lacking = [...new Set(keys)]
    .map(getStarter)
    .map((starter) => ({ starter, paper: paperFor(desk.isms, starter, documentId(ctx, starter)) }))
    .filter(({ paper }) => paper?.state !== 'retired' && isMissing(desk, paper))
    // A paper that does the work of several has one draft, as if they were asked for one after another.
    .filter(({ paper }, at, all) => paper === null || all.findIndex((one) => one.paper?.id === paper.id) === at)
  const changes = lacking.map(({ starter }) =>
    changesFor(desk, { starter, choices: null, texts: [], draft: null, owner: null }),
  )
  await changeAll(ctx, [...changes.flatMap(({ all }) => all), ...required(desk, changes)])
  return { made: lacking.map(({ starter }) => starter.key) }
}

function isMissing({ ctx, isms }: Desk, paper: Document | null): boolean {
  return standingOf(isms, paper, momentOf(ctx.today())).standing === 'missing'
}

/** The document and its draft, both or neither. A draft that was there is written over by the version that was seen. */
export async function writeOne(
  ctx: Context,
  { key, asked }: { readonly key: string; readonly asked: z.infer<typeof writeDocument.body> },
  writer: Writer,
): Promise<z.input<typeof writeDocument.reply>> {
  const starter = getStarter(key)
  const desk = await openDesk(ctx, writer, asked.languages)
  const { choices, texts, draft, owner = null } = asked
  const changes = changesFor(desk, { starter, choices, texts, draft, owner })
  const made = await changeAll(ctx, [...changes.all, ...required(desk, [changes])])
  const version = made.find(({ register }) => register === documentVersion.name)
  if (version === undefined) throw new Error('cannot lose a change')
  return { document: changes.paper.id, id: version.id, version: version.version }
}

interface Changes {
  readonly paper: { readonly id: RecordId; readonly title: string }
  readonly all: readonly ChangeInput[]
}

function changesFor(desk: Desk, wanted: Wanted): Changes {
  const { ctx, isms, languages, language } = desk
  const { starter } = wanted
  const found = paperFor(isms, starter, documentId(ctx, starter))
  const { paper, draft } = found === null ? { paper: null, draft: null } : openPaper(ctx, isms, found)
  refuseOther(draft, wanted)
  const { id, title } = paper ?? { id: documentId(ctx, starter), title: starter.title[languages[0] ?? language] }
  return {
    paper: { id, title },
    all: [paperChange(desk, wanted, paper), versionChange(desk, wanted, { id, draft }), ...linked(desk, starter, id)],
  }
}

/** A paper that is there with its draft, both of which this person may change. */
function openPaper(
  ctx: Context,
  isms: Isms,
  paper: Document,
): { readonly paper: Document; readonly draft: DocumentVersion | null } {
  refuseRetired(paper)
  demandUpdate(ctx, document, paper.owner)
  const draft = draftOf(isms, paper)
  if (draft !== null) demandUpdate(ctx, documentVersion, draft.author)
  return { paper, draft }
}

function refuseRetired({ state }: Document): void {
  if (state === 'retired') throw new Refusal('conflict', 'guide.document-retired')
}

/** The draft is the one that the person saw, or there is none as he saw none; and nobody approved it meanwhile. */
function refuseOther(draft: DocumentVersion | null, { draft: seen }: Wanted): void {
  const isSame = (draft?.id ?? null) === (seen?.id ?? null)
  if (!isSame || draft?.state === 'approved') throw new Refusal('conflict', 'guide.document-settled')
}

/** What is known of how a document is kept, where nobody said so yet (ISO/IEC 27001:2022, 7.5.2 and 7.5.3). */
function kept(desk: Desk, starter: StarterDocument, owner: RecordId | null): JsonObject {
  const { ctx, isms } = desk
  const duty = roleWith(isms, starter.owner) ?? roleWith(isms, 'isms_coordination')
  const roles = starter.audience === 'everyone' ? [] : starter.audience.flatMap((one) => roleWith(isms, one)?.id ?? [])
  return {
    owner: owner ?? holder(desk, starter.owner) ?? holder(desk, 'isms_coordination') ?? ctx.actor.person,
    ownerRole: duty?.id ?? null,
    classification: 'internal',
    audience: { everyone: roles.length === 0, units: [], roles: [...new Set(roles)], people: [] },
    topicControls: [...starter.controls],
    reviewIntervalMonths: starter.months,
    nextReviewAt: addMonths(ctx.today(), starter.months),
    accessLevel: 'organisation',
    keptAt: 'Waarborg',
    retentionMonths: 36,
    disposal: 'destroy',
    isExternal: false,
  }
}

function holder({ ctx, isms }: Desk, duty: string): RecordId | null {
  const found = roleWith(isms, duty)
  return found === null ? null : (holdersOf(isms, found.id, momentOf(ctx.today()))[0]?.id ?? null)
}

/** A document of one's own is completed, never changed, but for an owner that somebody chose. */
function paperChange(desk: Desk, { starter, owner }: Wanted, paper: Document | null): ChangeInput {
  const { ctx, languages, language, identifier } = desk
  const usual = kept(desk, starter, owner)
  if (paper === null) {
    const { type, serves = [], docCode = null, title } = starter
    const own = { title: title[languages[0] ?? language], type, alsoServesAs: [...serves], docCode }
    return {
      register: document.name,
      act: 'create',
      id: documentId(ctx, starter),
      set: { ...own, ...usual, identifier: identifier() },
    }
  }
  const isSilent = (name: string): boolean => {
    const value = Object.entries(paper).find(([field]) => field === name)?.[1]
    return value === null || (Array.isArray(value) && value.length === 0)
  }
  const { audience: _named, ...single } = usual
  const set = Object.fromEntries(Object.entries(single).filter(([name]) => isSilent(name)))
  return {
    register: document.name,
    act: 'update',
    id: paper.id,
    version: paper.version,
    set: {
      ...set,
      ...(paper.identifier === null && { identifier: identifier() }),
      ...(isForNobody(paper) && { audience: usual['audience'] ?? null }),
      ...(owner !== null && { owner }),
    },
  }
}

function isForNobody({ audience: { everyone, units, roles, people } }: Document): boolean {
  return everyone !== true && units.length + roles.length + people.length === 0
}

/** A text per language; what somebody translated into another language stays until he writes it anew. */
function versionChange(
  { ctx, isms, languages, language: spoken, words }: Desk,
  { starter, choices, texts, draft: seen }: Wanted,
  { id, draft }: { readonly id: RecordId; readonly draft: DocumentVersion | null },
): ChangeInput {
  const form = formOf(starter, documentFacts(isms), answersIn(isms))
  const chosen = choices ?? usualChoices(form)
  const [first = { language: spoken, text: '' }, ...rest] = languages.map((language) => ({
    language,
    text: texts.find((one) => one.language === language)?.text ?? documentText(form, chosen, language),
  }))
  const foreign = (draft?.translations ?? []).filter(({ language }) => language !== 'nl' && language !== 'en')
  const set = { format: 'text', ...first, translations: [...rest, ...foreign] }
  if (seen !== null) return { register: documentVersion.name, act: 'update', ...seen, set }
  const versionLabel = nextLabel(isms.pointing(documentVersion, 'document', id))
  const own = {
    document: id,
    versionLabel,
    author: ctx.actor.person,
    changes: words(first.language)('guide.documents.changes'),
  }
  return { register: documentVersion.name, act: 'create', set: { ...own, ...set } }
}

/** The controls whose procedure it is say so, unless they name another (R-A.5.37-1). */
function linked(
  { ctx, isms }: Desk,
  { procedureFor = [] }: StarterDocument,
  procedure: RecordId,
): readonly ChangeInput[] {
  return isms
    .all(control)
    .filter((one) => one.annexA !== null && procedureFor.includes(one.annexA) && one.procedure === null)
    .filter((one) => may(ctx.actor, 'update', control.access, one.owner).ok)
    .map(({ id, version }) => ({
      register: control.name,
      act: 'update',
      id,
      version,
      set: { needsProcedure: true, procedure },
    }))
}

/** What is made here the organisation finds necessary: it comes on its own list, by whoever may write there (R-7.5.1-1). */
function required({ ctx, isms }: Desk, changes: readonly Changes[]): readonly ChangeInput[] {
  const own = isms.all(organisation)[0]
  if (own === undefined || !may(ctx.actor, 'update', organisation.access).ok) return []
  const listed = new Set(own.requiredDocuments.map((one) => one.document))
  const lacking = changes.flatMap(({ paper }) =>
    listed.has(paper.id) ? [] : [{ name: paper.title, document: paper.id }],
  )
  if (lacking.length === 0) return []
  const requiredDocuments = [...own.requiredDocuments.map((row) => ({ ...row })), ...lacking]
  return [{ register: organisation.name, act: 'update', id: own.id, version: own.version, set: { requiredDocuments } }]
}

/**
 * Approval and effect as one, of the text that was read: the version that held makes way, and the next review counts from
 * today. There is no way to approve several at once: whoever approves has opened each of them.
 */
export async function adoptOne(
  ctx: Context,
  { key, id, version }: { readonly key: string } & z.infer<typeof adoptDocument.body>,
): Promise<z.input<typeof adoptDocument.reply>> {
  const isms = await presentState(ctx)
  const starter = getStarter(key)
  const paper = paperFor(isms, starter, documentId(ctx, starter))
  const draft = paper === null ? null : draftOf(isms, paper)
  if (paper === null || draft === null || draft.id !== id) throw new Refusal('not_found', 'record.unknown')
  refuseRetired(paper)
  const register = documentVersion.name
  const isApproved = draft.state === 'approved'
  const inForce = effectiveVersion(isms, paper)
  const nextReviewAt = addMonths(ctx.today(), paper.reviewIntervalMonths ?? starter.months)
  await changeAll(ctx, [
    ...(isApproved ? [] : [{ register, act: 'approve', id, version }]),
    ...(inForce === null ? [] : [{ register, act: 'supersede', id: inForce.id }]),
    { register: document.name, act: 'update', id: paper.id, version: paper.version, set: { nextReviewAt } },
  ])
  const [made] = await changeAll(ctx, [{ register, act: 'putIntoEffect', id, ...(isApproved && { version }) }])
  return { id, version: made?.version ?? version }
}
