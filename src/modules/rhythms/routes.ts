import { bind, type Route, type Visit } from '../../platform/http/bind.ts'
import { changeRecurring, listRecurring, makeRhythm, readRhythm } from './contract.ts'
import { arrange, overview } from './service/overview.ts'
import { makeYear, rhythm, type Speaking } from './service.ts'

const speaking = ({ words, services }: Visit): Speaking => ({ words, wordsIn: services.wordsIn })

export const routes: readonly Route[] = [
  bind(readRhythm, (ctx, _input, visit) => rhythm(ctx, speaking(visit))),
  bind(makeRhythm, (ctx, _input, visit) => makeYear(ctx, speaking(visit))),
  bind(listRecurring, (ctx, { query }, visit) => overview(ctx, speaking(visit), query)),
  bind(changeRecurring, (ctx, { body }, visit) => arrange(ctx, speaking(visit), body)),
]
