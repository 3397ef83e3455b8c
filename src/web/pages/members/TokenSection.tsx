import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { localDay } from '../../formats.ts'
import { Go } from '../../Go.tsx'
import { ListError } from '../../kit/list/ListError.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import type { Token } from './members.ts'
import { TokenForm } from './TokenForm.tsx'

/** The tokens of whoever looks: programs act by them as he would, in this organisation only. */
export function TokenSection(): ReactNode {
  const { words, day, recent } = useSpeech()
  const api = useApi()
  const { tense, today } = useAsOf()
  const tokens = useQuery(api.read<{ readonly tokens: readonly Token[] }>('tokens'))
  const revoke = useMutation({
    mutationFn: (id: string) => api.send('DELETE', `tokens/${id}`),
    onSuccess: () => api.refresh(),
  })
  const all = tokens.data?.tokens ?? []
  return (
    <section className="sect" aria-labelledby="tokens">
      <h2 id="tokens">{words('members.tokens')}</h2>
      <p className="small soft text after">
        <Sentence id="members.tokens.why" parts={{ a: <Go to="api-documentation" /> }} />
      </p>
      {tokens.isError ? <ListError error={tokens.error} onRetry={() => void tokens.refetch()} /> : null}
      <ul className="lines small">
        {all.map(({ id, label, createdAt, expiresAt, lastUsedAt }) => (
          <li key={id}>
            <b>{label}</b>
            <span className="quiet">
              {`, ${words('members.token.made', { day: day(localDay(createdAt)) })}, `}
              {expiresAt === null
                ? words('members.token.endless')
                : words('members.token.until', { day: day(localDay(expiresAt)) })}
              {', '}
              {lastUsedAt === null
                ? words('members.token.unused')
                : words('members.token.used', { when: recent(lastUsedAt, today) })}{' '}
            </span>
            {tense === 'present' ? (
              <button
                type="button"
                className="link"
                aria-label={words('members.token.revoke.of', { label })}
                disabled={revoke.isPending}
                onClick={() => revoke.mutate(id)}
              >
                {words('members.token.revoke')}
              </button>
            ) : null}
          </li>
        ))}
        {tokens.isSuccess && all.length === 0 ? <li className="quiet">{words('members.tokens.none')}</li> : null}
      </ul>
      <Problem error={revoke.error} />
      {tense === 'present' ? <TokenForm /> : null}
    </section>
  )
}
