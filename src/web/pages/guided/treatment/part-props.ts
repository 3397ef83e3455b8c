import type { RiskMap } from '../../../../modules/risks/web/method.ts'
import type { Titles } from '../../../replies.ts'
import type { TreatmentReply } from './treatment.ts'

/** What the parts of the form about treatments are given. */
export interface PartProps {
  readonly reply: TreatmentReply
  readonly map: RiskMap
  /** A control by its id. */
  readonly nameOf: (id: string) => string
  readonly people: Titles
  readonly canEdit: boolean
}
