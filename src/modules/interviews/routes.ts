import { bind, type Route } from '../../platform/http/bind.ts'
import { makeDrafts, readInterview } from './contract.ts'
import { generate, tell } from './service.ts'

export const routes: readonly Route[] = [
  bind(readInterview, (ctx, _input, { language, words }) => tell(ctx, { language, words })),
  bind(makeDrafts, (ctx, { body }, { language, services }) => {
    const spoken = body.language ?? language
    return generate(ctx, { language: spoken, words: services.wordsIn(spoken) }, body)
  }),
]
