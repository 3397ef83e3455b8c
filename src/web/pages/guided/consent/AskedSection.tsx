import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../../text.ts'
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
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const { kind, versionLabel, capacity, reason } = first
  const isChosen = kind === 'residual_risk' && canSign
  const chosen = isChosen ? heap.filter(({ subject }) => picked.has(subject.id)) : heap
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
        picked={isChosen ? picked : null}
        onPick={(ids, isOn) =>
          setPicked(new Set([...picked].filter((one) => !ids.includes(one)).concat(isOn ? ids : [])))
        }
      />
      <p className="small quiet">{words('guide.consent.capacity', { capacity: capacity ?? 'other' })}</p>
      {canSign ? <Word chosen={chosen} isCounted={isChosen} onGiven={() => setPicked(new Set())} /> : null}
    </section>
  )
}
