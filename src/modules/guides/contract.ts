import { addIssue, readContextGuide, writeClimate } from './contract/context.ts'
import { adoptPolicy, readPolicyGuide, writePolicy } from './contract/policy.ts'
import { adoptScope, readScopeGuide, writeScope } from './contract/scope.ts'
import { planLines, readStatementGuide } from './contract/statement.ts'

/** In the order of the path. */
export const contracts = [
  readContextGuide,
  addIssue,
  writeClimate,
  readScopeGuide,
  writeScope,
  adoptScope,
  readPolicyGuide,
  writePolicy,
  adoptPolicy,
  readStatementGuide,
  planLines,
] as const
