import { bind, type Route } from '../../platform/http/bind.ts'
import { actOnRecurring, handOver, readRecurring } from './contract.ts'
import { read } from './service/reading.ts'
import { act, handOverStretch } from './service.ts'

export const routes: readonly Route[] = [
  bind(readRecurring, (ctx, { params }, { language }) => read(ctx, params.work, language)),
  bind(actOnRecurring, (ctx, { params, body }) => act(ctx, params.work, body)),
  bind(handOver, (ctx, { body }) => handOverStretch(ctx, body)),
]
