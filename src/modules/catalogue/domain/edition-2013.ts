import controlsFile from '../../../../catalogue/iso27001-2013/controls.json' with { type: 'json' }
import type { Bilingual, Named } from './facts.ts'

export interface Objective2013 {
  readonly id: string
  readonly domain: string
  readonly title: Bilingual
}

/** One control of the withdrawn edition of 2013. Its id is the number without the A: `5.1.1` to `18.2.3`. */
export interface Control2013 {
  readonly id: string
  readonly objective: string
  readonly title: Bilingual
}

/** The 14 domains, `5` to `18`. */
export function domains2013(): readonly Named[] {
  return controlsFile.domains
}

/** The 35 control objectives, `5.1` to `18.2`. */
export function objectives2013(): readonly Objective2013[] {
  return controlsFile.objectives
}

/** The 114 controls, in the order of the standard. */
export function controls2013(): readonly Control2013[] {
  return controlsFile.controls
}

export function control2013(id: string): Control2013 | null {
  return controlsFile.controls.find((each) => each.id === id) ?? null
}
