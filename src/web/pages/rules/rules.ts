import type { listRules } from '../../../modules/readiness/contract.ts'
import type { ReplyOf } from '../../client.ts'

export type RulesReply = ReplyOf<typeof listRules>
export type RuleShape = RulesReply['rules'][number]
