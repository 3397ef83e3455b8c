import { adoptPolicy, readPolicyGuide, writePolicy } from './contract/policy.ts'
import { planLines, readStatementGuide } from './contract/statement.ts'

/** In the order of the path. */
export const contracts = [readPolicyGuide, writePolicy, adoptPolicy, readStatementGuide, planLines] as const
