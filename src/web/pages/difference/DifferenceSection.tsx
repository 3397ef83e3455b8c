import type { ReactNode } from 'react'
import { sentence } from '../../../modules/readiness/domain/wording.ts'
import { Mark } from '../../kit/Mark.tsx'
import { type DifferenceReply, markOfPlace } from '../../readiness.ts'
import { useRuleSpeech } from '../../text.ts'
import { ChangeWords } from '../today/ChangeWords.tsx'

type Difference = DifferenceReply['appeared'][number]

interface DifferenceSectionProps {
  readonly kind: 'appeared' | 'changed' | 'cleared'
  readonly differences: readonly Difference[]
}

/** Findings that came, changed their severity, or went, each with what was done in between. */
export function DifferenceSection({ kind, differences }: DifferenceSectionProps): ReactNode {
  const { words } = useRuleSpeech()
  if (differences.length === 0) return null
  return (
    <section className="sect" aria-labelledby={kind}>
      <h2 id={kind}>{words(`differencePage.${kind}`, { n: differences.length })}</h2>
      <ul className="lines hang">
        {differences.map((one) => (
          <DifferenceItem key={one.rule} difference={one} isGone={kind === 'cleared'} />
        ))}
      </ul>
    </section>
  )
}

/** So many deeds are read at a glance; more are opened when asked for. */
const FEW = 4

function DifferenceItem({
  difference,
  isGone,
}: {
  readonly difference: Difference
  readonly isGone: boolean
}): ReactNode {
  const speech = useRuleSpeech()
  const { words, day } = speech
  const { clause, parts, objects, before, after, by, deeds, deedCount } = difference
  const place = isGone ? before : after
  const mark = place === null ? null : markOfPlace(place)
  return (
    <li>
      {isGone ? <Mark severity="ok" /> : mark === null ? null : <Mark severity={mark} />}{' '}
      <span className="quiet num">{clause}</span> {parts.map((part) => sentence(speech, part, objects)).join(' ')}
      {before !== null && after !== null ? (
        <span className="quiet">
          {' '}
          {words('differencePage.wasIs', { before: words(`place.${before}`), after: words(`place.${after}`) })}
        </span>
      ) : null}
      {by === 'time' ? <p className="small quiet">{words('differencePage.time')}</p> : null}
      {deeds.length === 0 ? null : (
        <details className="deeds small" open={deeds.length <= FEW}>
          <summary>{words('differencePage.deeds', { n: deedCount })}</summary>
          <ul>
            {deeds.map((deed) => (
              <li key={deed.sequence}>
                <span className="quiet">{day(deed.recordedOn)}</span> <ChangeWords change={deed} />
              </li>
            ))}
            {deedCount > deeds.length ? (
              <li className="quiet">{words('finding.andMore', { n: deedCount - deeds.length })}</li>
            ) : null}
          </ul>
        </details>
      )}
    </li>
  )
}
