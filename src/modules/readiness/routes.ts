import { bind, type Route, type Visit } from '../../platform/http/bind.ts'
import { actorsOf } from '../registers/service/actors.ts'
import {
  explainRule,
  listRules,
  readDifference,
  readForecast,
  readParameters,
  readReadiness,
  readTrend,
} from './contract.ts'
import { difference, type NameActors } from './service/difference.ts'
import { parameters } from './service/parameters.ts'
import { explained, listedRules } from './service/rules.ts'
import { trend } from './service/trend.ts'
import { forecast, readiness } from './service.ts'

/** Names the actors of entries as the other screens do. */
function naming(visit: Visit): NameActors {
  return (acted) => actorsOf(visit, acted)
}

export const routes: readonly Route[] = [
  bind(readReadiness, (ctx, { query }) => readiness(ctx, query)),
  bind(readForecast, (ctx, { query }) => forecast(ctx, query)),
  bind(readTrend, (ctx, { query }) => trend(ctx, query)),
  bind(readDifference, (ctx, { query }, visit) => difference(ctx, query, naming(visit))),
  bind(listRules, async () => listedRules()),
  bind(explainRule, (ctx, { params, query }) => explained(ctx, { ...query, rule: params.rule })),
  bind(readParameters, (ctx, { query }, visit) => parameters(ctx, query, naming(visit))),
]
