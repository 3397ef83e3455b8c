/** How the 93 controls, made when the organisation was founded, are known in the story: by their number in Annex A. */
import type { RecordId } from '../../src/kernel/register.ts'
import { idOf } from './story.ts'

/** `control('5.23')`. */
export function control(annexA: string): RecordId {
  return idOf('control', annexA)
}
