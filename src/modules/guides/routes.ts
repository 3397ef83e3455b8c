import { bind, type Route } from '../../platform/http/bind.ts'
import { addIssue, readContextGuide, writeClimate } from './contract/context.ts'
import { adoptPolicy, readPolicyGuide, writePolicy } from './contract/policy.ts'
import { adoptScope, readScopeGuide, writeScope } from './contract/scope.ts'
import { planLines, readStatementGuide } from './contract/statement.ts'
import { contextGuide, determineClimate, nameIssue } from './service/context.ts'
import { adopt, policyGuide, write } from './service/policy.ts'
import { adoptDraft, scopeGuide, writeDraft } from './service/scope.ts'
import { planWork, statementGuide } from './service/statement.ts'

export const routes: readonly Route[] = [
  bind(readStatementGuide, (ctx, { query }) => statementGuide(ctx, query)),
  bind(planLines, (ctx, { body }, { words }) => planWork(ctx, body, words)),
  bind(readPolicyGuide, (ctx, { query }, { account }) => policyGuide(ctx, query, account.id)),
  bind(writePolicy, (ctx, { body }, { account, words, language }) =>
    write(ctx, body, { words, language, account: account.id }),
  ),
  bind(adoptPolicy, (ctx, { body }) => adopt(ctx, body)),
  bind(readScopeGuide, (ctx, { query }, voice) => scopeGuide(ctx, query, voice)),
  bind(writeScope, (ctx, { body }, voice) => writeDraft(ctx, body, voice)),
  bind(adoptScope, (ctx, { body }) => adoptDraft(ctx, body)),
  bind(readContextGuide, (ctx, { query }) => contextGuide(ctx, query)),
  bind(addIssue, (ctx, { body }) => nameIssue(ctx, body)),
  bind(writeClimate, (ctx, { body }, { words }) => determineClimate(ctx, body, words)),
]
