import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { RecordId, Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { childrenOf } from '../../registers.ts'
import type { RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { ListError } from '../list/ListError.tsx'
import { formFields, nameOf } from '../values.ts'
import { IncomingLines } from './IncomingLines.tsx'
import { RecordChildren } from './RecordChildren.tsx'
import { RecordHistory } from './RecordHistory.tsx'
import { RecordText } from './RecordText.tsx'

interface RecordPanelProps {
  readonly register: Register
  readonly id: RecordId
  readonly onClose: () => void
}

type Tab = 'overview' | 'evidence' | 'history'

/** A record beside its list: what it says, what proves it, how it came about. Changing is done on its own page. */
export function RecordPanel({ register, id, onClose }: RecordPanelProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { tense } = useAsOf()
  const head = useId()
  const [tab, setTab] = useState<Tab>('overview')
  const record = useQuery(api.read<RecordReply>(`registers/${register.name}/${id}`))
  const reply = record.data
  const evidence = reply?.incoming.filter((link) => link.register === 'evidence') ?? []
  const tabs: readonly Tab[] = evidence.length > 0 ? ['overview', 'evidence', 'history'] : ['overview', 'history']
  return (
    <aside className="panel stick" aria-labelledby={head}>
      <div className="crumb panelhead">
        <span>
          {reply === undefined
            ? words('state.loading')
            : words('panel.line', {
                number: reply.record.number,
                state: words(`${register.name}.state.${reply.record.state}`),
                version: reply.record.version,
              })}
        </span>
        <span className="nowrap">
          <Go to={`registers/${register.name}/${id}`}>{words('panel.ownPage')}</Go>{' '}
          <button type="button" className="link" onClick={onClose}>
            {words('panel.close')}
          </button>
        </span>
      </div>
      {record.isError ? <ListError error={record.error} onRetry={() => void record.refetch()} /> : null}
      {reply === undefined ? null : (
        <>
          <h2 id={head}>{nameOf(register, reply.record, reply.titles)}</h2>
          <div className="tabs" role="tablist" aria-labelledby={head}>
            {tabs.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`${head}${name}`}
                aria-selected={tab === name}
                aria-controls={`${head}panel`}
                onClick={() => setTab(name)}
              >
                {words(`panel.${name}`, { n: evidence.length })}
              </button>
            ))}
          </div>
          <div role="tabpanel" id={`${head}panel`} aria-labelledby={`${head}${tab}`}>
            {tab === 'overview' ? (
              <>
                <RecordText
                  register={register}
                  record={reply.record}
                  titles={reply.titles}
                  fields={formFields(register).filter(([name]) => name !== register.title)}
                  isBrief
                  heading="h3"
                />
                {childrenOf(register).map((child) => (
                  <RecordChildren key={child.name} parent={reply} register={child} />
                ))}
                {tense === 'present' && reply.can.update ? (
                  <p className="btns">
                    <Go to={`registers/${register.name}/${id}`} className="ghost">
                      {words('panel.change')}
                    </Go>
                  </p>
                ) : null}
              </>
            ) : null}
            {tab === 'evidence' ? <IncomingLines links={evidence} titles={reply.titles} /> : null}
            {tab === 'history' ? <RecordHistory register={register} id={id} /> : null}
          </div>
        </>
      )}
    </aside>
  )
}
