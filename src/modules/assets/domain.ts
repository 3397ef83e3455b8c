import type { Isms } from '../../kernel/isms.ts'
import { asset } from './registers/asset.ts'
import { type InformationSystem, informationSystem } from './registers/information-system.ts'

/** Systems that are there, and placed inside the scope. */
export function systemsInScope(isms: Isms): readonly InformationSystem[] {
  return isms.all(informationSystem).filter((one) => one.state === 'active' && one.inScope === true)
}

/** Whether personal data stands anywhere in what is listed; unknown where that is not filled in everywhere. */
export function holdsPersonalData(isms: Isms): boolean | 'unknown' {
  let isOpen = false
  for (const { state, personalData } of [...isms.all(asset), ...isms.all(informationSystem)]) {
    if (state !== 'active') continue
    if (personalData === true) return true
    if (personalData === null) isOpen = true
  }
  return isOpen ? 'unknown' : false
}
