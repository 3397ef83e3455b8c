import { bind, type Route } from '../../platform/http/bind.ts'
import { readForecast, readReadiness } from './contract.ts'
import { forecast, readiness } from './service.ts'

export const routes: readonly Route[] = [
  bind(readReadiness, (ctx, { query }) => readiness(ctx, query)),
  bind(readForecast, (ctx, { query }) => forecast(ctx, query)),
]
