import type { Field } from '../../../kernel/register.ts'
import type { Titles, Values } from '../../replies.ts'

export type FaultOf = (path: string) => string | undefined

/** What every input of the kit takes. */
export interface FieldProps {
  readonly field: Field
  /** Key of the label; `.why` below it says why it is asked, `.<choice>` and `.<inner field>` are further down. */
  readonly text: string
  readonly value: unknown
  /** Names of the records that the value points at. */
  readonly titles: Titles
  /** What is wrong with it, in words. */
  readonly fault?: string | undefined
  /** What is wrong with a field inside it, by the path from here: `eventHours` of a group, `0.name` of a list. */
  readonly innerFault?: FaultOf | undefined
  /** The other fields of the record, for an input that depends on them. */
  readonly values?: Values
  /** The new value; `also` changes other fields along with it. */
  readonly onChange: (value: unknown, also?: Values) => void
}
