import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { type ContextDetermination, contextDetermination } from '../../context/registers/context-determination.ts'
import { type ContextIssue, contextIssue } from '../../context/registers/context-issue.ts'
import { titlesIn } from '../../statements/service/read.ts'
import type { addIssue, readContextGuide, writeClimate } from '../contract/context.ts'
import { climateIn, climateIssues, PROMPTS, prompted } from '../domain/context.ts'
import { allowedToSign, demandUpdate } from './demand.ts'

type Reply = z.input<typeof readContextGuide.reply>

export async function contextGuide(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Reply> {
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const decided = climateIn(isms)
  return {
    prompts: prompted(isms).map(({ prompt: { name, kind }, issues, ready }) => ({
      name,
      kind,
      issues: issues.map(issueOf),
      ready,
    })),
    climate: {
      determination: decided === null ? null : determinationOf(decided),
      issues: climateIssues(isms).map(issueOf),
    },
    can: {
      write: may(ctx.actor, 'update', contextIssue.access).ok,
      decide: allowedToSign(ctx, 'approve', contextDetermination),
    },
    titles: titlesIn(isms, ctx.registry, decided?.decidedBy === null || decided === null ? [] : [decided.decidedBy]),
  }
}

function issueOf({ id, version, number, title, effect, state }: ContextIssue): Reply['climate']['issues'][number] {
  return { id, version, number, title, effect, state }
}

function determinationOf(of: ContextDetermination): NonNullable<Reply['climate']['determination']> {
  const { id, version, state, relevant, rationale, decidedBy, decidedAt } = of
  return { id, version, state, relevant, rationale, decidedBy, decidedAt }
}

/** Made and counting at once, looked at today, on the name of whoever wrote it down. */
function issueChanges(ctx: Context, id: RecordId, set: ChangeInput['set']): readonly ChangeInput[] {
  const register = contextIssue.name
  const own = { owner: ctx.actor.person, lastReviewedAt: ctx.today() }
  return [
    { register, act: 'create', id, set: { ...set, ...own } },
    { register, act: 'activate', id },
  ]
}

export async function nameIssue(
  ctx: Context,
  { prompt, title, effect }: z.infer<typeof addIssue.body>,
): Promise<z.input<typeof addIssue.reply>> {
  demandUpdate(ctx, contextIssue, ctx.actor.person)
  const found = PROMPTS.find(({ name }) => name === prompt)
  if (found === undefined) throw new Refusal('not_found', 'record.unknown')
  const id = ctx.newId()
  await changeAll(ctx, issueChanges(ctx, id, { title, effect, kind: found.kind, topic: found.topics[0] }))
  return { id }
}

/** The determination, and the issue that it leads to, both or neither. What was decided stays: it is reopened first. */
export async function determineClimate(
  ctx: Context,
  { determination: seen, relevant, rationale, issue }: z.infer<typeof writeClimate.body>,
  words: Words,
): Promise<z.input<typeof writeClimate.reply>> {
  const isms = await presentState(ctx)
  const known = climateIn(isms)
  refuseOther(ctx, known, seen)
  const id = ctx.newId()
  const isNew = relevant && issue !== null
  const made = isNew
    ? issueChanges(ctx, id, { title: issue, effect: rationale, kind: 'external', topic: 'climate' })
    : []
  const linked = relevant ? linksFor(isms, known, isNew ? [id] : []) : []
  const register = contextDetermination.name
  const title = words('guide.context.climate')
  const set = { relevant, rationale, linked }
  const determination: ChangeInput =
    seen === null
      ? { register, act: 'create', set: { ...set, title, topic: 'climate_change' } }
      : { register, act: 'update', ...seen, set }
  const last = (await changeAll(ctx, [...made, determination])).at(-1)
  if (last === undefined) throw new Error('cannot lose a change')
  return { id: last.id, version: last.version }
}

/** The determination is the one that the person saw, and may be changed by him. */
function refuseOther(
  ctx: Context,
  known: ContextDetermination | null,
  seen: z.infer<typeof writeClimate.body>['determination'],
): void {
  if ((known?.id ?? null) !== (seen?.id ?? null)) throw new Refusal('conflict', 'guide.climate-settled')
  if (known !== null) demandUpdate(ctx, contextDetermination, null)
}

/** What was linked stays, and every issue about climate belongs to it. */
function linksFor(isms: Isms, known: ContextDetermination | null, made: readonly RecordId[]): RecordId[] {
  const issues = climateIssues(isms).map(({ id }) => id)
  return [...new Set([...(known?.linked ?? []), ...issues, ...made])]
}
