import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { readDigest } from '../../../modules/digests/contract.ts'
import { RHYTHMS } from '../../../modules/digests/domain/rhythm.ts'
import { useApi } from '../../api.ts'
import type { ReplyOf } from '../../client.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'

/** How often this person is told by mail what waits for him: every working day, or once a week; never less. */
export function MailRhythm(): ReactNode {
  const words = useText()
  const api = useApi()
  const digest = useQuery(api.read<ReplyOf<typeof readDigest>>('digest', {}, {}))
  const choose = useMutation({
    mutationFn: (rhythm: string) => api.send('PUT', 'digest', { body: { rhythm } }),
    onSuccess: () => api.refresh(),
  })
  if (digest.data === undefined || !digest.data.hasMail) return null
  return (
    <p className="small soft">
      <label>
        {words('today.mail')}{' '}
        <select
          className="flat"
          value={digest.data.rhythm}
          disabled={choose.isPending}
          onChange={(event) => choose.mutate(event.target.value)}
        >
          {RHYTHMS.map((rhythm) => (
            <option key={rhythm} value={rhythm}>
              {words(`today.mail.${rhythm}`)}
            </option>
          ))}
        </select>
      </label>
      <Problem error={choose.error} />
    </p>
  )
}
