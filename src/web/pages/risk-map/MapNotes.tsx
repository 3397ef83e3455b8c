import type { ReactElement, ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import { type MappedRisk, type RiskMapReply, searchOf, unplacedIn } from './map.ts'

interface MapNotesProps {
  readonly map: RiskMapReply
}

const NAMED = 8

/** How to read the map, and which risks are not in it, and why. */
export function MapNotes({ map }: MapNotesProps): ReactNode {
  const { words, list, number } = useSpeech()
  const names = (risks: readonly MappedRisk[]): string => {
    const shown = risks.slice(0, NAMED).map((risk) => risk.number)
    const rest = risks.length - shown.length
    return list(rest > 0 ? [...shown, words('riskMap.more', { n: rest })] : shown)
  }
  const link = (risks: readonly MappedRisk[]): { readonly a: ReactElement } => ({
    a: <Go to="registers/risk" search={searchOf(risks)} isCurrent={false} />,
  })
  const unknown = map.risks.filter(({ now, after }) => now.misplaced === null && after.misplaced !== null)
  return (
    <div className="small soft text mapnotes">
      <p>
        {words('riskMap.how')}{' '}
        {map.method === null ? null : (
          <Sentence
            id={map.method.state === 'active' ? 'riskMap.method' : 'riskMap.method.draft'}
            values={{ title: map.method.title, version: map.method.versionLabel ?? map.method.number }}
            parts={{ a: <Go to={`registers/risk_method/${map.method.id}`} /> }}
          />
        )}
      </p>
      {unplacedIn(map).map(({ text, value, risks }) => (
        <p key={`${text} ${value}`}>
          <Sentence
            id={text}
            values={{ names: names(risks), n: risks.length, value: value === null ? '' : number(value) }}
            parts={link(risks)}
          />
        </p>
      ))}
      {unknown.length > 0 ? (
        <p>
          <Sentence
            id="riskMap.afterUnknown"
            values={{ names: names(unknown), n: unknown.length }}
            parts={link(unknown)}
          />
        </p>
      ) : null}
    </div>
  )
}
