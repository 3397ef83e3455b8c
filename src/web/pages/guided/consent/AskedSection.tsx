import { type ReactNode, useId } from 'react'
import { useText } from '../../../text.ts'
import { usePicked } from '../picked.ts'
import { AskedTable } from './AskedTable.tsx'
import type { Asked } from './consent.ts'
import { Word } from './Word.tsx'

interface AskedSectionProps {
  /** What is answered together. */
  readonly heap: readonly Asked[]
  readonly first: Asked
  readonly canSign: boolean
}

/** One question, what it is about, and the answer. Of what remains each risk is chosen by itself. */
export function AskedSection({ heap, first, canSign }: AskedSectionProps): ReactNode {
  const words = useText()
  const id = useId()
  const picked = usePicked()
  const { kind, versionLabel, capacity, reason } = first
  const isChosen = kind === 'residual_risk' && canSign
  const chosen = isChosen ? heap.filter(({ subject }) => picked.ids.has(subject.id)) : heap
  const number = first.risks[0]?.number ?? ''
  const n = kind === 'residual_risk' ? heap.length : first.risks.length
  return (
    <section className="sect asked" aria-labelledby={id}>
      <h2 id={id}>{words(`guide.consent.kind.${kind}`, { version: versionLabel ?? '', n, number })}</h2>
      <p>{words(`guide.consent.about.${kind}`, { n })}</p>
      {reason === null ? null : <p className="text">{words('guide.consent.reason', { reason })}</p>}
      <AskedTable
        kind={kind}
        risks={heap.flatMap(({ risks }) => risks)}
        picked={isChosen ? picked.ids : null}
        onPick={picked.pick}
      />
      <p className="small quiet">{words('guide.consent.capacity', { capacity: capacity ?? 'other' })}</p>
      {canSign ? <Word chosen={chosen} isCounted={isChosen} onGiven={picked.clear} /> : null}
    </section>
  )
}
