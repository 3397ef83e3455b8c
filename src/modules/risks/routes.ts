import { bind, type Route } from '../../platform/http/bind.ts'
import { readRiskMap } from './contract.ts'
import { mapOn } from './service.ts'

export const routes: readonly Route[] = [
  bind(readRiskMap, (ctx, { query }) => mapOn(ctx, query.at ?? ctx.today(), query.mode)),
]
