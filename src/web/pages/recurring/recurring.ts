import type { listRecurring } from '../../../modules/rhythms/contract.ts'
import type { readRecurring } from '../../../modules/tasks/contract.ts'
import type { ReplyOf } from '../../client.ts'

/** All recurring work at once. */
export type Overview = ReplyOf<typeof listRecurring>
export type Work = Overview['works'][number]
export type Proposed = Overview['proposed'][number]

/** One piece of it, with the days that wait. */
export type WorkReply = ReplyOf<typeof readRecurring>

/** What somebody says of one day of it. */
export type Said = Readonly<Record<string, unknown>> & { readonly act: 'finish' | 'skip' | 'miss' | 'hand_over' }
