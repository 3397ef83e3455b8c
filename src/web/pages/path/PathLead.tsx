import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import { type PathReply, stepToOpen } from './path.ts'

/** How far it is, where to begin, and whether that leads to a certificate or keeps one. */
export function PathLead({ path }: { readonly path: PathReply }): ReactNode {
  const { words, day } = useSpeech()
  const { steps, plan, certificate } = path
  const next = stepToOpen(path)
  const count = (state: (typeof steps)[number]['state']): number => steps.filter((step) => step.state === state).length
  const isUpkeep = certificate !== null
  return (
    <>
      <p className="lead">
        <Sentence
          id="pathPage.lead"
          values={{ done: count('done'), total: steps.length, busy: count('busy') }}
          parts={{ b: <strong /> }}
        />{' '}
        {words('pathPage.never')}{' '}
        {next === undefined || next.state === 'done'
          ? null
          : words(isUpkeep ? 'pathPage.upkeep.next' : 'pathPage.critical', {
              n: next.number,
              title: words(`path.step.${next.number}.title`),
            })}
      </p>
      {isUpkeep ? (
        <p className="lead">
          {words('pathPage.upkeep', { until: certificate.validUntil === null ? 'none' : day(certificate.validUntil) })}{' '}
          <Go to={`registers/certificate/${certificate.id}`}>{words('pathPage.upkeep.certificate')}</Go>
        </p>
      ) : (
        plan.tooEarly.map(({ number, agreed, earliest }) => (
          <p key={number} className="lead">
            {words('pathPage.tooEarly', {
              what: words(`path.step.${number}.title`),
              agreed: day(agreed),
              earliest: day(earliest),
            })}
          </p>
        ))
      )}
    </>
  )
}
