import { z } from 'zod'
import { contract, noBody, nothing } from '../../kernel/contract.ts'
import { LANGUAGES } from '../../kernel/text.ts'
import { interview } from './register.ts'

const count = z.int().min(0)
const question = z.string()
const questions = z.array(question).readonly()
const names = z.array(z.string().max(200)).max(5_000).readonly()
const perRegister = z.array(z.strictObject({ register: z.string(), count })).readonly()

const record = z.strictObject({
  id: z.uuid(),
  register: z.string(),
  number: z.string(),
  title: z.string(),
  state: z.string(),
})

const draft = z.strictObject({
  key: z.string(),
  register: z.string(),
  title: z.string(),
  /** Questions that led to it; none where everybody gets it. */
  because: questions,
  /** Fields that somebody still has to fill in. */
  gaps: z.array(z.string()).readonly(),
  /** Keys of drafts that it hangs on, in groups: left out are all of one group, then it falls with them. */
  needs: z.array(z.array(z.string()).readonly()).readonly(),
})

export const readInterview = contract({
  method: 'GET',
  path: '/organisations/:organisation/interview',
  summary:
    'Gives the start interview: questions by chapter, answers, remarks, what they led to and what would follow now.',
  params: z.object({ organisation: z.string() }),
  query: nothing,
  body: noBody,
  needs: { verb: 'read', register: interview.name },
  reply: z.strictObject({
    /** Null while nobody answered anything. */
    record: z.strictObject({ id: z.uuid(), version: z.int().min(1) }).nullable(),
    can: z.strictObject({ answer: z.boolean() }),
    chapters: z
      .array(
        z.strictObject({
          name: z.string(),
          questions: z
            .array(
              z.strictObject({
                name: question,
                value: z.json(),
                isAnswered: z.boolean(),
                remarks: z.array(z.string()).readonly(),
                /** Records that its answer led to, by register. */
                led: z.array(z.strictObject({ register: z.string(), records: z.array(record).readonly() })).readonly(),
              }),
            )
            .readonly(),
        }),
      )
      .readonly(),
    answered: count,
    total: count,
    /** What making the drafts would add now. */
    drafts: z.array(draft).readonly(),
    /** What it would not make, because somebody left it out. */
    leftOut: z
      .array(
        draft.extend({
          /** Only along with another one that it is about: a score without its risk. It comes back with that one. */
          isAlong: z.boolean(),
        }),
      )
      .readonly(),
    /** Records in which it would fill in what is empty. */
    completes: perRegister,
    /** Already there, by register. */
    standing: perRegister,
    /** Made earlier, and no longer led to by the answers: left as they are. */
    gone: z.array(record.extend({ because: questions })).readonly(),
  }),
})

export const makeDrafts = contract({
  method: 'POST',
  path: '/organisations/:organisation/interview/drafts',
  summary:
    'Makes the drafts that follow from the answers, are not there yet and were not left out; changes nothing that is.',
  params: z.object({ organisation: z.string() }),
  query: nothing,
  body: z.strictObject({
    /** Of the texts; the language of whoever asks unless told. */
    language: z.enum(LANGUAGES).optional(),
    /** Drafts that are not wanted: by key, or all of a register by its name. Remembered until they are taken after all. */
    leaveOut: names.optional(),
    /** Drafts that were left out and are wanted after all. */
    takeAfterAll: names.optional(),
  }),
  needs: { verb: 'update', register: interview.name },
  reply: z.strictObject({
    made: perRegister,
    completed: perRegister,
    /** How many drafts are left out now. */
    leftOut: count,
    batch: z.uuid(),
  }),
})

export const contracts = [readInterview, makeDrafts] as const
