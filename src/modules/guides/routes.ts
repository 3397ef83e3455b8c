import { bind, type Route } from '../../platform/http/bind.ts'
import { planLines, readStatementGuide } from './contract/statement.ts'
import { planWork, statementGuide } from './service/statement.ts'

export const routes: readonly Route[] = [
  bind(readStatementGuide, (ctx, { query }) => statementGuide(ctx, query)),
  bind(planLines, (ctx, { body }, { words }) => planWork(ctx, body, words)),
]
