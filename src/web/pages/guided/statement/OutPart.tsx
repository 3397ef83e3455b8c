import { type ReactNode, useState } from 'react'
import { Problem } from '../../../kit/Problem.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import { Contrary } from './Contrary.tsx'
import { Decision } from './Decision.tsx'
import { type GuideLine, isDoubtful, type PartProps } from './guide-lines.ts'
import { useLinesSave } from './saving-lines.ts'

/** What is left out, with what the registers say against it; the doubtful ones first. */
export function OutPart({ lines, titles, titleOf, canEdit }: PartProps): ReactNode {
  const { words } = useSpeech()
  if (lines.length === 0) return <p className="empty">{words('guide.statement.out.none')}</p>
  const sorted = [...lines.filter(isDoubtful), ...lines.filter((line) => !isDoubtful(line))]
  return (
    <>
      <p className="text partwhy">{words('guide.statement.out.why')}</p>
      <h2 className="hide">{words('guide.statement.part.out')}</h2>
      <ul className="choices">
        {sorted.map((line) => (
          <OutLine key={line.id} line={line} title={titleOf(line)} titles={titles} canEdit={canEdit} />
        ))}
      </ul>
    </>
  )
}

interface OutLineProps {
  readonly line: GuideLine
  readonly title: string
  readonly titles: Titles
  readonly canEdit: boolean
}

function OutLine({ line, title, titles, canEdit }: OutLineProps): ReactNode {
  const { words } = useSpeech()
  const save = useLinesSave()
  const [form, setForm] = useState<'in' | 'out' | null>(null)
  return (
    <li>
      <h3>
        <span className="id">{line.ref}</span> {title}
      </h3>
      <p className="text">{line.exclusionJustification ?? words('soa.noJustification')}</p>
      {line.exclusionConfirmedAt === null || line.exclusionWrong === true ? <Contrary follows={line.follows} /> : null}
      {canEdit ? (
        <p className="btns">
          <button type="button" className="ghost" aria-expanded={form === 'in'} onClick={() => setForm('in')}>
            {words('guide.statement.takeIn')}
          </button>
          <button type="button" className="ghost" aria-expanded={form === 'out'} onClick={() => setForm('out')}>
            {words('guide.statement.otherReason')}
          </button>
        </p>
      ) : null}
      {form === null ? null : (
        <Decision
          key={form}
          isIn={form === 'in'}
          line={line}
          titles={titles}
          isPending={save.isPending}
          onDecide={(set) => save.mutate([{ line, set }], { onSuccess: () => setForm(null) })}
        />
      )}
      <Problem error={save.error} />
    </li>
  )
}
