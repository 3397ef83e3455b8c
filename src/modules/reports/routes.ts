import { bindVisit, type Route } from '../../platform/http/bind.ts'
import { exportRisks, exportStatement } from './contract.ts'
import { fileOf, risksMade, statementMade } from './service.ts'

export const routes: readonly Route[] = [
  bindVisit(exportStatement, async ({ within, language, services }, { query }) => {
    const spoken = query.language ?? language
    const asked = { ...query, language: spoken, words: services.wordsIn(spoken) }
    return fileOf(await within((ctx) => statementMade(ctx, asked)))
  }),
  bindVisit(exportRisks, async ({ within, language, services }, { query }) => {
    const spoken = query.language ?? language
    const asked = { ...query, language: spoken, words: services.wordsIn(spoken) }
    return fileOf(await within((ctx) => risksMade(ctx, asked)))
  }),
]
