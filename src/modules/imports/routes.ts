import { bind, bindVisit, type Route } from '../../platform/http/bind.ts'
import * as contracts from './contract.ts'
import { applyImport } from './service/apply.ts'
import { registerFile } from './service/export.ts'
import { correctImport, dropImport, listImports, previewImport, readImport } from './service/preview.ts'
import { undoImport } from './service/undo.ts'

export const routes: readonly Route[] = [
  bind(contracts.exportRegister, (ctx, { params, query }, { language, services }) =>
    registerFile(ctx, params.register, { ...query, language: query.language ?? language, wordsIn: services.wordsIn }),
  ),
  bindVisit(contracts.listImports, (visit) => listImports(visit)),
  bindVisit(contracts.previewImport, (visit, { body }) => previewImport(visit, body.files)),
  bindVisit(contracts.readImport, (visit, { params }) => readImport(visit, params.id)),
  bindVisit(contracts.correctImport, (visit, { params, body }) => correctImport(visit, params.id, body.corrections)),
  bindVisit(contracts.applyImport, (visit, { params }) => applyImport(visit, params.id)),
  bindVisit(contracts.undoImport, (visit, { params }) => undoImport(visit, params.id)),
  bindVisit(contracts.dropImport, (visit, { params }) => dropImport(visit, params.id)),
]
