import type { z } from 'zod'
import { latest } from '../../kernel/calendar.ts'
import type { Isms } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { RecordId } from '../../kernel/register.ts'
import type { Language } from '../../kernel/text.ts'
import { change } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { type Person, person } from '../people/registers/person.ts'
import type { followLesson, listLessons, readLesson, readRound } from './contract.ts'
import { lessons, mark } from './domain/lessons.ts'
import { lessonsAsked, standings } from './domain/rounds.ts'
import { awarenessRecord, awarenessRound, LESSONS, type LessonKey, TOPICS } from './register.ts'

/** What can be followed here, and what is asked of the caller. */
export async function list(ctx: Context, language: Language): Promise<z.output<typeof listLessons.reply>> {
  const isms = await presentState(ctx)
  const one = isms.find(person, ctx.actor.person)
  const asked = one === null ? [] : lessonsAsked(isms, one, momentOf(ctx.today()))
  const rows = LESSONS.map((key) => {
    const { title, minutes, questions } = lessons[key]
    const round = asked.find(({ lesson }) => lesson === key)?.round
    return {
      key,
      title: title[language],
      minutes,
      questions: questions.length,
      passedAt: one === null ? null : passedAt(isms, one, key),
      asked: round === undefined ? null : { id: round.id, title: round.title, due: round.closesAt },
    }
  })
  return { lessons: rows.toSorted((a, b) => Number(b.asked !== null) - Number(a.asked !== null)), isKept: one !== null }
}

function passedAt(isms: Isms, one: Person, key: LessonKey): string | null {
  const passed = isms
    .pointing(awarenessRecord, 'person', one.id)
    .filter(({ state, lesson, result }) => state === 'active' && lesson === key && result === 'sufficient')
  return latest(...passed.map(({ at }) => at))
}

export function read(key: LessonKey, language: Language): z.output<typeof readLesson.reply> {
  const { title, minutes, text, questions } = lessons[key]
  return {
    key,
    title: title[language],
    minutes,
    text: text[language].join('\n'),
    questions: questions.map(({ ask, options }) => ({
      ask: ask[language],
      options: options.map((option) => option.text[language]),
    })),
  }
}

/**
 * Marks the answers and writes down for the caller that he followed the lesson, in the language in which he did. What was not
 * enough is kept as well: it counts for nothing, and he may follow it again. Throws invalid or conflict.
 */
export async function follow(
  ctx: Context,
  key: LessonKey,
  { answers, language }: z.output<typeof followLesson.body> & { readonly language: Language },
): Promise<z.output<typeof followLesson.reply>> {
  const lesson = lessons[key]
  const marking = mark(lesson, answers, language)
  if (!marking.ok) throw new Refusal('invalid', 'lesson.unanswered')
  const isms = await presentState(ctx)
  const one = isms.find(person, ctx.actor.person)
  if (one === null) throw new Refusal('conflict', 'lesson.no-person')
  const asked = lessonsAsked(isms, one, momentOf(ctx.today())).find((each) => each.lesson === key)
  const { isPassed, marked } = marking
  const { id, number } = await change(ctx, {
    register: 'awareness_record',
    act: 'create',
    id: ctx.newId(),
    set: {
      person: one.id,
      at: ctx.today(),
      topics: [...TOPICS],
      method: 'e_learning',
      subject: lesson.title[language],
      round: asked?.round.id ?? null,
      givenBy: asked?.round.owner ?? null,
      result: isPassed ? 'sufficient' : 'insufficient',
      lesson: key,
      language,
      answers: marked.map(({ question, answer, isRight }) => ({ question, answer, isRight })),
    },
  })
  return {
    isPassed,
    answers: marked.map(({ isRight, right, why }) => ({ isRight, right, why })),
    record: { id, number },
  }
}

/** Who of those for whom the round is has done it. Throws not_found. */
export async function progress(ctx: Context, id: RecordId): Promise<z.output<typeof readRound.reply>> {
  const isms = await presentState(ctx)
  const round = isms.find(awarenessRound, id)
  if (round === null) throw new Refusal('not_found', 'record.unknown')
  return {
    people: standings(isms, round, momentOf(ctx.today())).map(({ person: of, state, at }) => ({
      id: of.id,
      title: of.name,
      state,
      at,
    })),
  }
}
