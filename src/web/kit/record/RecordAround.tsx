import { createElement, type ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { childrenOf, findRegister } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'
import { isNothing } from '../difference.ts'
import { besideOf } from '../extension.ts'
import { RecordLink } from '../RecordLink.tsx'
import { Value } from '../Value.tsx'
import { IncomingLines } from './IncomingLines.tsx'
import { RecordHistory } from './RecordHistory.tsx'
import { RecordText } from './RecordText.tsx'

interface RecordAroundProps {
  readonly register: Register
  readonly reply: RecordReply
}

const KINDS_OF_LINKS: ReadonlySet<string> = new Set(['link', 'links', 'term', 'terms'])

/** What proves and surrounds a record: approvals, evidence, links out and in, and its history. */
export function RecordAround({ register, reply }: RecordAroundProps): ReactNode {
  const words = useText()
  const { record, titles, incoming } = reply
  const children = new Set(childrenOf(register).map(({ name }) => name))
  const of = (name: string): RecordReply['incoming'] => incoming.filter((link) => link.register === name)
  const others = [...new Set(incoming.map((link) => link.register))].filter(
    (name) => name !== 'approval' && name !== 'evidence' && !children.has(name),
  )
  const out = Object.entries(register.fields).filter(
    ([name, field]) => KINDS_OF_LINKS.has(field.kind) && !field.isSet && !isNothing(record[name]),
  )
  const settled = Object.entries(register.fields).filter(([name, field]) => field.isSet && !isNothing(record[name]))
  const beside = besideOf(register.name)
  return (
    <div className="around">
      {beside === null ? null : createElement(beside)}
      {settled.length > 0 ? (
        <section aria-label={words('around.settled')}>
          <h2 className="under">{words('around.settled')}</h2>
          <RecordText register={register} record={record} titles={titles} fields={settled} />
        </section>
      ) : null}
      {(['approval', 'evidence'] as const).map((name) =>
        of(name).length > 0 ? (
          <section key={name} aria-label={words(`${name}.plural`)}>
            <h2 className="under">{capital(words(`${name}.plural`))}</h2>
            <IncomingLines links={of(name)} titles={titles} />
          </section>
        ) : null,
      )}
      {out.length + others.length > 0 ? (
        <section aria-label={words('around.links')}>
          <h2 className="under">{words('around.links')}</h2>
          <dl className="facts">
            {out.map(([name, field]) => (
              <div key={name} className="fact">
                <dt>{words(`${register.name}.${name}`)}</dt>
                <dd>
                  <Value field={field} text={`${register.name}.${name}`} value={record[name]} titles={titles} />
                </dd>
              </div>
            ))}
            {others.map((name) => (
              <div key={name} className="fact">
                <dt>{findRegister(name) === null ? name : capital(words(`${name}.plural`))}</dt>
                <dd>
                  {of(name).map(({ id, field }, index) => (
                    <span key={`${id}${field}`}>
                      {index > 0 ? ', ' : ''}
                      <RecordLink id={id} titles={titles} />
                    </span>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
      <section aria-label={words('history.title')}>
        <h2 className="under">{words('history.title')}</h2>
        <RecordHistory register={register} id={record.id} />
      </section>
    </div>
  )
}
