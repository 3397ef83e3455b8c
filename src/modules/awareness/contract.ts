import { z } from 'zod'
import { contract, noBody, nothing } from '../../kernel/contract.ts'
import { LESSONS } from './register.ts'

const params = z.object({ organisation: z.string() })
const day = z.iso.date()
const id = z.uuid()
const key = z.enum(LESSONS)
const LIST = '/organisations/:organisation/lessons'

export const listLessons = contract({
  method: 'GET',
  path: LIST,
  summary: 'Lists the awareness lessons that can be followed here, and which of them the caller is asked to follow.',
  needs: 'member',
  params,
  query: nothing,
  body: noBody,
  reply: z.strictObject({
    lessons: z
      .array(
        z.strictObject({
          key,
          title: z.string(),
          minutes: z.int(),
          questions: z.int(),
          /** When the caller last followed it well enough. */
          passedAt: day.nullable(),
          /** The round in which it is asked of him. */
          asked: z.strictObject({ id, title: z.string(), due: day.nullable() }).nullable(),
        }),
      )
      .readonly(),
    /** Whether it can be kept for him: his account belongs to a person of the ISMS. */
    isKept: z.boolean(),
  }),
})

export const readLesson = contract({
  method: 'GET',
  path: `${LIST}/:lesson`,
  summary: 'Tells one lesson in the language of the caller: what to read, and the questions without their answers.',
  needs: 'member',
  params: params.extend({ lesson: key }),
  query: nothing,
  body: noBody,
  reply: z.strictObject({
    key,
    title: z.string(),
    minutes: z.int(),
    text: z.string(),
    questions: z.array(z.strictObject({ ask: z.string(), options: z.array(z.string()).readonly() })).readonly(),
  }),
})

export const followLesson = contract({
  method: 'POST',
  path: `${LIST}/:lesson`,
  summary: 'Marks the answers of the caller and keeps them as proof that he was made aware.',
  needs: 'member',
  params: params.extend({ lesson: key }),
  query: nothing,
  body: z.strictObject({
    /** For each question the place of the option that was chosen, from nought. */
    answers: z.array(z.int().min(0).max(20)).max(20),
  }),
  reply: z.strictObject({
    isPassed: z.boolean(),
    answers: z.array(z.strictObject({ isRight: z.boolean(), right: z.int(), why: z.string() })).readonly(),
    record: z.strictObject({ id, number: z.string() }),
  }),
})

export const readRound = contract({
  method: 'GET',
  path: '/organisations/:organisation/awareness-rounds/:round',
  summary: 'Tells who of those for whom an awareness round is has done it, and who has not.',
  needs: { verb: 'read', register: 'awareness_round' },
  params: params.extend({ round: id }),
  query: nothing,
  body: noBody,
  reply: z.strictObject({
    people: z
      .array(
        z.strictObject({
          id,
          title: z.string(),
          state: z.enum(['open', 'failed', 'passed']),
          at: day.nullable(),
        }),
      )
      .readonly(),
  }),
})

export const contracts = [listLessons, readLesson, followLesson, readRound] as const
