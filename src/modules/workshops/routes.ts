import { bind, type Route } from '../../platform/http/bind.ts'
import { readWorkshop, sayOpinion, settleRisk } from './contract.ts'
import { opine, settle, workshop } from './service.ts'

export const routes: readonly Route[] = [
  bind(readWorkshop, (ctx, { query }) => workshop(ctx, query)),
  bind(sayOpinion, (ctx, { body }) => opine(ctx, body)),
  bind(settleRisk, (ctx, { body }) => settle(ctx, body)),
]
