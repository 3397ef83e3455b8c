import { bind, type Route } from '../../platform/http/bind.ts'
import { followLesson, listLessons, readLesson, readRound } from './contract.ts'
import { follow, list, progress, read } from './service.ts'

export const routes: readonly Route[] = [
  bind(listLessons, (ctx, _input, { language }) => list(ctx, language)),
  bind(readLesson, (_ctx, { params }, { language }) => Promise.resolve(read(params.lesson, language))),
  bind(followLesson, (ctx, { params, body }, { language }) => follow(ctx, params.lesson, { ...body, language })),
  bind(readRound, (ctx, { params }) => progress(ctx, params.round)),
]
