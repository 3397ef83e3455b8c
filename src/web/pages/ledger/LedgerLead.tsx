import type { ReactNode } from 'react'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import type { LedgerReply } from './ledger.ts'

interface LedgerLeadProps {
  readonly ledger: LedgerReply
}

/** How much was recorded, and which part of it nobody here witnessed. */
export function LedgerLead({ ledger }: LedgerLeadProps): ReactNode {
  const { words, number } = useSpeech()
  return (
    <>
      <p className="lead">
        <Sentence
          id="ledgerPage.lead"
          values={{ n: ledger.size, shown: number(ledger.size) }}
          parts={{ b: <strong /> }}
        />
      </p>
      {ledger.statedUntil > 0 ? (
        <p className="note plain text after">
          {words('ledgerPage.stated.note', { sequence: number(ledger.statedUntil) })}
        </p>
      ) : null}
    </>
  )
}
