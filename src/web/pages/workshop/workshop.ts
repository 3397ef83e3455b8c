import type { readWorkshop } from '../../../modules/workshops/contract.ts'
import type { ReplyOf } from '../../client.ts'

export type WorkshopReply = ReplyOf<typeof readWorkshop>
export type TabledRisk = WorkshopReply['groups'][number]['risks'][number]
