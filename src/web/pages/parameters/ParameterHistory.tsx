import type { ReactNode } from 'react'
import type { ParametersReply } from '../../readiness.ts'
import { useRuleSpeech } from '../../text.ts'
import { changedWords } from './groups.ts'

/** Every change of the parameters and every approval, newest first. */
export function ParameterHistory({ versions }: { readonly versions: ParametersReply['versions'] }): ReactNode {
  const { words, moment } = useRuleSpeech()
  return (
    <section className="sect" aria-labelledby="history">
      <h2 id="history">{words('parametersPage.history')}</h2>
      {versions.length === 0 ? <p className="soft">{words('parametersPage.history.none')}</p> : null}
      <ol className="lines small">
        {versions.map(({ sequence, recordedAt, actor, isApproval, changed, reason }) => (
          <li key={sequence}>
            <span className="quiet">{moment(recordedAt)}</span> {actor.name}
            {isApproval ? `: ${words('parametersPage.approvedThem')}` : ''}
            {changed.length === 0 ? null : (
              <ul>
                {changed.map(({ parameter, from, to }) => (
                  <li key={parameter}>
                    {words('parametersPage.fromTo', {
                      what: words(`organisation.parameters.${parameter}`),
                      from: changedWords(words, parameter, from),
                      to: changedWords(words, parameter, to),
                    })}
                  </li>
                ))}
              </ul>
            )}
            {reason === null || reason === '' ? null : <p className="soft">{words('history.reason', { reason })}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
