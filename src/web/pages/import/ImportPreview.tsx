import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { useApi } from '../../api.ts'
import { Mark } from '../../kit/Mark.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import { NameTable } from './NameTable.tsx'
import { type Corrections, FATES, type ImportReply, withTable } from './plan.ts'
import { TableSection } from './TableSection.tsx'

interface ImportPreviewProps {
  readonly reply: ImportReply
}

/** What the import would do, table by table; nothing is recorded until the button below is pressed. */
export function ImportPreview({ reply }: ImportPreviewProps): ReactNode {
  const words = useText()
  const api = useApi()
  const address = useAddress()
  const path = `imports/${reply.id}`
  const { corrections } = reply
  const correct = useMutation({
    mutationFn: (next: Corrections) => api.send('PATCH', path, { body: { corrections: next } }),
    onSuccess: () => api.refresh(),
  })
  const apply = useMutation({ mutationFn: () => api.send('POST', `${path}/apply`), onSettled: () => api.refresh() })
  const drop = useMutation({
    mutationFn: () => api.send('DELETE', path),
    onSuccess: () => address.set({ import: undefined }),
  })
  return (
    <div aria-busy={correct.isPending}>
      <section className="sect" aria-labelledby="recognised">
        <h2 id="recognised">
          {words('bring.recognised', { n: reply.tables.filter(({ register }) => register !== null).length })}
        </h2>
        {reply.notices.length > 0 ? (
          <ul className="lines small">
            {reply.notices.map((notice) => (
              <li key={`${notice.file}${notice.sheet ?? ''}${notice.row ?? ''}${notice.message}`}>
                <span className="quiet">{[notice.file, notice.sheet].filter((part) => part !== null).join(', ')}</span>{' '}
                {notice.message}
              </li>
            ))}
          </ul>
        ) : null}
      </section>
      {reply.tables.map((table) => (
        <TableSection
          key={table.key}
          table={table}
          correction={corrections.tables[table.key] ?? {}}
          onCorrect={(correction) => correct.mutate(withTable(corrections, table.key, correction))}
        />
      ))}
      {reply.names.length > 0 ? (
        <NameTable
          names={reply.names}
          onCorrect={(name, as) => correct.mutate({ ...corrections, names: { ...corrections.names, [name]: as } })}
        />
      ) : null}
      <Problem error={correct.error ?? apply.error ?? drop.error} />
      <ApplyBar
        reply={reply}
        isBusy={correct.isPending || apply.isPending || drop.isPending}
        isApplying={apply.isPending}
        onApply={() => apply.mutate()}
        onDrop={() => drop.mutate()}
      />
    </div>
  )
}

interface ApplyBarProps extends ImportPreviewProps {
  readonly isBusy: boolean
  readonly isApplying: boolean
  readonly onApply: () => void
  readonly onDrop: () => void
}

function ApplyBar({ reply, isBusy, isApplying, onApply, onDrop }: ApplyBarProps): ReactNode {
  const words = useText()
  const { counts } = reply
  const changes = counts.create + counts.update
  return (
    <section className="sect" aria-labelledby="apply">
      <h2 id="apply">{words('bring.apply')}</h2>
      <p className="key after">
        {FATES.map((fate) => (
          <span key={fate}>{words(`bring.fate.${fate}.n`, { n: counts[fate] })}</span>
        ))}
      </p>
      {counts.fault > 0 ? (
        <p className="note after">
          <Mark severity="minor" isNamed={false} /> {words('bring.faults', { n: counts.fault })}
        </p>
      ) : null}
      <p className="btns">
        <button type="button" className="btn" disabled={isBusy || counts.fault > 0 || changes === 0} onClick={onApply}>
          {isApplying ? words('bring.applying') : words('bring.do', { n: changes })}
        </button>
        <button type="button" className="ghost" disabled={isBusy} onClick={onDrop}>
          {words('bring.putAside')}
        </button>
      </p>
    </section>
  )
}
