import type { z } from 'zod'
import type { AsOfMode } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import type { readRiskMap } from './contract.ts'
import { riskMap } from './domain/map.ts'
import type { RiskMethod } from './registers/risk-method.ts'

type Reply = z.input<typeof readRiskMap.reply>

/** The risk map as it stood on that day. */
export async function mapOn(ctx: Context, at: CalendarDate, mode: AsOfMode): Promise<Reply> {
  const { method, likelihoods, consequences, cells, risks } = riskMap(await stateAt(ctx, at, mode), momentOf(at))
  return {
    method: method === null ? null : methodReply(method),
    likelihoods: [...likelihoods],
    consequences: [...consequences],
    levels: (method?.levels ?? []).flatMap(({ key, ...level }) => (key === null ? [] : [{ key, ...level }])),
    cells: [...cells],
    risks: [...risks],
  }
}

function methodReply(method: RiskMethod): Reply['method'] {
  const { id, number, title, versionLabel, state, acceptanceThreshold: threshold } = method
  return { id, number, title, versionLabel, state, threshold }
}
