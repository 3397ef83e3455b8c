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
import type { Draft } from './domain/draft.ts'
import { draftsOf } from './domain/drafts.ts'
import { type Made, type Plan, planOf } from './domain/plan.ts'
import { type Remark, remarksOn } from './domain/remarks.ts'
import { interview } from './register.ts'
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
  const plan = planFor(ctx, isms, answers, speaking)
  const remarks = remarksOn(answers, ctx.today())
  const shown = (id: RecordId): RecordShown[] => shownAs(ctx, isms, id)
  const titles = new Map(plan.made.map(({ draft, id, set }) => [id, ownTitle(ctx, draft, set)]))
  const named = (title: string): string => titles.get(title) ?? shown(title)[0]?.title ?? title
  return {
    record: held === null ? null : { id: held.id, version: held.version },
    can: { answer: may(ctx.actor, held === null ? 'create' : 'update', interview.access).ok },
    chapters: CHAPTERS.map(({ name, questions }) => ({
      name,
      questions: questions.map((question) => questionTold(question, { answers, remarks, plan, shown })),
    })),
    answered: QUESTIONS.filter((question) => isAnswered(answers[question])).length,
    total: QUESTIONS.length,
    drafts: plan.made.map(({ draft, set }) => ({
      key: draft.key,
      register: draft.register,
      title: named(ownTitle(ctx, draft, set)),
      because: draft.because,
      gaps: draft.gaps,
    })),
    completes: counted(plan.completed.map(({ draft }) => draft.register)),
    standing: counted(plan.standing.map(({ draft }) => draft.register)),
    gone: plan.gone.flatMap(({ id, because }) => shown(id).map((record) => ({ ...record, because }))),
  }
}

/** Keeps answers by the name of their question; the register refuses what is none of its choices. */
export async function saveAnswers(ctx: Context, answers: object): Promise<void> {
  const held = (await presentState(ctx)).all(interview)[0]
  const set = z.record(z.string(), z.json()).parse(answers)
  const common = { register: interview.name, set }
  await changeAll(ctx, [held === undefined ? { ...common, act: 'create' } : { ...common, act: 'update', id: held.id }])
}

/** Makes what follows from the answers and is not there yet, as one batch. Refused where nothing is answered. */
export async function generate(ctx: Context, speaking: Speaking): Promise<z.input<typeof makeDrafts.reply>> {
  await lockInterview(ctx)
  const isms = await presentState(ctx)
  const held = isms.all(interview)[0]
  if (held === undefined) throw new Refusal('conflict', 'interview.nothing-answered')
  const { made, completed } = planFor(ctx, isms, held, speaking)
  const batch = ctx.newId()
  const reason = speaking.words('interview.batch')
  await changeAll(ctx, [
    ...made.map((one): ChangeInput => ({ ...inputOf(one), act: 'create', batch, reason })),
    ...completed.map((one): ChangeInput => ({ ...inputOf(one), act: 'update', batch, reason })),
  ])
  return { made: countedMade(made), completed: countedMade(completed), batch }
}

function inputOf({ draft, id, set }: Made): Pick<ChangeInput, 'register' | 'id' | 'set'> {
  return { register: draft.register, id, set }
}

function planFor(ctx: Context, isms: Isms, answers: Answers, { language, words }: Speaking): Plan {
  const measure =
    isms
      .all(riskMethod)
      .filter(({ state }) => state !== 'retired')
      .at(-1) ?? null
  const drafts = draftsOf(answers, { language, words, today: ctx.today(), measure })
  return planOf(drafts, {
    isms,
    registerOf: (name) => ctx.registry.get(name),
    // By the ledger, which every copy of the organisation shares: a second run knows its own there too.
    idOf: (key) => idFrom(`interview/${ctx.ledger}/${key}`),
  })
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
