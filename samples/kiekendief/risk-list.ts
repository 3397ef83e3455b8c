/** The eighteen risks as they were told and scored on 11 December 2025, in the order of their numbers. */
import { ABOVE } from './risks-above.ts'
import { BELOW } from './risks-below.ts'
import type { Told } from './told.ts'

const numberOf = ({ key }: Told): number => Number(key.slice('R-'.length))

export const RISKS: readonly Told[] = [...ABOVE, ...BELOW].toSorted((a, b) => numberOf(a) - numberOf(b))
export const TREATED = RISKS.filter(({ left }) => left !== undefined)
