import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { CopyButton } from '../../kit/CopyButton.tsx'
import { ListError } from '../../kit/list/ListError.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import { CheckpointItem } from './CheckpointItem.tsx'
import type { Checkpoints } from './ledger.ts'

interface CheckpointSectionProps {
  readonly canSign: boolean
}

const SHOWN = 8

/** Signed heads: whoever keeps one can prove later that the past before it was not changed. */
export function CheckpointSection({ canSign }: CheckpointSectionProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { tense } = useAsOf()
  const [isWhole, setWhole] = useState(false)
  const kept = useQuery(api.read<Checkpoints>('ledger/checkpoints'))
  const sign = useMutation({
    mutationFn: () => api.send('POST', 'ledger/checkpoints', { body: {} }),
    onSuccess: () => kept.refetch(),
  })
  const all = kept.data?.checkpoints ?? []
  const shown = isWhole ? all : all.slice(0, SHOWN)
  return (
    <section className="sect" aria-labelledby="checkpoints">
      <h2 id="checkpoints">{words('ledgerPage.checkpoints')}</h2>
      <p className="small soft after">{words('ledgerPage.checkpoints.why')}</p>
      {kept.isError ? <ListError error={kept.error} onRetry={() => void kept.refetch()} /> : null}
      {canSign && tense === 'present' ? (
        <p className="btns after">
          <button type="button" className="ghost" disabled={sign.isPending} onClick={() => sign.mutate()}>
            {words('ledgerPage.sign')}
          </button>
        </p>
      ) : null}
      <Problem error={sign.error} />
      <ul className="lines small">
        {shown.map((checkpoint) => (
          <CheckpointItem key={checkpoint.size} checkpoint={checkpoint} />
        ))}
        {kept.isSuccess && all.length === 0 ? <li className="quiet">{words('ledgerPage.noCheckpoint')}</li> : null}
      </ul>
      {shown.length < all.length ? (
        <p className="small after">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {words('ledgerPage.checkpoints.all', { n: all.length })}
          </button>
        </p>
      ) : null}
      {(kept.data?.publicKeys ?? []).map((key) => (
        <p key={key} className="small after">
          <span className="label">{words('ledgerPage.publicKey')}</span>{' '}
          <CopyButton value={key} label={words('ledgerPage.publicKey')} />
          <br />
          <span className="hash">{key}</span>
        </p>
      ))}
    </section>
  )
}
