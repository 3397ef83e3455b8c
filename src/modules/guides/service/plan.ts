import type { z } from 'zod'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { type Action, action } from '../../actions/register.ts'
import { currentPlan } from '../../treatments/domain/treated.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import { type TreatmentPlan, treatmentPlan } from '../../treatments/registers/treatment-plan.ts'
import type { planTreatments, publishPlan, readPlanGuide } from '../contract/plan.ts'
import { type Treating, treatings, unfinishedAction } from '../domain/treating.ts'
import { workInput } from './deciding.ts'
import { demandUpdate } from './demand.ts'
import { type AskedOn, mayTreat, measuresIn, treatingReply, usualIn } from './treatment.ts'

/** The plan as it follows from the treatments, as of a day. */
export async function planGuide(ctx: Context, asked: AskedOn): Promise<z.input<typeof readPlanGuide.reply>> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const moment = momentOf(day)
  const published = currentPlan(isms, moment)
  const lines = linesOf(ctx, isms, day)
  return {
    lines: lines.map((one) => treatingReply(ctx, one, { isms, moment, kept: [] })),
    measures: measuresIn(isms),
    draft: editionOf(draftIn(isms)),
    published: editionOf(published),
    nextLabel: nextLabel(isms),
    changed: published === null ? [] : changedSince(lines, published),
    can: {
      plan: may(ctx.actor, 'create', action.access).ok,
      publish: may(ctx.actor, 'update', treatmentPlan.access).ok,
    },
  }
}

/** What is treated; what is kept as it is needs no work. */
function linesOf(ctx: Context, isms: Isms, day: string): readonly Treating[] {
  return treatings(isms, momentOf(day), usualIn(ctx)).filter((one) => one.treatment?.option !== 'retain')
}

function draftIn(isms: Isms): TreatmentPlan | null {
  return isms.all(treatmentPlan).findLast(({ state }) => state === 'draft') ?? null
}

function editionOf(plan: TreatmentPlan | null): z.input<typeof readPlanGuide.reply>['draft'] {
  if (plan === null) return null
  const { id, version, number, title, versionLabel, state, owner, publishedAt, publishedBy } = plan
  return { id, version, number, title, versionLabel, state, owner, publishedAt, publishedBy }
}

/** The label of the draft, where it is no 0.1 and no other version has it; else the first of 1.0, 1.1 … that is free. */
function nextLabel(isms: Isms): string {
  const draft = draftIn(isms)
  const taken = new Set(
    isms.all(treatmentPlan).flatMap((one) => (one.id === draft?.id ? [] : (one.versionLabel ?? []))),
  )
  const label = draft?.versionLabel ?? '0'
  if (!label.startsWith('0') && !taken.has(label)) return label
  let minor = 0
  while (taken.has(`1.${minor}`)) minor += 1
  return `1.${minor}`
}

/** Lines of which a treatment changed after the day of publishing. */
function changedSince(lines: readonly Treating[], { publishedAt, id }: TreatmentPlan): readonly string[] {
  return lines
    .filter(({ treatment: one }) => one === null || one.plan !== id || (one.changedAt ?? '') > (publishedAt ?? ''))
    .map(({ risk: { id: of } }) => of)
}

/** What is left empty stays as it is. Whole or not at all; refused as stale where an action was changed meanwhile. */
export async function planWorkOf(
  ctx: Context,
  { lines: asked }: z.infer<typeof planTreatments.body>,
  words: Words,
): Promise<z.input<typeof planTreatments.reply>> {
  const isms = await presentState(ctx)
  const known = new Map(linesOf(ctx, isms, ctx.today()).map((one) => [one.risk.id, one]))
  const inputs = asked.map((line): ChangeInput => {
    const one = known.get(line.risk)
    if (one === undefined) throw new Refusal('not_found', 'record.unknown')
    if (!mayTreat(ctx, isms, one.risk)) throw new Refusal('forbidden', 'permission.role')
    return lineInput(isms, one, line, words)
  })
  const made = await changeAll(ctx, oncePerAction(inputs))
  return { actions: [...new Set(made.map(({ id }) => id))] }
}

/** An action for several risks is filled in once, however many of its lines are asked. */
function oncePerAction(inputs: readonly ChangeInput[]): readonly ChangeInput[] {
  return inputs.filter(({ id }, at) => id === undefined || inputs.findIndex((one) => one.id === id) === at)
}

type PlannedLine = z.infer<typeof planTreatments.body>['lines'][number]

/** Whether the action to fill in is still the one that the page showed. */
function isAsSeen(open: Action | null, seen: PlannedLine['work']): boolean {
  return open?.id === seen?.id && open?.version === seen?.version
}

/** The action of a line, made or filled in where it lacks something. */
function lineInput(isms: Isms, one: Treating, said: PlannedLine, words: Words): ChangeInput {
  const { risk: of, treatment: decided, actions } = one
  if (decided === null) throw new Refusal('conflict', 'guide.untreated', { values: { risk: of.number } })
  const open = unfinishedAction(actions)
  if (!isAsSeen(open, said.work)) throw new Refusal('conflict', 'record.stale')
  if (open === null && actions.length > 0) {
    throw new Refusal('conflict', 'guide.planned-already', { values: { risk: of.number } })
  }
  const subject = { one: of, version: of.version, decided, id: decided.id }
  const known = open ?? { id: null, version: null, owner: null, due: null, resources: null }
  const planned = {
    id: known.id,
    version: known.version,
    title: null,
    owner: said.owner ?? known.owner,
    due: said.due ?? known.due,
    resources: said.resources ?? known.resources,
    controls: decided.controls,
  }
  return workInput(isms, [subject], planned, words)
}

/** Publishes the draft, or a first version; the version before it is superseded, and every treatment belongs to the new one. */
export async function publish(
  ctx: Context,
  { draft: seen, versionLabel, owner }: z.infer<typeof publishPlan.body>,
  words: Words,
): Promise<z.input<typeof publishPlan.reply>> {
  const isms = await presentState(ctx)
  const draft = draftIn(isms)
  demandUpdate(ctx, treatmentPlan, draft?.owner ?? null)
  if ((draft?.id ?? null) !== (seen?.id ?? null)) throw new Refusal('conflict', 'record.stale')
  const others = isms.all(treatmentPlan).filter(({ id }) => id !== draft?.id)
  const lines = linesOf(ctx, isms, ctx.today())
  refuseUnready(lines, others, versionLabel)
  const id = draft?.id ?? ctx.newId()
  await changeAll(ctx, [
    ...planInputs(id, { seen, set: { versionLabel, owner }, title: words('guide.plan.record') }),
    ...others
      .filter(({ state }) => state === 'published')
      .map((one): ChangeInput => ({ register: treatmentPlan.name, act: 'supersede', id: one.id })),
    ...lines.flatMap((one) => lineInputs(one, id)),
  ])
  return { id, versionLabel }
}

function refuseUnready(lines: readonly Treating[], others: readonly TreatmentPlan[], version: string): void {
  if (others.some(({ versionLabel }) => versionLabel === version)) {
    throw new Refusal('conflict', 'guide.plan-version', { values: { version } })
  }
  const left = lines.filter(({ gaps, isDecided }) => gaps.length > 0 || !isDecided)
  if (lines.length > 0 && left.length === 0) return
  throw new Refusal('conflict', 'guide.plan-gaps', { values: { n: left.length } })
}

interface NewPlan {
  readonly seen: { readonly id: string; readonly version: number } | null
  readonly set: { readonly versionLabel: string; readonly owner: string | null }
  readonly title: string
}

function planInputs(id: string, { seen, set, title }: NewPlan): readonly ChangeInput[] {
  const { name } = treatmentPlan
  const first: ChangeInput =
    seen === null
      ? { register: name, act: 'create', id, set: { title, ...set } }
      : { register: name, act: 'update', id, version: seen.version, set }
  return [first, { register: name, act: 'publish', id }]
}

function lineInputs({ treatment: one }: Treating, plan: string): readonly ChangeInput[] {
  if (one === null) return []
  const { name } = treatment
  const belongs: ChangeInput = { register: name, act: 'update', id: one.id, version: one.version, set: { plan } }
  const isNew = one.state === 'proposed' || one.state === 'option_chosen'
  return isNew ? [belongs, { register: name, act: 'plan', id: one.id }] : [belongs]
}
