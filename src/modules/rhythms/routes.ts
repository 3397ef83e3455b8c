import { bind, type Route, type Visit } from '../../platform/http/bind.ts'
import { makeRhythm, readRhythm } from './contract.ts'
import { makeYear, rhythm, type Speaking } from './service.ts'

const speaking = ({ words, services }: Visit): Speaking => ({ words, wordsIn: services.wordsIn })

export const routes: readonly Route[] = [
  bind(readRhythm, (ctx, _input, visit) => rhythm(ctx, speaking(visit))),
  bind(makeRhythm, (ctx, _input, visit) => makeYear(ctx, speaking(visit))),
]
