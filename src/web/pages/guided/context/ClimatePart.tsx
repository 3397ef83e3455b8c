import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { useSpeech } from '../../../text.ts'
import { ClimateForm } from './ClimateForm.tsx'
import type { ContextReply } from './context.ts'
import { DecideClimate } from './DecideClimate.tsx'
import { IssueLine } from './IssueLine.tsx'

interface ClimatePartProps {
  readonly reply: ContextReply
  readonly canEdit: boolean
}

/** Whether climate change matters here, and why: one honest line is enough, decided by the organisation itself. */
export function ClimatePart({ reply, canEdit }: ClimatePartProps): ReactNode {
  const { words } = useSpeech()
  const { determination, issues } = reply.climate
  return (
    <>
      <p className="text partwhy">{words('guide.context.climate.why')}</p>
      {determination?.state === 'decided' ? (
        <Decided reply={reply} />
      ) : (
        <>
          <ClimateForm reply={reply} canEdit={canEdit} />
          {determination === null ? null : <DecideClimate determination={determination} decide={reply.can.decide} />}
        </>
      )}
      {issues.length === 0 ? null : (
        <ul className="choices">
          {issues.map((issue) => (
            <IssueLine key={issue.id} issue={issue} canEdit={canEdit} />
          ))}
        </ul>
      )}
    </>
  )
}

function Decided({ reply: { climate, titles } }: { readonly reply: ContextReply }): ReactNode {
  const { words, day } = useSpeech()
  const { determination } = climate
  if (determination === null) return null
  const { id, relevant, rationale, decidedBy, decidedAt } = determination
  return (
    <>
      <p>
        <Mark severity="ok" isNamed={false} />{' '}
        {words(`guide.context.climate.decided.${relevant === true ? 'yes' : 'no'}`, {
          name: titles[decidedBy ?? '']?.title ?? '',
          day: decidedAt === null ? '' : day(decidedAt),
        })}
      </p>
      <p className="text">{rationale}</p>
      <p className="small">
        <Go to={`registers/context_determination/${id}`}>{words('guide.context.climate.record')}</Go>
      </p>
    </>
  )
}
