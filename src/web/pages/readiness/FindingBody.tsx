import type { ReactNode } from 'react'
import { lookedForWords } from '../../../modules/readiness/domain/wording.ts'
import { useAsOf } from '../../as-of.ts'
import { daysBetween } from '../../days.ts'
import { Go } from '../../Go.tsx'
import type { ReadinessReply } from '../../readiness.ts'
import { remedyLink } from '../../remedy.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { PlanRemedy } from './PlanRemedy.tsx'

interface FindingBodyProps {
  readonly finding: ReadinessReply['major'][number]
  readonly answer: ReadinessReply
}

const OBJECTS = 24
const LOOKED_AT = 12

/** Why it is asked, what it is about, what was looked at, what was not found, since when, and what clears it. */
export function FindingBody({ finding, answer }: FindingBodyProps): ReactNode {
  const speech = useSpeech()
  const { words, has } = speech
  const { tense } = useAsOf()
  const { objects, lookedAt, lookedFor, rule } = finding
  const why = `rule.${rule}.why`
  const clears = `rule.${rule}.clears`
  return (
    <div className="body">
      {has(why) ? <p className="all text">{words(why)}</p> : null}
      {objects.length > 0 ? (
        <div>
          <h4>{words('expected.objects')}</h4>
          <ul>
            {objects.slice(0, OBJECTS).map(({ id, register, number, title }) => (
              <li key={id}>
                <Go to={`registers/${register}/${id}`}>{number}</Go>
                {title === number ? '' : ` ${title}`}
              </li>
            ))}
            {objects.length > OBJECTS ? (
              <li className="quiet">{words('expected.andMore', { n: objects.length - OBJECTS })}</li>
            ) : null}
          </ul>
        </div>
      ) : null}
      <div>
        <h4>{words('expected.clears')}</h4>
        <p>{has(clears) ? words(clears) : words(finding.remedy.key)}</p>
      </div>
      {lookedAt.count > 0 ? (
        <div className={lookedFor.length === 0 ? 'all evidence' : undefined}>
          <h4>{words('expected.lookedAt', { n: lookedAt.count })}</h4>
          <ul>
            {lookedAt.records.slice(0, LOOKED_AT).map(({ id, register, number, title, version, hash }) => (
              <li key={id}>
                <Go to={`registers/${register}/${id}`}>{number}</Go>
                {title === number ? '' : ` ${title}`}{' '}
                <span className="quiet">{words('expected.version', { version })}</span>{' '}
                {hash === null ? null : (
                  <code className="nowrap" title={hash}>{`${hash.slice(0, 4)} ${hash.slice(4, 8)}`}</code>
                )}
              </li>
            ))}
            {lookedAt.count > LOOKED_AT ? (
              <li className="quiet">{words('expected.andMore', { n: lookedAt.count - LOOKED_AT })}</li>
            ) : null}
          </ul>
        </div>
      ) : null}
      {lookedFor.length > 0 ? (
        <div>
          <h4>{words('expected.lookedFor')}</h4>
          <ul>
            {lookedForWords(speech, finding).map((said) => (
              <li key={said}>{said}</li>
            ))}
          </ul>
        </div>
      ) : null}
      <FindingFacts finding={finding} answer={answer} />
      {tense === 'present' ? (
        <div className="all btns">
          <Go {...remedyLink(finding)} className="btn">
            {words('expected.goThere')}
          </Go>
          <PlanRemedy finding={finding} />
        </div>
      ) : null}
    </div>
  )
}

function FindingFacts({ finding, answer }: FindingBodyProps): ReactNode {
  const { words, day } = useSpeech()
  const { since, clearsAt, raisedBy } = finding
  return (
    <dl className="facts all findingfacts">
      {since === null ? null : (
        <>
          <dt>{words('expected.since')}</dt>
          <dd>{words('expected.sinceDay', { day: day(since), n: daysBetween(since, answer.at) })}</dd>
        </>
      )}
      {clearsAt === null ? null : (
        <>
          <dt>{words('expected.clearsAt')}</dt>
          <dd>{day(clearsAt)}</dd>
        </>
      )}
      <dt>{words('expected.basis')}</dt>
      <dd>
        {words('expected.basisLine', {
          basis: capital(words(`basis.${finding.basis}`)),
          clause: finding.clause,
          rule: finding.rule,
          version: answer.ruleSet,
        })}
      </dd>
      {finding.isTolerated ? (
        <>
          <dt>{words('expected.tolerance')}</dt>
          <dd>{words('expected.tolerated')}</dd>
        </>
      ) : null}
      {raisedBy === null ? null : (
        <>
          <dt>{words('expected.raised')}</dt>
          <dd>{words(`raised.${raisedBy}`)}</dd>
        </>
      )}
    </dl>
  )
}
