import type { followLesson, listLessons, readLesson, readRound } from '../../../modules/awareness/contract.ts'
import type { ReplyOf } from '../../client.ts'

export type LessonsReply = ReplyOf<typeof listLessons>
export type LessonLine = LessonsReply['lessons'][number]
export type LessonReply = ReplyOf<typeof readLesson>
/** The answers as they were marked. */
export type MarkedReply = ReplyOf<typeof followLesson>
export type RoundReply = ReplyOf<typeof readRound>
