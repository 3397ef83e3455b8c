import { bind, type Route } from '../../platform/http/bind.ts'
import { exportRisks, exportStatement } from './contract.ts'
import { risksFile, statementFile } from './service.ts'

export const routes: readonly Route[] = [
  bind(exportStatement, (ctx, { query }, { language, services }) => {
    const spoken = query.language ?? language
    return statementFile(ctx, { ...query, language: spoken, words: services.wordsIn(spoken) })
  }),
  bind(exportRisks, (ctx, { query }, { language, services }) => {
    const spoken = query.language ?? language
    return risksFile(ctx, { ...query, language: spoken, words: services.wordsIn(spoken) })
  }),
]
