import type { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import type { InputOf, RecordId } from '../../kernel/register.ts'
import { LANGUAGES, type Language, type Words } from '../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { namesThen } from '../registers/service/list.ts'
import { idFrom } from '../samples/domain/identity.ts'
import type { recurringTask } from '../tasks/registers/recurring-task.ts'
import type { readRhythm } from './contract.ts'
import { isPlanned, type Naming, type PlannedBeat, planRhythm, type RhythmPlan } from './domain/planning.ts'
import type { Beat } from './domain/year.ts'

export interface Speaking {
  readonly words: Words
  readonly wordsIn: (language: Language) => Words
}

type Rhythm = z.input<typeof readRhythm.reply>

/** What of the year after the certificate is planned, and what would be. */
export async function rhythm(ctx: Context, speaking: Speaking): Promise<Rhythm> {
  const plan = await planFor(ctx, speaking)
  const isms = await presentState(ctx)
  const named = namesThen(ctx, isms)
  if (plan === null) return { certificate: null, isPlanned: false, beats: [], once: [] }
  const { certificate } = plan
  return {
    certificate: { id: certificate.id, title: certificate.title, decisionAt: certificate.decisionAt ?? ctx.today() },
    isPlanned: isPlanned(plan),
    beats: plan.beats.map(({ beat, fate, id, first, owner, existing }) => ({
      key: beat.key,
      title: existing?.title ?? speaking.words(`rhythm.${beat.key}`),
      id: fate === 'make' ? null : id,
      every: existing?.every ?? beat.every,
      unit: existing?.unit ?? beat.unit,
      first: existing?.startsOn ?? first,
      owner: named(owner),
      fate,
    })),
    once: plan.once.map(({ key, due, owner, isThere }) => ({
      key,
      title: speaking.words(`rhythm.${key}`),
      due,
      owner: named(owner),
      isThere,
    })),
  }
}

/** Whether there is a certificate whose year is not planned: then it is offered. */
export async function isRhythmWanted(ctx: Context, speaking: Speaking): Promise<boolean> {
  const plan = await planFor(ctx, speaking)
  return plan !== null && !isPlanned(plan)
}

/**
 * Plans it: makes what is missing and gives a first day to what has none, each with its first occurrence. Ids come from the ledger
 * and the key, so it happens once; what somebody changed or retired stays as he has it.
 */
export async function makeYear(ctx: Context, speaking: Speaking): Promise<Rhythm> {
  const plan = await planFor(ctx, speaking)
  if (plan === null) throw new Refusal('conflict', 'rhythm.no-certificate')
  const changes = changesOf(ctx, plan, speaking.words)
  if (changes.length > 0) await changeAll(ctx, changes)
  return await rhythm(ctx, speaking)
}

function changesOf(ctx: Context, { beats, once }: RhythmPlan, words: Words): readonly ChangeInput[] {
  const works = beats.flatMap((one) => workChanges(ctx, one, words))
  const tasks = once
    .filter(({ isThere }) => !isThere)
    .map(
      ({ key, id, due, owner }): ChangeInput => ({
        register: 'task',
        act: 'create',
        id,
        set: { title: words(`rhythm.${key}`), evidenceWanted: words(`rhythm.${key}.proof`), assignee: owner, due },
      }),
    )
  return [...works, ...tasks]
}

function workChanges(
  ctx: Context,
  { beat, fate, id, first, owner, control, existing }: PlannedBeat,
  words: Words,
): readonly ChangeInput[] {
  if (fate === 'keep') return []
  const rhythmSet = { every: existing?.every ?? beat.every, unit: existing?.unit ?? beat.unit, startsOn: first, owner }
  const work: ChangeInput =
    fate === 'date'
      ? { register: 'recurring_task', act: 'update', id, set: rhythmSet }
      : {
          register: 'recurring_task',
          act: 'create',
          id,
          set: { ...rhythmSet, ...wordsOf(beat, words), control },
        }
  const occurrence: ChangeInput = {
    register: 'occurrence',
    act: 'create',
    id: idIn(ctx, `${beat.key}/first`),
    set: { recurringTask: id, due: first, assignee: owner },
  }
  return [work, occurrence]
}

/** What new work of a beat is called, which proof it wants, and where it leaves that. */
export function wordsOf({ key, recordedIn, dedicated }: Beat, words: Words): InputOf<typeof recurringTask> {
  return {
    title: words(`rhythm.${key}`),
    evidenceWanted: words(`rhythm.${key}.proof`),
    recordedIn: recordedIn ?? null,
    dedicatedRule: dedicated,
  }
}

async function planFor(ctx: Context, speaking: Speaking): Promise<RhythmPlan | null> {
  return planRhythm(await presentState(ctx), ctx.today(), namingOf(ctx, speaking))
}

/** By which ids and titles work of the year is known. */
export function namingOf(ctx: Context, { wordsIn }: Speaking): Naming {
  return {
    idOf: (key) => idIn(ctx, key),
    titlesOf: (key) => LANGUAGES.map((language) => wordsIn(language)(`rhythm.${key}`)),
  }
}

function idIn(ctx: Context, key: string): RecordId {
  return idFrom(`rhythm/${ctx.ledger}/${key}`)
}
