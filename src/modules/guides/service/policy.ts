import type { z } from 'zod'
import { addMonths } from '../../../kernel/calendar.ts'
import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { dropDraft, findDraft } from '../../../platform/store/drafts.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { documentsServing, effectiveVersion, mayApprove } from '../../documents/domain.ts'
import { type Document, document } from '../../documents/registers/document.ts'
import { type DocumentVersion, documentVersion } from '../../documents/registers/document-version.ts'
import { isTopManagement } from '../../people/domain/presence.ts'
import { titlesIn } from '../../statements/service/read.ts'
import type { adoptPolicy, readPolicyGuide, writePolicy } from '../contract/policy.ts'
import { draftOf } from '../domain/document-standing.ts'
import { freeIdentifiers, nextLabel } from '../domain/labels.ts'
import { policyFacts, policyGaps, policyText, type Voice } from '../domain/policy.ts'
import { allowed, demandUpdate } from './demand.ts'

type Reply = z.input<typeof readPolicyGuide.reply>

/** The document that is the policy, its version that is being written and the one that holds. */
function policyIn(isms: Isms): {
  readonly document: Document | null
  readonly draft: DocumentVersion | null
  readonly inForce: DocumentVersion | null
} {
  const paper = documentsServing(isms, 'infosec_policy').at(-1) ?? null
  if (paper === null) return { document: null, draft: null, inForce: null }
  return { document: paper, draft: draftOf(isms, paper), inForce: effectiveVersion(isms, paper) }
}

export async function policyGuide(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
  account: string,
): Promise<Reply> {
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const facts = policyFacts(isms)
  const { draft, inForce } = policyIn(isms)
  const typed = await findDraft(ctx, { account, register: documentVersion.name, record: draft?.id ?? 'new' })
  const text = typed?.set['text']
  const ids = [draft, inForce].flatMap((one) => (one === null ? [] : peopleIn(one)))
  return {
    facts,
    gaps: policyGaps(facts),
    draft: draft === null ? null : editionOf(draft),
    inForce: inForce === null ? null : editionOf(inForce),
    typed: typeof text === 'string' ? text : null,
    me: ctx.actor.person,
    can: { write: may(ctx.actor, 'update', documentVersion.access).ok, approve: decisionOn(ctx, isms, draft) },
    titles: titlesIn(isms, ctx.registry, ids),
  }
}

function editionOf(one: DocumentVersion): NonNullable<Reply['draft']> {
  const { id, version, versionLabel, state, text, author, approvedBy, effectiveFrom, contentFlags } = one
  return { id, version, versionLabel, state, text, author, approvedBy, effectiveFrom, contentFlags }
}

function peopleIn({ author, approvedBy, contentFlags }: DocumentVersion): readonly RecordId[] {
  return [author, approvedBy, ...Object.values(contentFlags).map(({ reviewer }) => reviewer)].filter(
    (id) => id !== null,
  )
}

function decisionOn(ctx: Context, isms: Isms, draft: DocumentVersion | null): Reply['can']['approve'] {
  const decision = allowed(ctx, 'approve', documentVersion)
  if (!decision.ok) return decision
  if (draft === null) return { ok: false, why: 'guide.no-draft' }
  return mayApprove(isms, draft, ctx.actor.person)
}

/** What a policy is kept like, unless somebody says otherwise (ISO/IEC 27001:2022, 7.5.3). */
const KEPT = {
  type: 'infosec_policy',
  docCode: 'D-02',
  audience: { everyone: true, units: [], roles: [], people: [] },
  topicControls: ['5.1'],
  reviewIntervalMonths: 12,
  accessLevel: 'organisation',
  retentionMonths: 36,
  disposal: 'destroy',
} as const

type Asked = z.infer<typeof writePolicy.body>

/**
 * The document and its draft, both or neither. A draft that was there is written over by its version, so that nobody's
 * words are lost unseen; the content is left to be looked at by a person.
 */
export async function write(
  ctx: Context,
  asked: Asked,
  { account, ...voice }: Voice & { readonly account: string },
): Promise<z.input<typeof writePolicy.reply>> {
  const isms = await presentState(ctx)
  const facts = policyFacts(isms)
  if (policyGaps(facts).length > 0) throw new Refusal('conflict', 'guide.policy-gaps')
  const { document: paper, draft } = policyIn(isms)
  refuseOther(draft, asked)
  if (paper !== null) demandUpdate(ctx, document, paper.owner)
  if (draft !== null) demandUpdate(ctx, documentVersion, draft.author)
  const id = paper?.id ?? ctx.newId()
  const text = policyText(facts, asked.choices, voice)
  const version: ChangeInput =
    asked.draft === null
      ? newVersion(ctx, isms, { document: id, text, changes: voice.words('guide.policy.changes') })
      : {
          register: documentVersion.name,
          act: 'update',
          ...asked.draft,
          set: { format: 'text', text, contentFlags: {} },
        }
  const papers = paperChange(ctx, isms, { id, paper, outsiders: asked.choices.outsiders, ...voice })
  const made = (await changeAll(ctx, [papers, version])).at(-1)
  if (made === undefined) throw new Error('cannot lose a change')
  for (const record of ['new', made.id]) await dropDraft(ctx, { account, register: documentVersion.name, record })
  return { document: id, id: made.id, version: made.version }
}

/** The draft is the one that the person saw, or there is none as he saw none; and nobody approved it meanwhile. */
function refuseOther(draft: DocumentVersion | null, { draft: seen }: Asked): void {
  const isSame = (draft?.id ?? null) === (seen?.id ?? null)
  if (!isSame || draft?.state === 'approved') throw new Refusal('conflict', 'guide.policy-settled')
}

interface Paper extends Voice {
  readonly id: RecordId
  readonly paper: Document | null
  readonly outsiders: Asked['choices']['outsiders']
}

/** The document as the choices have it. Who decided how outsiders get it is asked anew where that changes. */
function paperChange(ctx: Context, isms: Isms, { id, paper, outsiders, words }: Paper): ChangeInput {
  const availability = { externalAvailability: outsiders }
  if (paper !== null) {
    const decided = paper.externalAvailability === outsiders ? {} : { externalDecidedBy: null }
    return { register: document.name, act: 'update', id, set: { ...availability, ...decided } }
  }
  const title = words('guide.policy.documentTitle')
  const identifier = freeIdentifiers(isms.all(document).map((one) => one.identifier))()
  const kept = { ...KEPT, title, identifier, owner: ownerFor(ctx, isms), nextReviewAt: addMonths(ctx.today(), 12) }
  return { register: document.name, act: 'create', id, set: { ...kept, ...availability } }
}

function newVersion(
  ctx: Context,
  isms: Isms,
  set: { readonly document: RecordId; readonly text: string; readonly changes: string },
): ChangeInput {
  const versionLabel = nextLabel(isms.pointing(documentVersion, 'document', set.document))
  const own = { versionLabel, format: 'text', author: ctx.actor.person }
  return { register: documentVersion.name, act: 'create', set: { ...set, ...own } }
}

/** Top management answers for the policy: the one who writes, if he belongs to it, else nobody until somebody is named. */
function ownerFor(ctx: Context, isms: Isms): RecordId | null {
  return isTopManagement(isms, ctx.actor.person) ? ctx.actor.person : null
}

/**
 * Approval and effect as one: the version that held makes way. Whoever approves the text decides with it how outsiders get
 * it, because it says so (ISO/IEC 27001:2022, 5.2 g).
 */
export async function adopt(
  ctx: Context,
  { id, version }: z.infer<typeof adoptPolicy.body>,
): Promise<z.input<typeof adoptPolicy.reply>> {
  const { document: paper, draft, inForce } = policyIn(await presentState(ctx))
  if (paper === null || draft === null || draft.id !== id) throw new Refusal('not_found', 'record.unknown')
  const register = documentVersion.name
  const approval: readonly ChangeInput[] = draft.state === 'approved' ? [] : [{ register, act: 'approve', id, version }]
  const before: readonly ChangeInput[] = inForce === null ? [] : [{ register, act: 'supersede', id: inForce.id }]
  const decided: readonly ChangeInput[] =
    paper.externalDecidedBy === null && paper.externalAvailability !== null
      ? [{ register: document.name, act: 'update', id: paper.id, set: { externalDecidedBy: ctx.actor.person } }]
      : []
  await changeAll(ctx, [...approval, ...before, ...decided])
  const [made] = await changeAll(ctx, [{ register, act: 'putIntoEffect', id }])
  return { id, version: made?.version ?? version }
}
