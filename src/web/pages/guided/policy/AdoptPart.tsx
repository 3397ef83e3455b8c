import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api.ts'
import { useAsOf } from '../../../as-of.ts'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { RichText } from '../../../kit/RichText.tsx'
import { useSpeech } from '../../../text.ts'
import { type Edition, missingFlags, type PolicyReply } from './policy.ts'

/** Top management reads it and puts its name to it; from then on it holds. */
export function AdoptPart({ reply }: { readonly reply: PolicyReply }): ReactNode {
  const { words, has } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const { draft, inForce, can } = reply
  const adopt = useMutation({
    mutationFn: ({ id, version }: Edition) => api.send('POST', 'guides/policy/adopted', { body: { id, version } }),
    onSettled: () => api.refresh(),
  })
  if (draft === null) {
    return (
      <p className="empty">
        {words(inForce === null ? 'guide.policy.check.none' : 'guide.policy.adopt.done')}{' '}
        {inForce === null ? null : (
          <Go to="path" search={{ step: '24' }} isCurrent={false}>
            {words('guide.policy.tell')}
          </Go>
        )}
      </p>
    )
  }
  const why = can.approve.ok ? null : `refusal.${can.approve.why}`
  const missing = missingFlags(draft)
  return (
    <>
      <p className="text partwhy">{words('guide.policy.adopt.why')}</p>
      {missing.length === 0 ? null : (
        <p className="small">
          <Mark severity="question" isNamed={false} /> {words('guide.policy.adopt.unchecked', { n: missing.length })}{' '}
          <Go to="guide-policy" search={{ part: 'check' }} isCurrent={false}>
            {words('guide.policy.part.check')}
          </Go>
        </p>
      )}
      {draft.text === null ? null : <RichText html={draft.text} />}
      {tense === 'present' ? (
        <p className="btns">
          <button
            type="button"
            className="btn"
            disabled={!can.approve.ok || adopt.isPending}
            onClick={() => adopt.mutate(draft)}
          >
            {words('guide.policy.adopt', { version: draft.versionLabel })}
          </button>
        </p>
      ) : null}
      {why !== null && has(why) ? <p className="small soft">{words(why)}</p> : null}
      <Problem error={adopt.error} />
    </>
  )
}
