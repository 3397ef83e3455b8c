import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { useSpeech } from '../../text.ts'
import { hashStart, type Verified } from './ledger.ts'

interface VerifyResultProps {
  readonly found: Verified
}

const ROOT_GROUPS = 16
const MS_PER_S = 1000

/** What came of the check, in words: what was reckoned, what does not fit and at which entry. */
export function VerifyResult({ found }: VerifyResultProps): ReactNode {
  const { words, number } = useSpeech()
  const values = {
    n: found.size,
    shown: number(found.size),
    seconds: number(Math.max(0.01, Math.round(found.tookMs / 10) / 100)),
    checkpoints: found.checkpoints,
  }
  return (
    <div className="verified">
      <p className="outcome">
        <Mark severity={found.ok ? 'ok' : 'major'} isNamed={false} />
        <b>{words(found.ok ? 'ledgerPage.whole' : 'ledgerPage.broken', { n: found.flaws.length })}</b>
      </p>
      <p>
        {words(found.flaws.length === 0 ? 'ledgerPage.whole.how' : 'ledgerPage.broken.how', {
          ...values,
          seconds: number(found.tookMs / MS_PER_S),
        })}
      </p>
      {found.flaws.length === 0 ? null : (
        <ul className="lines">
          {found.flaws.map(({ sequence, code, message }) => (
            <li key={`${sequence} ${code}`}>
              <Go to="ledger" search={{ before: String(sequence + 1) }} isCurrent={false}>
                {words('ledgerPage.entry', { sequence: number(sequence) })}
              </Go>
              {`: ${message}.`}
            </li>
          ))}
        </ul>
      )}
      {found.erased > 0 ? <p>{words('ledgerPage.whole.erased', { n: found.erased })}</p> : null}
      {found.statedUntil > 0 ? <p>{words('ledgerPage.stated.note', { sequence: number(found.statedUntil) })}</p> : null}
      <p>
        <span className="label">{words('ledgerPage.root.found')}</span>
        <br />
        <span className="hash">{hashStart(found.root, ROOT_GROUPS)}</span>
      </p>
    </div>
  )
}
