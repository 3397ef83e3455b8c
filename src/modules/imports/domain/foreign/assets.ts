import type { JsonObject } from '../../../../kernel/json.ts'
import { asset } from '../../../assets/registers/asset.ts'
import type { RowFate, RowRemark } from '../plan.ts'
import { yesOrNo } from '../words.ts'
import {
  cellIn,
  type Drafting,
  type ForeignTable,
  faultsAt,
  leftOut,
  meaning,
  place,
  remark,
  textIn,
} from './drafting.ts'
import type { Names } from './names.ts'
import { CATEGORIES, CLASSES, propertiesIn } from './vocabulary.ts'

/** One row of an inventory of assets. What cannot be read is said and left empty; nothing is guessed. */
export function draftAsset(drafting: Drafting, table: ForeignTable, row: number, names: Names): RowFate {
  const skipped = leftOut(table, row, 'title')
  if (skipped !== null) return skipped
  const title = textIn(table, row, 'title')
  const remarks: RowRemark[] = []
  const set = assetFields(table, row, names, remarks)
  const placed = place(drafting, { register: asset, title, set })
  const faults = faultsAt(table, [placed], targetOf)
  return { row, fate: placed.fate, title, faults, remarks }
}

function assetFields(table: ForeignTable, row: number, names: Names, remarks: RowRemark[]): JsonObject {
  const { owner, ownerRole, ownerStated } = names.owner(textIn(table, row, 'owner'))
  if (ownerStated !== null)
    remarks.push(remark('owner_not_read', table.targets.get('owner') ?? null, { text: ownerStated }))
  return {
    title: textIn(table, row, 'title'),
    description: textIn(table, row, 'description'),
    owner,
    ownerRole,
    relevantProperties: [...propertiesAt(table, row, remarks)],
    personalData: answerAt(table, row, remarks),
    whoHasAccess: textIn(table, row, 'whoHasAccess'),
    category: choiceAt({ table, row, remarks }, 'category', CATEGORIES),
    classification: choiceAt({ table, row, remarks }, 'classification', CLASSES),
    serialNumber: textIn(table, row, 'serialNumber'),
  }
}

function targetOf(path: string): string {
  if (path === 'relevantProperties') return 'properties'
  return path === 'ownerRole' ? 'owner' : path
}

export function propertiesAt(table: ForeignTable, row: number, remarks: RowRemark[]): readonly string[] {
  const cell = cellIn(table, row, 'properties')
  const found = cell === null ? [] : propertiesIn(cell.text)
  if (found === null)
    remarks.push(remark('properties_not_read', cell?.column ?? null, { text: cell?.text.slice(0, 80) ?? '' }))
  return found ?? []
}

function answerAt(table: ForeignTable, row: number, remarks: RowRemark[]): boolean | null {
  const cell = cellIn(table, row, 'personalData')
  const answer = cell === null ? null : yesOrNo(cell.text)
  if (cell !== null && answer === null)
    remarks.push(remark('not_yes_or_no', cell.column, { text: cell.text.slice(0, 80) }))
  return answer
}

interface Place {
  readonly table: ForeignTable
  readonly row: number
  readonly remarks: RowRemark[]
}

export function choiceAt<T extends string>(
  { table, row, remarks }: Place,
  target: string,
  words: Readonly<Record<T, readonly string[]>>,
): T | null {
  const cell = cellIn(table, row, target)
  const found = cell === null ? null : meaning(cell.text, words)
  if (cell !== null && found === null)
    remarks.push(remark('choice_not_read', cell.column, { text: cell.text.slice(0, 80) }))
  return found
}
