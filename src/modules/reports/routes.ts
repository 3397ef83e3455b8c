import { bindVisit, type Route } from '../../platform/http/bind.ts'
import { exportReadiness, exportRisks, exportStatement } from './contract.ts'
import { fileOf, readinessMade, risksMade, statementMade } from './service.ts'

export const routes: readonly Route[] = [
  bindVisit(exportStatement, async (visit, { query }) => {
    const language = query.language ?? visit.language
    const asked = { ...query, language, words: visit.services.wordsIn(language) }
    return fileOf(await visit.within((ctx) => statementMade(ctx, asked)))
  }),
  bindVisit(exportRisks, async (visit, { query }) => {
    const language = query.language ?? visit.language
    const asked = { ...query, language, words: visit.services.wordsIn(language) }
    return fileOf(await visit.within((ctx) => risksMade(ctx, asked)))
  }),
  bindVisit(exportReadiness, async (visit, { query }) => {
    const language = query.language ?? visit.language
    const asked = { ...query, language, words: visit.services.wordsIn(language) }
    return fileOf(await visit.within((ctx) => readinessMade(ctx, asked)))
  }),
]
