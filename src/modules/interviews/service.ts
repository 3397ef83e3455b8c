import { z } from 'zod'
import type { AnyRecord, Isms } from '../../kernel/isms.ts'
import type { Json } from '../../kernel/json.ts'
import { may } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RecordId } from '../../kernel/register.ts'
import type { Language, Words } from '../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { riskMethod } from '../risks/registers/risk-method.ts'
import { idFrom } from '../samples/domain/identity.ts'
import type { makeDrafts, readInterview } from './contract.ts'
import { type Answers, CHAPTERS, isAnswered, QUESTIONS, type Question } from './domain/chapters.ts'
import { aboutFields, named, needsOf, strangers } from './domain/choice.ts'
import type { Draft } from './domain/draft.ts'
import { draftsOf } from './domain/drafts.ts'
import { type Made, type Plan, planOf } from './domain/plan.ts'
import { type Remark, remarksOn } from './domain/remarks.ts'
import { type Interview, interview } from './register.ts'
import { lockInterview } from './store.ts'

export interface Speaking {
  readonly language: Language
  readonly words: Words
}

type Told = z.input<typeof readInterview.reply>
type Shown = Told['gone'][number]
type RecordShown = Omit<Shown, 'because'>

/** The interview as it stands: every question with its answer, what is odd about it, and what follows. */
export async function tell(ctx: Context, speaking: Speaking): Promise<Told> {
  const isms = await presentState(ctx)
  const held = isms.all(interview)[0] ?? null
  const answers: Answers = held ?? {}
  const unwanted = rememberedIn(held)
  const plan = planFor(ctx, isms, draftsFor(ctx, isms, answers, speaking), unwanted)
  const remarks = remarksOn(answers, ctx.today())
  const shown = (id: RecordId): RecordShown[] => shownAs(ctx, isms, id)
  const toldOf = tellerOf(ctx, plan, shown)
  return {
    record: held === null ? null : { id: held.id, version: held.version },
    can: { answer: may(ctx.actor, held === null ? 'create' : 'update', interview.access).ok },
    chapters: CHAPTERS.map(({ name, questions }) => ({
      name,
      questions: questions.map((question) => questionTold(question, { answers, remarks, plan, shown })),
    })),
    answered: QUESTIONS.filter((question) => isAnswered(answers[question])).length,
    total: QUESTIONS.length,
    drafts: plan.made.map(toldOf),
    leftOut: plan.leftOut.map((one) => ({ ...toldOf(one), isAlong: !unwanted.has(one.draft.key) })),
    completes: counted(plan.completed.map(({ draft }) => draft.register)),
    standing: counted(plan.standing.map(({ draft }) => draft.register)),
    gone: plan.gone.flatMap(({ id, because }) => shown(id).map((record) => ({ ...record, because }))),
  }
}

/** A draft in words: its title, or that of what it is named after, which may be a draft too. */
function tellerOf(
  ctx: Context,
  { made, leftOut }: Plan,
  shown: (id: RecordId) => RecordShown[],
): (one: Made) => Told['drafts'][number] {
  const titles = new Map([...made, ...leftOut].map(({ draft, id, set }) => [id, ownTitle(ctx, draft, set)]))
  const named = (title: string): string => titles.get(title) ?? shown(title)[0]?.title ?? title
  return ({ draft, set }) => ({
    key: draft.key,
    register: draft.register,
    title: [ownTitle(ctx, draft, set), ...besides(ctx, draft, set)].map(named).join(' · '),
    because: draft.because,
    gaps: draft.gaps,
    needs: needsOf(draft, ctx.registry.get(draft.register)),
  })
}

/** What a draft is about besides what it is named after: somebody in two roles is otherwise twice the same line. */
function besides(ctx: Context, { register: name }: Draft, set: Made['set']): readonly string[] {
  const { fields, title } = ctx.registry.get(name)
  if (fields[title]?.kind === 'text') return []
  return aboutFields(name).flatMap((field) => {
    const value = set[field]
    return field !== title && typeof value === 'string' ? [value] : []
  })
}

/** What somebody did not want, as the record remembers it. */
function rememberedIn(held: Interview | null): ReadonlySet<string> {
  return new Set((held?.leftOut ?? []).flatMap(({ draft }) => draft ?? []))
}

/** Keeps answers by the name of their question; the register refuses what is none of its choices. */
export async function saveAnswers(ctx: Context, answers: object): Promise<void> {
  const held = (await presentState(ctx)).all(interview)[0]
  const set = z.record(z.string(), z.json()).parse(answers)
  const common = { register: interview.name, set }
  await changeAll(ctx, [
    held === undefined
      ? { ...common, act: 'create' }
      : { ...common, act: 'update', id: held.id, version: held.version },
  ])
}

/** What somebody wants or not, by the keys of drafts or the names of registers. */
export interface Choice {
  readonly leaveOut?: readonly string[] | undefined
  readonly takeAfterAll?: readonly string[] | undefined
}

/** Makes what follows from the answers, is not there yet and was not left out, as one batch. Refused where nothing is answered. */
export async function generate(
  ctx: Context,
  speaking: Speaking,
  choice: Choice = {},
): Promise<z.input<typeof makeDrafts.reply>> {
  await lockInterview(ctx)
  const isms = await presentState(ctx)
  const held = isms.all(interview)[0]
  if (held === undefined) throw new Refusal('conflict', 'interview.nothing-answered')
  const drafts = draftsFor(ctx, isms, held, speaking)
  const leftOut = chosen(drafts, rememberedIn(held), choice)
  const { made, completed, leftOut: fallen } = planFor(ctx, isms, drafts, leftOut)
  const batch = ctx.newId()
  const reason = speaking.words('interview.batch')
  await changeAll(ctx, [
    ...remembering(held, leftOut),
    ...made.map((one): ChangeInput => ({ ...inputOf(one), act: 'create', batch, reason })),
    ...completed.map((one): ChangeInput => ({ ...inputOf(one), act: 'update', version: one.version, batch, reason })),
  ])
  return { made: countedMade(made), completed: countedMade(completed), leftOut: fallen.length, batch }
}

function chosen(drafts: readonly Draft[], before: ReadonlySet<string>, choice: Choice): ReadonlySet<string> {
  const { leaveOut = [], takeAfterAll = [] } = choice
  const [unknown] = strangers(drafts, [...leaveOut, ...takeAfterAll])
  if (unknown !== undefined) throw new Refusal('invalid', 'interview.no-such-draft', { values: { name: unknown } })
  const taken = new Set(named(drafts, takeAfterAll))
  return new Set([...before, ...named(drafts, leaveOut)].filter((key) => !taken.has(key)))
}

function remembering(held: Interview, leftOut: ReadonlySet<string>): readonly ChangeInput[] {
  const before = rememberedIn(held)
  if (before.size === leftOut.size && [...leftOut].every((key) => before.has(key))) return []
  const set = { leftOut: [...leftOut].toSorted().map((draft) => ({ draft })) }
  return [{ register: interview.name, act: 'update', id: held.id, set }]
}

function inputOf({ draft, id, set }: Made): Pick<ChangeInput, 'register' | 'id' | 'set'> {
  return { register: draft.register, id, set }
}

function draftsFor(ctx: Context, isms: Isms, answers: Answers, { language, words }: Speaking): readonly Draft[] {
  const measure =
    isms
      .all(riskMethod)
      .filter(({ state }) => state !== 'retired')
      .at(-1) ?? null
  return draftsOf(answers, { language, words, today: ctx.today(), measure })
}

function planFor(ctx: Context, isms: Isms, drafts: readonly Draft[], leftOut: ReadonlySet<string>): Plan {
  return planOf(drafts, {
    isms,
    leftOut,
    registerOf: (name) => ctx.registry.get(name),
    idOf: (key) => draftId(ctx, key),
  })
}

/** Which record a draft became. By the ledger, which every copy of the organisation shares: a second run knows its own there too. */
export function draftId(ctx: Pick<Context, 'ledger'>, key: string): RecordId {
  return idFrom(`interview/${ctx.ledger}/${key}`)
}

interface Telling {
  readonly answers: Answers
  readonly remarks: readonly Remark[]
  readonly plan: Plan
  readonly shown: (id: RecordId) => RecordShown[]
}

function questionTold(
  question: Question,
  { answers, remarks, plan, shown }: Telling,
): Told['chapters'][number]['questions'][number] {
  const value = answers[question] ?? null
  const ours = plan.standing.filter(({ draft, isOurs }) => isOurs && draft.because.includes(question))
  const registers = [...new Set(ours.map(({ draft }) => draft.register))]
  return {
    name: question,
    value: jsonOf(value),
    isAnswered: isAnswered(value),
    remarks: remarks.filter((one) => one.question === question).map(({ id }) => id),
    led: registers.map((register) => ({
      register,
      records: ours.filter(({ draft }) => draft.register === register).flatMap(({ id }) => shown(id)),
    })),
  }
}

function jsonOf(value: Answers[Question] | null): Told['chapters'][number]['questions'][number]['value'] {
  if (value === null || value === undefined) return null
  return typeof value === 'object' ? [...value] : value
}

function shownAs(ctx: Context, isms: Isms, at: RecordId): RecordShown[] {
  const record = isms.any(at)
  if (record === null) return []
  const { id, register, number, state } = record
  return [{ id, register, number, state, title: titleOf(ctx, isms, record) }]
}

/** Where a record is called after another one, as a score is after its risk, by what that is called. */
function titleOf(ctx: Context, isms: Isms, record: AnyRecord): string {
  const title = record[ctx.registry.get(record.register).title]
  if (typeof title !== 'string') return record.number
  const named = isms.any(title)
  return named === null ? title : titleOf(ctx, isms, named)
}

/** What a draft is called: its title, or the id of what it is named after. */
function ownTitle(ctx: Context, draft: Draft, set: Made['set']): string {
  const title: Json | undefined = set[ctx.registry.get(draft.register).title]
  return typeof title === 'string' ? title : draft.key
}

function countedMade(made: readonly Made[]): { readonly register: string; readonly count: number }[] {
  return counted(made.map(({ draft }) => draft.register))
}

function counted(registers: readonly string[]): { readonly register: string; readonly count: number }[] {
  return [...new Set(registers)].map((register) => ({
    register,
    count: registers.filter((one) => one === register).length,
  }))
}
