import type { makeDrafts, readInterview } from '../../../modules/interviews/contract.ts'
import type { ReplyOf } from '../../client.ts'

export type InterviewReply = ReplyOf<typeof readInterview>
export type MadeReply = ReplyOf<typeof makeDrafts>
/** Keys of drafts that are not wanted, and of those that are wanted after all. */
export interface DraftsChoice {
  readonly leaveOut: readonly string[]
  readonly takeAfterAll?: readonly string[]
}
export type ChapterTold = InterviewReply['chapters'][number]
export type QuestionTold = ChapterTold['questions'][number]
export type DraftTold = InterviewReply['drafts'][number]

/** What stands behind the last chapter. */
export const END = 'drafts'

export function answeredIn({ questions }: ChapterTold): number {
  return questions.filter(({ isAnswered }) => isAnswered).length
}

/** What the drafts of one register are, and which questions led to them, the commonest first. */
export interface RegisterDrafts {
  readonly register: string
  readonly drafts: readonly DraftTold[]
  readonly because: readonly string[]
}

export function byRegister(drafts: readonly DraftTold[]): readonly RegisterDrafts[] {
  const names = [...new Set(drafts.map(({ register }) => register))]
  return names.map((register) => {
    const own = drafts.filter((draft) => draft.register === register)
    const asked = own.flatMap(({ because }) => because)
    const times = (question: string): number => asked.filter((one) => one === question).length
    return { register, drafts: own, because: [...new Set(asked)].toSorted((a, b) => times(b) - times(a)) }
  })
}
