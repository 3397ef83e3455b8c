import type { ReactNode } from 'react'
import { sentence } from '../../../modules/readiness/domain/wording.ts'
import { Mark } from '../../kit/Mark.tsx'
import { Said } from '../../kit/Said.tsx'
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

/** So many deeds are read at a glance; the rest is opened when asked for. */
const FEW = 3

function DifferenceItem({
  difference,
  isGone,
}: {
  readonly difference: Difference
  readonly isGone: boolean
}): ReactNode {
  const speech = useRuleSpeech()
  const { words } = speech
  const { clause, parts, objects, before, after, by, deeds, deedCount } = difference
  const place = isGone ? before : after
  const mark = place === null ? null : markOfPlace(place)
  const [first, rest] = likeliest(difference)
  return (
    <li>
      {isGone ? <Mark severity="ok" /> : mark === null ? null : <Mark severity={mark} />}{' '}
      <span className="quiet num">{clause}</span>{' '}
      <Said text={parts.map((part) => sentence(speech, part, objects)).join(' ')} />
      {before !== null && after !== null ? (
        <span className="quiet">
          {' '}
          {words('differencePage.wasIs', { before: words(`place.${before}`), after: words(`place.${after}`) })}
        </span>
      ) : null}
      {by === 'time' ? <p className="small quiet">{words('differencePage.time')}</p> : null}
      <DeedList deeds={first} />
      {rest.length === 0 ? null : (
        <details className="deeds small">
          <summary>{words('differencePage.moreDeeds', { n: deedCount - first.length })}</summary>
          <DeedList deeds={rest} />
          {deedCount > deeds.length ? (
            <p className="quiet">{words('expected.andMore', { n: deedCount - deeds.length })}</p>
          ) : null}
        </details>
      )}
    </li>
  )
}

function DeedList({ deeds }: { readonly deeds: Difference['deeds'] }): ReactNode {
  const { day } = useRuleSpeech()
  if (deeds.length === 0) return null
  return (
    <ul className="deeds small">
      {deeds.map((deed) => (
        <li key={deed.sequence}>
          <span className="quiet">{day(deed.recordedOn)}</span> <ChangeWords change={deed} />
        </li>
      ))}
    </ul>
  )
}

/** What most likely did it comes first: deeds on what the finding is about, then those on the register least touched. */
function likeliest({ deeds, objects }: Difference): readonly [Difference['deeds'], Difference['deeds']] {
  const about = new Set(objects.map(({ id }) => id))
  const doneIn = (name: string): number => deeds.filter(({ register }) => register === name).length
  const rank = ({ id, register }: Difference['deeds'][number]): number => (about.has(id) ? 0 : doneIn(register))
  const ordered = deeds.toSorted((a, b) => rank(a) - rank(b))
  return [ordered.slice(0, FEW), ordered.slice(FEW)]
}
