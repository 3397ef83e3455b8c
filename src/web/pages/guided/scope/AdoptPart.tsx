import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api.ts'
import { useAsOf } from '../../../as-of.ts'
import { Go } from '../../../Go.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { leftIn, PARTS, type ScopeEdition, type ScopeReply } from './scope.ts'

/** Top management puts its name to the border; from then on it holds. */
export function AdoptPart({ reply }: { readonly reply: ScopeReply }): ReactNode {
  const { words } = useSpeech()
  const { draft, inForce } = reply
  const left = PARTS.filter((part) => part !== 'adopt' && (leftIn(part, reply) ?? 0) > 0)
  return (
    <>
      {inForce === null ? null : <Holding inForce={inForce} titles={reply.titles} />}
      <p className="text partwhy">{words('guide.scope.adopt.why')}</p>
      {left.length === 0 ? null : (
        <p className="small">
          {words('guide.scope.left')}{' '}
          {left.map((part) => (
            <span key={part}>
              <Go to="guide-scope" search={{ part }} isCurrent={false}>
                {words(`guide.scope.part.${part}`)}
              </Go>{' '}
            </span>
          ))}
        </p>
      )}
      {draft === null ? (
        <p className="empty">{words('guide.scope.noDraft')}</p>
      ) : (
        <Adopting draft={draft} approve={reply.can.approve} />
      )}
    </>
  )
}

function Holding({ inForce, titles }: { readonly inForce: ScopeEdition; readonly titles: Titles }): ReactNode {
  const { words, day } = useSpeech()
  return (
    <p className="note plain">
      {words('guide.scope.holds', {
        version: inForce.versionLabel ?? inForce.number,
        day: inForce.inForceFrom === null ? '' : day(inForce.inForceFrom),
        name: titles[inForce.approvedBy ?? '']?.title ?? '',
      })}
    </p>
  )
}

interface AdoptingProps {
  readonly draft: ScopeEdition
  readonly approve: ScopeReply['can']['approve']
}

function Adopting({ draft, approve }: AdoptingProps): ReactNode {
  const { words, has } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const why = approve.ok ? null : `refusal.${approve.why}`
  const { id, version } = draft
  const adopt = useMutation({
    mutationFn: () => api.send('POST', 'guides/scope/adopted', { body: { id, version } }),
    onSettled: () => api.refresh(),
  })
  return (
    <>
      <p className="doc">{draft.statement}</p>
      {tense === 'present' ? (
        <p className="btns">
          <button
            type="button"
            className="btn"
            disabled={!approve.ok || adopt.isPending}
            onClick={() => adopt.mutate()}
          >
            {words('guide.scope.adopt', { version: draft.versionLabel ?? draft.number })}
          </button>
          <Go to={`registers/scope/${id}`} className="ghost">
            {words('guide.scope.whole')}
          </Go>
        </p>
      ) : null}
      {why !== null && has(why) ? <p className="small soft">{words(why)}</p> : null}
      <Problem error={adopt.error} />
    </>
  )
}
