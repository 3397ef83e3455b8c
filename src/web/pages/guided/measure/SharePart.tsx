import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useSpeech } from '../../../text.ts'
import type { MeasureReply } from './measure.ts'

interface SharePartProps {
  readonly reply: MeasureReply
  readonly isOpen: boolean
}

/** Goals that nobody knows of steer nobody: who was told, and when somebody last looked whether they still fit. */
export function SharePart({ reply: { objectives }, isOpen }: SharePartProps): ReactNode {
  const { words, day } = useSpeech()
  const untold = objectives.filter(({ isTold, canEdit }) => !isTold && canEdit)
  const late = objectives.filter(({ isTold, isReviewLate, canEdit }) => isTold && isReviewLate && canEdit)
  return (
    <>
      <p className="text partwhy">{words('guide.measure.share.why')}</p>
      {objectives.length === 0 ? (
        <p className="empty">
          {words('guide.measure.share.none')} <Go to="guide-objectives">{words('nav.guide.objectives')}</Go>
        </p>
      ) : null}
      <ul className="choices">
        {objectives.map(({ id, title, number, isTold, isReviewLate, communicatedAt, communicatedTo, reviewedAt }) => (
          <li key={id}>
            <p>
              <Mark severity={isTold && !isReviewLate ? 'ok' : 'question'} isNamed={false} /> <b>{title}</b>{' '}
              <Go to={`registers/objective/${id}`} className="small">
                {number}
              </Go>
            </p>
            <p className="small soft">
              {communicatedAt === null
                ? words('guide.measure.share.untold')
                : words('guide.measure.share.told', { day: day(communicatedAt), whom: communicatedTo ?? 'none' })}{' '}
              {reviewedAt === null ? '' : words('guide.measure.share.looked', { day: day(reviewedAt) })}
            </p>
          </li>
        ))}
      </ul>
      {isOpen && untold.length > 0 ? <Telling objectives={untold} isTelling /> : null}
      {isOpen && late.length > 0 ? <Telling objectives={late} isTelling={false} /> : null}
    </>
  )
}

interface TellingProps {
  readonly objectives: MeasureReply['objectives']
  /** Else somebody only looks whether they still fit. */
  readonly isTelling: boolean
}

function Telling({ objectives, isTelling }: TellingProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const id = useId()
  const [whom, setWhom] = useState(words('guide.measure.share.everybody'))
  const share = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/measure/shared', {
        body: {
          objectives: objectives.map((one) => ({ id: one.id, version: one.version })),
          told: isTelling ? whom : null,
        },
      }),
    onSettled: () => api.refresh(),
  })
  return (
    <form
      className="inplace"
      onSubmit={(event) => {
        event.preventDefault()
        share.mutate()
      }}
    >
      {isTelling ? (
        <div className="field">
          <label htmlFor={id}>{words('guide.measure.share.whom')}</label>
          <input id={id} className="in" value={whom} onChange={({ target }) => setWhom(target.value)} />
          <p className="why">{words('guide.measure.share.whom.why')}</p>
        </div>
      ) : null}
      <div className="btns">
        <button type="submit" className="btn" disabled={share.isPending || (isTelling && whom.trim() === '')}>
          {words(`guide.measure.share.${isTelling ? 'tell' : 'look'}`, { n: objectives.length })}
        </button>
      </div>
      <Problem error={share.error} />
    </form>
  )
}
