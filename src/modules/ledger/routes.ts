import { bind, type Route } from '../../platform/http/bind.ts'
import { checkpoints, makeCheckpoint } from '../../platform/store/checkpoint.ts'
import * as contracts from './contract.ts'
import { ledger, verified } from './service.ts'

export const routes: readonly Route[] = [
  bind(contracts.readLedger, (ctx, { query }, visit) => ledger(ctx, visit, query)),
  bind(contracts.verify, (ctx, _input, visit) => verified(ctx, visit)),
  bind(contracts.listCheckpoints, async (ctx, _input, { services }) => ({
    checkpoints: await checkpoints(ctx),
    publicKeys: await services.verifierKeys(),
  })),
  bind(contracts.makeCheckpoint, (ctx) => makeCheckpoint(ctx)),
]
