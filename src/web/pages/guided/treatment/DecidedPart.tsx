import { type ReactNode, useState } from 'react'
import { levelName } from '../../../../modules/risks/web/method.ts'
import { Mark } from '../../../kit/Mark.tsx'
import { useSpeech } from '../../../text.ts'
import type { PartProps } from './part-props.ts'
import { RiskForm } from './RiskForm.tsx'
import { RiskHead } from './RiskHead.tsx'
import type { Treated } from './treatment.ts'

/** What was decided, what is expected to remain, and what is left for the plan or for somebody's word. */
export function DecidedPart(props: PartProps): ReactNode {
  const { words } = useSpeech()
  const decided = props.reply.risks.filter(({ isDecided }) => isDecided)
  if (decided.length === 0) return <p className="empty">{words('guide.treatment.decided.none')}</p>
  return (
    <>
      <p className="text partwhy">{words('guide.treatment.decided.why')}</p>
      <h2 className="hide">{words('guide.treatment.part.decided')}</h2>
      <ul className="choices">
        {decided.map((risk) => (
          <DecidedItem key={risk.risk} {...props} risk={risk} />
        ))}
      </ul>
    </>
  )
}

interface DecidedItemProps extends PartProps {
  readonly risk: Treated
}

function DecidedItem(props: DecidedItemProps): ReactNode {
  const { risk, canEdit } = props
  const { words, list } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const close = (): void => setOpen(false)
  return (
    <li>
      <RiskHead {...props} />
      <Choice {...props} />
      {risk.kept === null ? null : <Kept {...props} kept={risk.kept} />}
      {risk.gaps.length === 0 ? null : (
        <p className="small">
          <Mark severity="question" isNamed={false} />{' '}
          {words('guide.treatment.gaps', { gaps: list(risk.gaps.map((gap) => words(`guide.gap.${gap}`))) })}
        </p>
      )}
      {canEdit && risk.canEdit && !isOpen ? (
        <p className="btns">
          <button type="button" className="ghost" onClick={() => setOpen(true)}>
            {words('guide.treatment.otherwise')}
          </button>
        </p>
      ) : null}
      {isOpen ? <RiskForm {...props} onDone={close} onClose={close} /> : null}
    </li>
  )
}

/** What was chosen, with what is expected to remain. */
function Choice({ risk: { treatment, expected }, map, nameOf }: DecidedItemProps): ReactNode {
  const { words } = useSpeech()
  if (treatment === null) return null
  const option = treatment.option ?? 'modify'
  return (
    <>
      <p className="small">
        <b>{words(`treatment.option.${option}`)}</b> {treatment.controls.map(nameOf).join(' · ')}
      </p>
      {treatment.justification === null ? null : <p className="small text">{treatment.justification}</p>}
      {option === 'retain' ? null : (
        <p className="small soft">
          {words('guide.treatment.after', { level: levelName(map, expected?.level ?? null) ?? 'none' })}
        </p>
      )}
    </>
  )
}

interface KeptProps extends DecidedItemProps {
  readonly kept: NonNullable<Treated['kept']>
}

/** Whether somebody who may do so accepted that the risk stays as it is. */
function Kept({ risk, people, kept }: KeptProps): ReactNode {
  const { words, list } = useSpeech()
  const named = (ids: readonly string[]): string => list(ids.map((id) => people[id]?.title ?? ''))
  if (kept.acceptedBy !== null) {
    return (
      <p className="small">
        <Mark severity="ok" isNamed={false} />{' '}
        {words('guide.treatment.kept.accepted', { name: named([kept.acceptedBy]) })}
      </p>
    )
  }
  const asked = risk.deciders.filter((id) => !kept.refusedBy.includes(id))
  const key = kept.refusedBy.length > 0 && asked.length === 0 ? 'refused' : asked.length > 0 ? 'open' : 'nobody'
  return (
    <p className="small">
      <Mark severity="minor" isNamed={false} />{' '}
      {words(`guide.treatment.kept.${key}`, { people: named(key === 'refused' ? kept.refusedBy : asked) })}
    </p>
  )
}
