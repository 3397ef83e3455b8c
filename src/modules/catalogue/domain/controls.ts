import attributesFile from '../../../../catalogue/iso27001-2022/attributes.json' with { type: 'json' }
import controlsFile from '../../../../catalogue/iso27001-2022/controls.json' with { type: 'json' }
import { type Bilingual, facts, type Named } from './facts.ts'

export const THEMES = ['organizational', 'people', 'physical', 'technological'] as const
export type ThemeId = (typeof THEMES)[number]

export const ATTRIBUTES = ['controlTypes', 'properties', 'concepts', 'capabilities', 'domains'] as const
export type AttributeId = (typeof ATTRIBUTES)[number]

export interface Theme {
  readonly id: ThemeId
  /** The first part of the numbers of its controls: 5, 6, 7 or 8. */
  readonly number: string
  readonly title: Bilingual
}

/** One control of ISO/IEC 27001:2022, Annex A. Its id is the number without the A: `5.1` to `8.34`. */
export interface Control {
  readonly id: string
  readonly theme: ThemeId
  readonly title: Bilingual
  /** Has no predecessor in the edition of 2013. */
  readonly isNew: boolean
  /** Values of the five attributes of ISO/IEC 27002:2022; `attributes()` names them. */
  readonly attributes: Readonly<Record<AttributeId, readonly string[]>>
}

interface ControlsFile {
  readonly themes: readonly Theme[]
  readonly controls: readonly Control[]
}

const file = facts<ControlsFile>(controlsFile)

/** The four themes, in the order of the standard. */
export function themes(): readonly Theme[] {
  return file.themes
}

/** The 93 controls, in the order of the standard. */
export function controls(): readonly Control[] {
  return file.controls
}

/** The control with that number (`5.1`), or null. */
export function control(id: string): Control | null {
  return file.controls.find((each) => each.id === id) ?? null
}

/** The values that each attribute can take, with their titles. */
export function attributes(): Readonly<Record<AttributeId, readonly Named[]>> {
  return attributesFile
}
