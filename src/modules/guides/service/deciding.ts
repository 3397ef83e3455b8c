import type { z } from 'zod'
import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { momentOf } from '../../../kernel/moment.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { type Action, action } from '../../actions/register.ts'
import { control } from '../../controls/register.ts'
import { methodOf, presentScore, scoreOf } from '../../risks/domain/levels.ts'
import { consequencesOf, levelOf, likelihoodsOf } from '../../risks/domain/method.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'
import { type RiskScore, riskScore } from '../../risks/registers/risk-score.ts'
import { actionsFor } from '../../treatments/domain/steps.ts'
import { treatmentsOf } from '../../treatments/domain/treated.ts'
import { type Treatment, treatment } from '../../treatments/registers/treatment.ts'
import { treatmentPlan } from '../../treatments/registers/treatment-plan.ts'
import type { decideTreatment, treatTogether } from '../contract/treatment.ts'
import { countingOf, unfinishedAction } from '../domain/treating.ts'
import { mayTreat } from './treatment.ts'

type Body = z.infer<typeof decideTreatment.body>
type Seen = Pick<Body, 'risk' | 'version' | 'treatment'>
type Work = NonNullable<z.infer<typeof treatTogether.body>['work']>

/** A risk in whose treatment somebody steps, as it stands now. */
interface Subject {
  readonly one: Risk
  readonly version: number
  readonly decided: Treatment | null
  /** Of the treatment, there or about to be. */
  readonly id: RecordId
}

/**
 * Writes down what is done about a risk, whole or not at all: the treatment, the risk as far as its state goes without anybody's
 * approval, what is expected to remain, and the work. Refused as stale where somebody decided meanwhile.
 */
export async function decide(ctx: Context, body: Body, words: Words): Promise<z.input<typeof decideTreatment.reply>> {
  const isms = await presentState(ctx)
  const subject = subjectOf(ctx, isms, body)
  const { option, justification, controls, expected } = body
  const isKept = option === 'retain'
  if (isKept && justification === null) throw new Refusal('invalid', 'guide.keep-reason')
  const set = { option, justification, controls: isKept || option === 'avoid' ? [...controls] : needed(controls) }
  const inputs: readonly ChangeInput[] = [
    ...treatmentInputs(isms, subject, set, words),
    ...riskInputs(subject, isKept),
    ...(expected === null || isKept ? [] : expectedInputs(ctx, isms, subject, expected)),
    ...(body.work === null
      ? []
      : [workInput(isms, [subject], { ...onOpen(isms, subject, body.work), controls }, words)]),
  ]
  const made = await changeAll(ctx, inputs)
  const newest = (id: RecordId): AnyRecord | undefined => made.findLast((each) => each.id === id)
  return {
    risk: subject.one.id,
    version: newest(subject.one.id)?.version ?? subject.one.version,
    treatment: { id: subject.id, version: newest(subject.id)?.version ?? 1 },
  }
}

function needed(controls: readonly RecordId[]): RecordId[] {
  if (controls.length === 0) throw new Refusal('invalid', 'guide.no-measure')
  return [...controls]
}

/** The risk and its treatment. Throws not_found, forbidden, or conflict where somebody else was first. */
function subjectOf(ctx: Context, isms: Isms, { risk: id, version, treatment: saw }: Seen): Subject {
  const one = isms.find(risk, id)
  if (one === null || one.state === 'closed') throw new Refusal('not_found', 'record.unknown')
  if (!mayTreat(ctx, isms, one)) throw new Refusal('forbidden', 'permission.role')
  const decided = countingOf(treatmentsOf(isms, one))
  if (decided?.id !== saw?.id || decided?.version !== saw?.version) throw new Refusal('conflict', 'record.stale')
  return { one, version, decided, id: decided?.id ?? ctx.newId() }
}

function treatmentInputs(
  isms: Isms,
  { one, decided, id }: Subject,
  set: JsonObject,
  words: Words,
): readonly ChangeInput[] {
  const choose: ChangeInput = { register: treatment.name, act: 'choose', id }
  if (decided === null) {
    const title = words('guide.treatment.record', { risk: one.title }).slice(0, 200)
    const plan = isms.all(treatmentPlan).findLast(({ state }) => state === 'draft')?.id ?? null
    return [
      { register: treatment.name, act: 'create', id, set: { title, risk: one.id, plan, owner: one.owner, ...set } },
      choose,
    ]
  }
  const update: ChangeInput = { register: treatment.name, act: 'update', id, version: decided.version, set }
  return decided.state === 'proposed' ? [update, choose] : [update]
}

/** The decision to treat, and the state up to it; a risk that is kept stays where it was weighed. */
function riskInputs({ one, version }: Subject, isKept: boolean): readonly ChangeInput[] {
  const update: ChangeInput = { register: risk.name, act: 'update', id: one.id, version, set: { decision: 'treat' } }
  return [update, ...stepsOf(one, isKept).map((act) => ({ register: risk.name, act, id: one.id }))]
}

function stepsOf({ state }: Risk, isKept: boolean): readonly string[] {
  const treat = isKept ? [] : ['treat']
  if (state === 'draft' || state === 'identified') return ['analyse', 'evaluate', ...treat]
  if (state === 'analysed') return ['evaluate', ...treat]
  return state === 'evaluated' || state === 'accepted' ? treat : []
}

interface Expected {
  readonly likelihood: number
  readonly consequence: number
  readonly rationale: string | null
}

/** What is expected to remain, by the method that holds. What was measured afterwards stands above it and is not asked again. */
function expectedInputs(ctx: Context, isms: Isms, { one }: Subject, said: Expected): readonly ChangeInput[] {
  const method = methodOf(isms, momentOf(ctx.today()))
  if (method === null) throw new Refusal('conflict', 'workshop.no-method')
  const level = levelOf(method, said.likelihood, said.consequence)
  if (level === null) throw new Refusal('invalid', 'workshop.off-scale')
  const known = scoreOf(isms, one.id, 'target')
  if (known !== null && isSame(known, said)) return []
  const set = {
    ...said,
    level: level.level,
    score: level.score,
    method: method.id,
    methodVersion: method.versionLabel,
    scoredBy: ctx.actor.person,
    scoredAt: ctx.today(),
  }
  if (known?.scoredAt === ctx.today()) {
    return [{ register: riskScore.name, act: 'update', id: known.id, version: known.version, set }]
  }
  return [{ register: riskScore.name, act: 'create', set: { risk: one.id, kind: 'target', ...set } }]
}

function isSame(known: RiskScore, said: Expected): boolean {
  return (
    known.likelihood === said.likelihood && known.consequence === said.consequence && known.rationale === said.rationale
  )
}

interface Planned extends Work {
  readonly id?: RecordId | null
  readonly version?: number | null
  readonly controls: readonly RecordId[]
}

/**
 * Work that waits to be filled in has to be named as it was seen: a second action beside it would be nobody's. Only work on
 * this risk may be named: else whoever owns one risk could rewrite any action. Throws not_found, or conflict.
 */
function onOpen(isms: Isms, { one }: Subject, work: NonNullable<Body['work']>): NonNullable<Body['work']> {
  const own = actionsFor(isms, one)
  if (work.id !== null) {
    if (own.some(({ id }) => id === work.id)) return work
    throw new Refusal('not_found', 'record.unknown')
  }
  if (unfinishedAction(own) !== null) throw new Refusal('conflict', 'record.stale')
  return work
}

/** The work for one risk or for several: one action, which names them all. */
export function workInput(isms: Isms, subjects: readonly Subject[], planned: Planned, words: Words): ChangeInput {
  const { owner, due, resources, controls } = planned
  const known = isms.find(action, planned.id ?? null)
  // A proposal of which nobody changed a word gets the words of what was decided.
  const isOwn = known !== null && !isEmpty(known)
  const title = planned.title ?? (isOwn ? known.title : workTitle(isms, subjects, controls, words))
  if (known !== null) {
    const { id } = known
    const version = planned.version ?? known.version
    return { register: action.name, act: 'update', id, version, set: { title, owner, due, resources } }
  }
  const [first] = subjects
  if (first === undefined) throw new Error('cannot plan work for no risk')
  return {
    register: action.name,
    act: 'create',
    set: {
      title,
      kind: 'treatment',
      subject: first.one.id,
      treatment: first.id,
      objects: subjects.length > 1 ? subjects.map(({ one }) => one.id) : [],
      deliverableControl: controls.length === 1 ? (controls[0] ?? null) : null,
      owner,
      due,
      resources,
    },
  }
}

/** Nobody said by whom, when or with what, and it is no work for several risks. */
function isEmpty({ state, owner, due, resources, objects }: Action): boolean {
  return state === 'open' && owner === null && due === null && resources === null && objects.length === 0
}

/** By the controls, and by the risk where it is one. */
function workTitle(isms: Isms, subjects: readonly Subject[], controls: readonly RecordId[], words: Words): string {
  const [first] = subjects
  const found = controls.flatMap((id) => isms.find(control, id) ?? [])
  const refs = found.map(({ ref, number }) => ref ?? number).join(', ')
  const risk = first?.one.title ?? ''
  const title =
    subjects.length > 1
      ? words('guide.treatment.work.several', {
          controls: found.map(({ title: name }) => name).join(', '),
          n: subjects.length,
        })
      : words(refs === '' ? 'guide.treatment.work.bare' : 'guide.treatment.work', { refs, risk })
  return title.slice(0, 200)
}

/** The same controls for several risks, the same work, and so many steps less; each risk keeps what it has besides. */
export async function together(
  ctx: Context,
  { risks, controls, steps, work }: z.infer<typeof treatTogether.body>,
  words: Words,
): Promise<z.input<typeof treatTogether.reply>> {
  const isms = await presentState(ctx)
  const method = methodOf(isms, momentOf(ctx.today()))
  if (method === null) throw new Refusal('conflict', 'workshop.no-method')
  const subjects = risks.map((each) => subjectOf(ctx, isms, each))
  const inputs = subjects.flatMap((subject): readonly ChangeInput[] => {
    const { decided } = subject
    const option = decided?.option === 'share' || decided?.option === 'avoid' ? decided.option : 'modify'
    const all = [...new Set([...(decided?.controls ?? []), ...controls])]
    const chosen = option === 'avoid' ? all : needed(all)
    const set = { option, justification: ownReason(decided, words), controls: chosen }
    const expected = lowered(isms, method, subject.one, steps)
    return [
      ...treatmentInputs(isms, subject, set, words),
      ...riskInputs(subject, false),
      ...(expected === null ? [] : expectedInputs(ctx, isms, subject, expected)),
    ]
  })
  const planned = work === null ? [] : [workInput(isms, subjects, { ...work, controls }, words)]
  const replaced = work === null ? [] : emptyActions(isms, subjects)
  const reason = words('guide.treatment.work.replaced')
  const made = await changeAll(ctx, [
    ...inputs,
    ...replaced.map(({ id, version }): ChangeInput => ({ register: action.name, act: 'cancel', id, version, reason })),
    ...planned,
  ])
  return { treatments: subjects.map(({ id }) => id), action: work === null ? null : (made.at(-1)?.id ?? null) }
}

/** What the interview says of its own proposals is no reason any more once somebody took one. */
function ownReason(decided: Treatment | null, words: Words): string | null {
  const said = decided?.justification ?? null
  return decided?.state === 'proposed' && said === words('interview.treat.why') ? null : said
}

/** Work that nobody filled in anything for: the action for all stands in its place. */
function emptyActions(isms: Isms, subjects: readonly Subject[]): readonly Action[] {
  return [...new Set(subjects.flatMap(({ one }) => actionsFor(isms, one)))].filter(isEmpty)
}

/** So many steps below where the risk stands by what was expected, else as it is; null where no step was said or none is known. */
function lowered(
  isms: Isms,
  method: RiskMethod,
  one: Risk,
  steps: { readonly likelihood: number; readonly consequence: number },
): Expected | null {
  if (steps.likelihood + steps.consequence === 0) return null
  const from = scoreOf(isms, one.id, 'target') ?? presentScore(isms, one.id)
  const down = (scale: readonly { readonly value: number }[], value: number | null, by: number): number | null => {
    const at = scale.findIndex((step) => step.value === value)
    return at === -1 ? null : (scale[Math.max(0, at - by)]?.value ?? null)
  }
  const likelihood = down(likelihoodsOf(method), from?.likelihood ?? null, steps.likelihood)
  const consequence = down(consequencesOf(method), from?.consequence ?? null, steps.consequence)
  if (likelihood === null || consequence === null) return null
  return { likelihood, consequence, rationale: from?.kind === 'target' ? (from.rationale ?? null) : null }
}
