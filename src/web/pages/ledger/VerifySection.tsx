import { type MutationState, useMutation, useMutationState } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { hashStart, type LedgerReply, type Verified } from './ledger.ts'
import { VerifyResult } from './VerifyResult.tsx'

interface VerifySectionProps {
  /** As it stands; null while it is on its way. */
  readonly ledger: LedgerReply | null
}

const ROOT_GROUPS = 16

/** Reckons the whole ledger anew, on the spot. Whoever leaves the page meanwhile finds the outcome when he comes back. */
export function VerifySection({ ledger }: VerifySectionProps): ReactNode {
  const { words, number } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const mutationKey = ['verify', api.organisation]
  const verify = useMutation({
    mutationKey,
    mutationFn: () => api.send<Verified>('POST', 'ledger/verify', { body: {} }),
    gcTime: Number.POSITIVE_INFINITY,
  })
  const { isRunning, found, error } = lastRun(
    useMutationState({ filters: { mutationKey }, select: ({ state }) => state }).at(-1),
  )
  const size = ledger?.size ?? 0
  const root = ledger?.root ?? null
  return (
    <section className="sect" aria-labelledby="verify">
      <h2 id="verify">{words('ledgerPage.verify')}</h2>
      <p className="small soft after">{words('ledgerPage.verify.why')}</p>
      {root === null ? null : (
        <p className="after small">
          <span className="label">{words('ledgerPage.root')}</span>
          <br />
          <span className="hash">{hashStart(root, ROOT_GROUPS)}</span>
        </p>
      )}
      {tense === 'present' ? (
        <p className="btns after">
          <button type="button" className="btn" disabled={isRunning} onClick={() => verify.mutate()}>
            {words('ledgerPage.verify.do')}
          </button>
        </p>
      ) : null}
      <div role="status" className="after small">
        {isRunning ? (
          <>
            <progress className="progress" aria-label={words('ledgerPage.verify')} />
            <p>{words('ledgerPage.verifying', { n: size, shown: number(size) })}</p>
          </>
        ) : null}
        {found === null ? null : <VerifyResult found={found} />}
      </div>
      <Problem error={error} />
    </section>
  )
}

interface Run {
  readonly isRunning: boolean
  readonly found: Verified | null
  readonly error: Error | null
}

/** The check as it stands, whichever visit of the page began it. */
function lastRun(run: MutationState | undefined): Run {
  if (run === undefined) return { isRunning: false, found: null, error: null }
  if (run.status === 'pending') return { isRunning: true, found: null, error: null }
  return { isRunning: false, found: isVerified(run.data) ? run.data : null, error: run.error }
}

/** The cache of mutations does not know what each of them answers. */
function isVerified(data: unknown): data is Verified {
  return typeof data === 'object' && data !== null && 'flaws' in data && 'root' in data
}
