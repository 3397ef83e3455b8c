import { createElement, type ReactNode } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Field, Register } from '../../../kernel/register.ts'
import { useAsOf } from '../../as-of.ts'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { shortName } from '../../words.ts'
import { isNothing } from '../difference.ts'
import { cellOf } from '../extension.ts'
import { TermName } from '../TermName.tsx'

interface CellProps {
  readonly register: Register
  readonly column: string
  readonly row: AnyRecord
  readonly titles: Titles
  /** No links and no stand-in inside: the cell is a link itself. */
  readonly isPlain?: boolean
}

/** A value on one line: short dates, short names, what is in a list as a count. */
export function Cell(props: CellProps): ReactNode {
  const own = cellOf(props.register.name, props.column)
  return own === null ? <PlainCell {...props} /> : createElement(own, { row: props.row })
}

function PlainCell({ register, column, row, titles, isPlain = false }: CellProps): ReactNode {
  const { words, shortDay } = useSpeech()
  const { day: shown } = useAsOf()
  const field = register.fields[column]
  const value = row[column]
  if (column === 'state') return words(`${register.name}.state.${row.state}`)
  if (column === 'validFrom' || column === 'recordedAt') return shortDay(row[column].slice(0, 10), shown)
  if (field === undefined) return typeof value === 'string' ? value : null
  if (isNothing(value)) return <NothingCell isPlain={isPlain} isOwner={column === register.owner} />
  const text = `${register.name}.${column}`
  if (Array.isArray(value)) return <ManyCell field={field} text={text} value={value} titles={titles} />
  return <OneCell field={field} text={text} value={value} titles={titles} />
}

interface NothingCellProps {
  readonly isPlain: boolean
  readonly isOwner: boolean
}

/** Most that is not filled in is left blank; that nobody answers for it is worth a word. */
function NothingCell({ isPlain, isOwner }: NothingCellProps): ReactNode {
  const { words } = useSpeech()
  if (isPlain) return words('value.unnamed')
  return isOwner ? <span className="quiet">{words('value.noOwner')}</span> : null
}

interface FieldCellProps<Value> {
  readonly field: Field
  readonly text: string
  readonly value: Value
  readonly titles: Titles
}

/** How many of a cell's links are named before the rest is counted. */
const NAMED = 2

function ManyCell({ field, text, value, titles }: FieldCellProps<readonly unknown[]>): ReactNode {
  const { words } = useSpeech()
  const texts = value.filter((one) => typeof one === 'string')
  switch (field.kind) {
    case 'list':
      return words('value.rows', { n: value.length })
    case 'choices':
      return texts.map((one) => words(`${text}.${one}`)).join(', ')
    case 'terms':
      return texts.join(', ')
    default: {
      const names = texts.slice(0, NAMED).map((id) => linkName(titles, id) ?? words('value.hidden'))
      return `${names.join(', ')}${texts.length > NAMED ? ` +${texts.length - NAMED}` : ''}`
    }
  }
}

/** How much of a long text a cell shows. */
const SHOWN = 80

function OneCell({ field, text, value, titles }: FieldCellProps<unknown>): ReactNode {
  const { words, shortDay, number } = useSpeech()
  const { day: shown } = useAsOf()
  if (typeof value === 'boolean') return words(value ? 'value.yes' : 'value.no')
  if (typeof value === 'number') return number(value)
  if (typeof value !== 'string') return words('value.filled')
  switch (field.kind) {
    case 'link':
      return <span title={titles[value]?.title}>{linkName(titles, value) ?? words('value.hidden')}</span>
    case 'choice':
      return words(`${text}.${value}`)
    case 'date':
    case 'instant':
      return shortDay(value.slice(0, 10), shown)
    case 'term':
      return <TermName id={value} set={field.options.set ?? 'clause'} />
    case 'richText':
      return value.replaceAll(/<[^>]*>/g, ' ').slice(0, SHOWN)
    case 'file':
      return words('value.file')
    default:
      return value
  }
}

function linkName(titles: Titles, id: string): string | null {
  const title = titles[id]
  if (title === undefined) return null
  return title.register === 'person' ? shortName(title.title) : title.title
}
