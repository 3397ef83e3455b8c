import type { ReactNode } from 'react'
import { Problem } from '../../kit/Problem.tsx'
import type { Titles } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { EvidenceAge } from './EvidenceAge.tsx'
import { FlatChoice } from './FlatChoice.tsx'
import { LineEditor } from './LineEditor.tsx'
import type { Line } from './lines.ts'
import { Reasons } from './Reasons.tsx'
import { useLineSave } from './saving.ts'

interface StatementRowProps {
  readonly line: Line
  readonly title: string
  readonly titles: Titles
  readonly hasSince: boolean
  readonly canEdit: boolean
  readonly isOpen: boolean
  readonly span: number
  readonly onOpen: (isOpen: boolean) => void
}

const ANSWERS = { yes: true, no: false, undecided: null } as const
const STATUSES = ['implemented', 'partly', 'not'] as const

/** One control. Decision and status are changed where they stand, everything else in the editor below the row. */
export function StatementRow(props: StatementRowProps): ReactNode {
  const { line, title, titles, hasSince, canEdit, isOpen, span, onOpen } = props
  const { words, list } = useSpeech()
  const save = useLineSave(line)
  const answer = line.included === null ? 'undecided' : line.included ? 'yes' : 'no'
  return (
    <>
      <tr className={line.included === false ? 'out' : undefined} aria-selected={isOpen}>
        <td className="id">{line.ref}</td>
        <td className="name">
          <button type="button" className="rowopen" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
            {title}
          </button>
        </td>
        <td data-l={words('soa.column.included')}>
          <FlatChoice
            label={words('soa.includedOf', { ref: line.ref })}
            value={answer}
            options={['undecided', 'yes', 'no']}
            text={(one) => words(`soa.answer.${one}`)}
            canEdit={canEdit}
            onChange={(one) => save.mutate({ set: { included: ANSWERS[one] } })}
          />
        </td>
        <td className="why">
          <Reasons line={line} titles={titles} />
        </td>
        <td data-l={words('soa.column.status')}>
          {line.included === false ? (
            <span className="quiet">{words('soa.notApplicable')}</span>
          ) : (
            <FlatChoice
              label={words('soa.statusOf', { ref: line.ref })}
              value={line.implementationStatus ?? 'unknown'}
              options={line.implementationStatus === null ? ['unknown', ...STATUSES] : STATUSES}
              text={(one) => words(one === 'unknown' ? 'value.unknown' : `statement_line.implementationStatus.${one}`)}
              canEdit={canEdit}
              onChange={(one) => save.mutate({ set: { implementationStatus: one === 'unknown' ? null : one } })}
            />
          )}
        </td>
        <td>
          <EvidenceAge line={line} />
        </td>
        {hasSince ? (
          <td className="soft">
            {line.changed === null
              ? null
              : line.changed.kind === 'added'
                ? words('soa.added')
                : list(line.changed.fields.map((field) => words(`statement_line.${field}`)))}
          </td>
        ) : null}
      </tr>
      {save.error === null ? null : (
        <tr>
          <td colSpan={span}>
            <Problem error={save.error} />
          </td>
        </tr>
      )}
      {isOpen ? (
        <tr aria-selected="true">
          <td className="drop" />
          <td colSpan={span - 1}>
            <LineEditor key={line.version} line={line} titles={titles} canEdit={canEdit} onDone={() => onOpen(false)} />
          </td>
        </tr>
      ) : null}
    </>
  )
}
