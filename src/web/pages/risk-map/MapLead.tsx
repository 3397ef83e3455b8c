import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Sentence } from '../../Sentence.tsx'
import type { RiskMapReply } from './map.ts'
import { searchOf } from './map.ts'

interface MapLeadProps {
  readonly map: RiskMapReply
}

/** How many risks lie above the acceptance line, now and after treatment. */
export function MapLead({ map }: MapLeadProps): ReactNode {
  const above = map.risks.filter(({ now }) => now.isAbove)
  const left = map.risks.filter(({ after }) => after.isAbove)
  const unknown = above.filter(({ after }) => after.misplaced !== null && after.level === null).length
  const hasLine = map.cells.some(({ isAbove }) => isAbove !== null)
  if (!hasLine) return <Sentence id="riskMap.noLine" values={{ total: map.risks.length }} />
  return (
    <Sentence
      id="riskMap.lead"
      values={{ n: above.length, total: map.risks.length, left: left.length, unknown }}
      parts={{
        a: <Go to="registers/risk" search={searchOf(above)} isCurrent={false} />,
        b: <Go to="registers/risk" search={searchOf(left)} isCurrent={false} />,
      }}
    />
  )
}
