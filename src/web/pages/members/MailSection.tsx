import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { listDigests } from '../../../modules/digests/contract.ts'
import { useApi } from '../../api.ts'
import type { ReplyOf } from '../../client.ts'
import { ListError } from '../../kit/list/ListError.tsx'
import { Mark } from '../../kit/Mark.tsx'
import { useSpeech } from '../../text.ts'

/** Of each member when the last mail with what waits for him went out, and which mails were not taken. */
export function MailSection(): ReactNode {
  const { words, day } = useSpeech()
  const api = useApi()
  const digests = useQuery(api.read<ReplyOf<typeof listDigests>>('digests', {}, {}))
  const members = (digests.data?.members ?? []).toSorted((a, b) => b.failedDays - a.failedDays)
  return (
    <section className="sect" aria-labelledby="mails">
      <h2 id="mails">{words('members.mails')}</h2>
      <p className="small soft text after">
        {words(digests.data?.hasMail === false ? 'members.mails.none' : 'members.mails.why')}
      </p>
      {digests.isError ? <ListError error={digests.error} onRetry={() => void digests.refetch()} /> : null}
      {digests.data?.hasMail === true ? (
        <ul className="lines hang small">
          {members.map(({ id, name, rhythm, lastSent, failedDays, attempts, problem }) => (
            <li key={id}>
              {failedDays === 0 ? null : <Mark severity="minor" />} <b>{name}</b>
              <span className="quiet">
                {`, ${words(`members.mail.${rhythm}`)}, `}
                {lastSent === null ? words('members.mail.never') : words('members.mail.last', { day: day(lastSent) })}
              </span>
              {failedDays === 0 ? null : (
                <>
                  <br />
                  {words('members.mail.failed', { days: failedDays, attempts })}{' '}
                  <span className="quiet">{problem}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  )
}
