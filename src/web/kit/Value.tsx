import type { ReactNode } from 'react'
import type { Field } from '../../kernel/register.ts'
import type { Titles } from '../replies.ts'
import { useSpeech } from '../text.ts'
import { isNothing, isObject } from './difference.ts'
import { FileLink } from './FileLink.tsx'
import { RecordLink } from './RecordLink.tsx'
import { RichText } from './RichText.tsx'
import { TermName } from './TermName.tsx'

interface ValueProps {
  readonly field: Field
  /** Key of the field's label, under which its choices and inner fields have theirs. */
  readonly text: string
  readonly value: unknown
  readonly titles: Titles
}

/** A value of a record as people read it. Nothing filled in says so. */
export function Value({ field, text, value, titles }: ValueProps): ReactNode {
  const { words, day, moment, number } = useSpeech()
  if (isNothing(value)) {
    return (
      <span className="quiet">{words(field.kind === 'boolean' || field.isFact ? 'value.unknown' : 'value.none')}</span>
    )
  }
  if (field.kind === 'group') return <GroupValue field={field} text={text} value={value} titles={titles} />
  if (Array.isArray(value)) return <ManyValues field={field} text={text} value={value} titles={titles} />
  if (typeof value === 'boolean') return words(value ? 'value.yes' : 'value.no')
  if (typeof value === 'number') return <span className="num">{number(value)}</span>
  if (typeof value !== 'string') return null
  switch (field.kind) {
    case 'choice':
      return words(`${text}.${value}`)
    case 'date':
      return <time dateTime={value}>{day(value)}</time>
    case 'instant':
      return <time dateTime={value}>{moment(value)}</time>
    case 'link':
      return <RecordLink id={value} titles={titles} />
    case 'term':
      return <TermName id={value} set={field.options.set ?? 'clause'} />
    case 'file':
      return <FileLink hash={value} />
    case 'richText':
      return <RichText html={value} />
    case 'longText':
      return <span className="prewrap">{value}</span>
    default:
      return value
  }
}

function GroupValue({ field, text, value, titles }: ValueProps): ReactNode {
  const { words } = useSpeech()
  const filled = isObject(value) ? value : {}
  return (
    <dl className="facts inner">
      {Object.entries(field.options.fields ?? {})
        .filter(([name]) => !isNothing(filled[name]))
        .map(([name, inner]) => (
          <div key={name} className="fact">
            <dt>{words(`${text}.${name}`)}</dt>
            <dd>
              <Value field={inner} text={`${text}.${name}`} value={filled[name]} titles={titles} />
            </dd>
          </div>
        ))}
    </dl>
  )
}

function ManyValues({ field, text, value, titles }: ValueProps & { readonly value: readonly unknown[] }): ReactNode {
  const { words } = useSpeech()
  if (field.kind === 'list') {
    return (
      <ul className="rows">
        {value.map((row, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- rows of a list have no identity of their own
          <li key={index}>
            <GroupValue field={field} text={text} value={row} titles={titles} />
          </li>
        ))}
      </ul>
    )
  }
  const one = (id: string): ReactNode => {
    if (field.kind === 'links') return <RecordLink id={id} titles={titles} />
    if (field.kind === 'terms') return <TermName id={id} set={field.options.set ?? 'clause'} />
    return words(`${text}.${id}`)
  }
  return value
    .filter((id) => typeof id === 'string')
    .map((id, index) => (
      <span key={id}>
        {index > 0 ? ', ' : ''}
        {one(id)}
      </span>
    ))
}
