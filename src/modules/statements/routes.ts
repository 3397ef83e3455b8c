import { bind, type Route } from '../../platform/http/bind.ts'
import {
  approveStatement,
  changeStatementLines,
  compareStatements,
  confirmStatedApproval,
  currentStatement,
  listStatementVersions,
  startStatement,
} from './contract.ts'
import { compare, current, versions } from './service/read.ts'
import { approve, changeLines, confirm, start } from './service/write.ts'

export const routes: readonly Route[] = [
  bind(currentStatement, (ctx, { query }) => current(ctx, query.at ?? ctx.today(), query.mode ?? 'known')),
  bind(listStatementVersions, (ctx, { query }) => versions(ctx, query.at ?? ctx.today(), query.mode ?? 'known')),
  bind(compareStatements, (ctx, { query }) => compare(ctx, query.from, query.to)),
  bind(startStatement, (ctx, { body }, { words }) => start(ctx, body, words)),
  bind(approveStatement, (ctx, { body }) => approve(ctx, body)),
  bind(changeStatementLines, (ctx, { body }) => changeLines(ctx, body)),
  bind(confirmStatedApproval, (ctx, { body }) => confirm(ctx, body)),
]
