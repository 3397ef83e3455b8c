import { planLines, readStatementGuide } from './contract/statement.ts'

/** In the order of the path. */
export const contracts = [readStatementGuide, planLines] as const
