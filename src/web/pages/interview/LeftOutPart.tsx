import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import { useChosen } from './choosing.ts'
import { DraftsTable } from './DraftsTable.tsx'
import type { InterviewReply } from './interview.ts'

interface LeftOutPartProps {
  readonly leftOut: InterviewReply['leftOut']
  readonly isReadOnly: boolean
  readonly isBusy: boolean
  readonly onTake: (keys: readonly string[]) => void
}

/** What somebody did not want, to be taken after all; what only hangs on it comes along. */
export function LeftOutPart({ leftOut, isReadOnly, isBusy, onTake }: LeftOutPartProps): ReactNode {
  const words = useText()
  const wanted = useChosen()
  const own = leftOut.filter(({ isAlong }) => !isAlong)
  // What was taken meanwhile, by somebody else as well, is no longer chosen.
  const taken = own.filter(({ key }) => wanted.keys.has(key)).map(({ key }) => key)
  if (own.length === 0) return null
  const boxes = { isOn: (key: string) => wanted.keys.has(key), isShut: () => false, set: wanted.set }
  return (
    <section className="sect" aria-labelledby="left-out">
      <h2 id="left-out" className="under">
        {words('interviewPage.leftOut')}
      </h2>
      <p className="small quiet after">
        {words('interviewPage.leftOut.why')} {words('interviewPage.along', { n: leftOut.length - own.length })}
      </p>
      <DraftsTable drafts={own} label={words('interviewPage.leftOut.why')} boxes={isReadOnly ? null : boxes} />
      {isReadOnly ? null : (
        <p className="btns wrap">
          <button type="button" className="ghost" disabled={isBusy || taken.length === 0} onClick={() => onTake(taken)}>
            {words('interviewPage.take', { n: taken.length })}
          </button>
        </p>
      )}
    </section>
  )
}
