import { Refusal } from '../../kernel/refusal.ts'
import { bind, type Route } from '../../platform/http/bind.ts'
import { dropDraft, findDraft, saveDraft, setViews, viewsOf } from '../../platform/store/drafts.ts'
import * as contracts from './contract.ts'
import { readsOwnOnly } from './service/access.ts'
import { listRecords, nameRecords, searchRecords } from './service/list.ts'
import { readHistory, readRecord } from './service/record.ts'
import { actOnRecord, changeMany, createRecord, eraseRecord, updateRecord } from './service/write.ts'

export const routes: readonly Route[] = [
  bind(contracts.nameRecords, async (ctx, { query }) => ({ titles: await nameRecords(ctx, query) })),
  bind(contracts.listRecords, (ctx, { params, query }) => listRecords(ctx, params.register, query)),
  bind(contracts.createRecord, (ctx, { params, body }, visit) => createRecord(ctx, visit, params.register, body)),
  bind(contracts.readRecord, (ctx, { params, query }, visit) => readRecord(ctx, visit, params, query)),
  bind(contracts.updateRecord, (ctx, { params, body }, visit) => updateRecord(ctx, visit, params, body)),
  bind(contracts.actOnRecord, (ctx, { params, body }, visit) => actOnRecord(ctx, visit, params, body)),
  bind(contracts.readHistory, (ctx, { params, query }, visit) => readHistory(ctx, visit, params, query)),
  bind(contracts.changeMany, (ctx, { params, body }, visit) => changeMany(ctx, visit, params.register, body)),
  bind(contracts.eraseRecord, async (ctx, { params, body }) => {
    await eraseRecord(ctx, params, body)
  }),
  bind(contracts.readDraft, async (ctx, { params }, { account }) => {
    const { name } = ctx.registry.get(params.register)
    const draft = await findDraft(ctx, { account: account.id, register: name, record: params.id })
    if (draft === null) throw new Refusal('not_found', 'draft.unknown')
    return draft
  }),
  bind(contracts.saveDraft, async (ctx, { params, body }, { account }) => {
    const register = ctx.registry.get(params.register)
    readsOwnOnly(ctx, register)
    return { savedAt: await saveDraft(ctx, { account: account.id, register: register.name, record: params.id }, body) }
  }),
  bind(contracts.dropDraft, (ctx, { params }, { account }) =>
    dropDraft(ctx, { account: account.id, register: params.register, record: params.id }),
  ),
  bind(contracts.readViews, async (ctx, { params }, { account }) => {
    const { name } = ctx.registry.get(params.register)
    return { views: [...(await viewsOf(ctx, account.id, name))] }
  }),
  bind(contracts.saveViews, async (ctx, { params, body }, { account }) => {
    const { name } = ctx.registry.get(params.register)
    await setViews(ctx, { account: account.id, register: name }, body.views)
    return { views: [...(await viewsOf(ctx, account.id, name))] }
  }),
  bind(contracts.searchRecords, async (ctx, { query }) => ({ results: await searchRecords(ctx, query) })),
  bind(contracts.listOptions, async (ctx, { query }) => ({ options: await searchRecords(ctx, query) })),
]
