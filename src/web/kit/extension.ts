import type { ComponentType } from 'react'
import type { AnyRecord } from '../../kernel/isms.ts'
import type { FieldProps } from './fields/field-props.ts'

/** A column that is worked out from more than the row itself. Its cell stands under `register.name` with the others. */
export interface ExtraColumn {
  readonly name: string
  /** Key of its head. */
  readonly text: string
  /** The column behind which it stands. */
  readonly after: string
}

type OwnCell = ComponentType<{ readonly row: AnyRecord }>

/** What a module adds to the derived screens of its registers; `register.field` names what it draws itself. */
export interface Extension {
  /** The columns of a list as it opens, where the module's own columns leave no room for all that are declared. */
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly columns: Readonly<Record<string, readonly ExtraColumn[]>>
  readonly cells: Readonly<Record<string, OwnCell>>
  readonly inputs: Readonly<Record<string, ComponentType<FieldProps>>>
  /** What stands beside a record of a register, above its links. */
  readonly beside?: Readonly<Record<string, ComponentType>>
}

const extensions = Object.values(
  import.meta.glob<Extension>('../../modules/*/web/extension.ts', { eager: true, import: 'extension' }),
)

export function openingColumns(register: string): readonly string[] | null {
  return extensions.map(({ lists }) => lists[register]).find((list) => list !== undefined) ?? null
}

export function extraColumns(register: string): readonly ExtraColumn[] {
  return extensions.flatMap(({ columns }) => columns[register] ?? [])
}

export function cellOf(register: string, column: string): OwnCell | null {
  const name = `${register}.${column}`
  return extensions.map(({ cells }) => cells[name]).find((cell) => cell !== undefined) ?? null
}

export function inputOf(text: string): ComponentType<FieldProps> | null {
  return extensions.map(({ inputs }) => inputs[text]).find((input) => input !== undefined) ?? null
}

export function besideOf(register: string): ComponentType | null {
  return extensions.map(({ beside }) => beside?.[register]).find((part) => part !== undefined) ?? null
}
