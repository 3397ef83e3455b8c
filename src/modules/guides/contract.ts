import { adoptPolicy, readPolicyGuide, writePolicy } from './contract/policy.ts'
import { adoptScope, readScopeGuide, writeScope } from './contract/scope.ts'
import { planLines, readStatementGuide } from './contract/statement.ts'

/** In the order of the path. */
export const contracts = [
  readScopeGuide,
  writeScope,
  adoptScope,
  readPolicyGuide,
  writePolicy,
  adoptPolicy,
  readStatementGuide,
  planLines,
] as const
