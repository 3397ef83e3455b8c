import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { Mark } from '../../kit/Mark.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { hashStart, type VerifyReply } from './ledger.ts'

interface VerifySectionProps {
  /** Root hash of the tree as it is now. */
  readonly root: string
}

const ROOT_GROUPS = 16

/** Reads and hashes the whole ledger again, on the spot, and says what came of it. */
export function VerifySection({ root }: VerifySectionProps): ReactNode {
  const { words, number } = useSpeech()
  const api = useApi()
  const verify = useMutation({ mutationFn: () => api.send<VerifyReply>('POST', 'ledger/verify', { body: {} }) })
  return (
    <section className="sect" aria-labelledby="verify">
      <h2 id="verify">{words('ledgerPage.verify')}</h2>
      <p className="small soft after">{words('ledgerPage.verify.why')}</p>
      <p className="hash after">{hashStart(root, ROOT_GROUPS)}</p>
      <p className="btns">
        <button type="button" className="btn" disabled={verify.isPending} onClick={() => verify.mutate()}>
          {words(verify.isPending ? 'ledgerPage.verifying' : 'ledgerPage.verify.do')}
        </button>
      </p>
      <div role="status" className="after small">
        {verify.data === undefined ? null : (
          <p>
            <Mark severity={verify.data.ok ? 'ok' : 'major'} isNamed={false} />{' '}
            {verify.data.fault === null
              ? words('ledgerPage.verified', {
                  n: number(verify.data.size),
                  seconds: number(verify.data.tookMs / 1000),
                })
              : words('ledgerPage.broken', {
                  sequence: number(verify.data.fault.sequence),
                  message: verify.data.fault.message,
                })}
          </p>
        )}
      </div>
      <Problem error={verify.error} />
    </section>
  )
}
