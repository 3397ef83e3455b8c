import { bind, type Route } from '../../platform/http/bind.ts'
import { readToday } from './contract.ts'
import { today } from './service.ts'

export const routes: readonly Route[] = [bind(readToday, (ctx, { query }, visit) => today(ctx, visit, query))]
