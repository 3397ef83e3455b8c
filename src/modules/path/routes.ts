import { bind, type Route } from '../../platform/http/bind.ts'
import { readPath } from './contract.ts'
import { path } from './service.ts'

export const routes: readonly Route[] = [bind(readPath, (ctx, { query }) => path(ctx, query))]
