import type { ReactNode } from 'react'
import type { Field, Register } from '../../../kernel/register.ts'
import type { Titles, Values } from '../../replies.ts'
import { useText } from '../../text.ts'
import { isNothing } from '../difference.ts'
import { Value } from '../Value.tsx'
import { isShort } from '../values.ts'

interface RecordTextProps {
  readonly register: Register
  readonly record: Values
  readonly titles: Titles
  readonly fields: readonly (readonly [name: string, field: Field])[]
  /** Leaves out what nothing was filled in for. */
  readonly isBrief?: boolean
  /** Level of the heads of long texts, one below the head that stands over them. */
  readonly heading?: 'h2' | 'h3'
}

/** The fields of a record to read: short ones as a list of facts, long ones as text under their own head. */
export function RecordText({
  register,
  record,
  titles,
  fields,
  isBrief = false,
  heading: Heading = 'h2',
}: RecordTextProps): ReactNode {
  const words = useText()
  const shown = fields.filter(([name]) => !isBrief || !isNothing(record[name]))
  const isFact = (field: Field): boolean =>
    isShort(field) || ['text', 'choices', 'links', 'terms', 'file'].includes(field.kind)
  const facts = shown.filter(([, field]) => isFact(field))
  const texts = shown.filter(([, field]) => !isFact(field))
  const value = (name: string, field: Field): ReactNode => (
    <Value field={field} text={`${register.name}.${name}`} value={record[name]} titles={titles} />
  )
  return (
    <>
      <dl className="facts">
        {facts.map(([name, field]) => (
          <div key={name} className="fact">
            <dt>{words(`${register.name}.${name}`)}</dt>
            <dd>{value(name, field)}</dd>
          </div>
        ))}
      </dl>
      {texts.map(([name, field]) => (
        <section key={name} className="longfact">
          <Heading>{words(`${register.name}.${name}`)}</Heading>
          <div className="text">{value(name, field)}</div>
        </section>
      ))}
    </>
  )
}
