import type { ReactNode } from 'react'
import { STEPS } from '../../../modules/path/domain/steps.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import { useKin } from './example.ts'
import { GuideFindings } from './GuideFindings.tsx'
import { GUIDES, type GuideName } from './guides.ts'

interface GuideProps {
  readonly name: GuideName
  readonly children: ReactNode
}

/** The frame of a guided form: why it is asked, how somebody like you did it, the work itself, and what it clears. */
export function Guide({ name, children }: GuideProps): ReactNode {
  const words = useText()
  const kin = useKin()
  const { tense } = useAsOf()
  const { step } = GUIDES[name]
  const rules = STEPS.find(({ number }) => number === step)?.rules ?? []
  return (
    <>
      <p className="crumb">
        <Go to="path" search={{ step: String(step) }} isCurrent={false}>
          {words('guide.crumb', { step })}
        </Go>
      </p>
      <div className="head">
        <h1>{words(`guide.${name}.title`)}</h1>
      </div>
      <p className="lead">{words(`guide.${name}.why`)}</p>
      <details className="example">
        <summary>{words('guide.example')}</summary>
        <p className="text">{words(`guide.${name}.example.${kin}`)}</p>
      </details>
      {tense === 'present' ? null : <p className="note plain">{words('guide.past')}</p>}
      <div className="beside guide">
        <div>{children}</div>
        <GuideFindings rules={rules} />
      </div>
    </>
  )
}
