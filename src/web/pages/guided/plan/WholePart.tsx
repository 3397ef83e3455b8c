import type { ReactNode } from 'react'
import { useText } from '../../../text.ts'
import { PlanTable } from './PlanTable.tsx'
import type { PartProps } from './plan.ts'

/** The whole plan, as its readers will have it. */
export function WholePart(props: PartProps): ReactNode {
  const words = useText()
  const lines = props.reply.lines.filter(({ isDecided }) => isDecided)
  if (lines.length === 0) return <p className="empty">{words('guide.plan.gaps.nothing')}</p>
  return (
    <>
      <p className="text partwhy">{words('guide.plan.whole.why')}</p>
      <PlanTable
        {...props}
        caption={words('guide.plan.caption.whole')}
        lines={lines}
        picked={null}
        onPick={() => undefined}
      />
    </>
  )
}
