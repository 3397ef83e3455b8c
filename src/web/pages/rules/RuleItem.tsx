import { Fragment, type ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { Go } from '../../Go.tsx'
import type { ReadinessReply } from '../../readiness.ts'
import { findRegister } from '../../registers.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import type { RuleShape } from './rules.ts'
import { StandingMark } from './StandingMark.tsx'

interface RuleItemProps {
  readonly rule: RuleShape
  readonly standing: ReadinessReply['standing'][number] | null
}

/** One rule on a line; opened, with all that it is. Which one is open stands in the address. */
export function RuleItem({ rule, standing }: RuleItemProps): ReactNode {
  const { words } = useSpeech()
  const address = useAddress()
  const isOpen = address.get('open') === rule.id
  return (
    <details className="finding rule" open={isOpen}>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- a summary is pressed by key as by mouse */}
      <summary
        onClick={(event) => {
          event.preventDefault()
          address.set({ open: isOpen ? undefined : rule.id }, { replace: true })
        }}
      >
        {standing === null ? <span /> : <StandingMark state={standing.state} />}
        <span className="cl num">{rule.clause}</span>
        <span className="say">{words(`rule.${rule.id}.title`)}</span>
        <span className="who">{standing === null ? '' : words(`standing.${standing.state}`)}</span>
        <span className="since num">{rule.id}</span>
      </summary>
      {isOpen ? <RuleBody rule={rule} standing={standing} /> : null}
    </details>
  )
}

function RuleBody({ rule, standing }: RuleItemProps): ReactNode {
  const { words, day, list } = useSpeech()
  const key = `rule.${rule.id}`
  return (
    <div className="body">
      <p className="all text">{words(`${key}.why`)}</p>
      <div>
        <h3 className="label">{words('expected.clears')}</h3>
        <p>{words(`${key}.clears`)}</p>
      </div>
      <div>
        <h3 className="label">{words('rulesPage.remedy')}</h3>
        <p>{words(`${key}.remedy`)}</p>
      </div>
      <dl className="facts all findingfacts">
        {standing?.due === null || standing === null ? null : (
          <>
            <dt>{words('rulesPage.due')}</dt>
            <dd>{day(standing.due)}</dd>
          </>
        )}
        <dt>{words('expected.basis')}</dt>
        <dd>{capital(words(`basis.${rule.basis}`))}</dd>
        <dt>{words('rulesPage.stage')}</dt>
        <dd>{words('rulesPage.from', { stage: words(`stage.${rule.stage}.named`) })}</dd>
        <dt>{words('rulesPage.worst')}</dt>
        <dd>{words(`rulesPage.severity.${rule.worst}`)}</dd>
        {rule.pattern === null ? null : (
          <>
            <dt>{words('expected.tolerance')}</dt>
            <dd>{words(`pattern.${rule.pattern}`)}</dd>
          </>
        )}
        {rule.document === null ? null : (
          <>
            <dt>{words('rulesPage.document')}</dt>
            <dd>{rule.document}</dd>
          </>
        )}
        {rule.after.length === 0 ? null : (
          <>
            <dt>{words('rulesPage.after')}</dt>
            <dd>{list(rule.after)}</dd>
          </>
        )}
        <dt>{words('rulesPage.reads')}</dt>
        <dd>
          {rule.reads
            .filter((name) => findRegister(name) !== null)
            .map((name, index) => (
              <Fragment key={name}>
                {index === 0 ? '' : ', '}
                <Go to={`registers/${name}`}>
                  {index === 0 ? capital(words(`${name}.plural`)) : words(`${name}.plural`)}
                </Go>
              </Fragment>
            ))}
        </dd>
        {rule.yearly.length === 0 ? null : (
          <>
            <dt>{words('rulesPage.yearly')}</dt>
            <dd>{rule.yearly.map((number) => words(`yearly.${number}`)).join(' ')}</dd>
          </>
        )}
      </dl>
    </div>
  )
}
