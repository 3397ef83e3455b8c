import { type ReactNode, useId } from 'react'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import type { Boxes } from './choosing.ts'
import { byRegister, type DraftTold, type RegisterDrafts } from './interview.ts'

interface DraftsTableProps {
  readonly drafts: readonly DraftTold[]
  readonly label: string
  /** Null: there is nothing to choose. */
  readonly boxes: Boxes | null
}

/** Drafts by register, with the questions that led to them and a box before each, for one and for all of a register. */
export function DraftsTable({ drafts, label, boxes }: DraftsTableProps): ReactNode {
  const { words } = useSpeech()
  if (drafts.length === 0) return null
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className="drafts">
        <thead>
          <tr>
            {boxes === null ? null : (
              <th scope="col">
                <span className="hide">{words('interviewPage.wanted')}</span>
              </th>
            )}
            <th scope="col">{words('interviewPage.register')}</th>
            <th scope="col" className="r">
              {words('interviewPage.count')}
            </th>
            <th scope="col">{words('interviewPage.because')}</th>
          </tr>
        </thead>
        <tbody>
          {byRegister(drafts).map((row) => (
            <DraftsRow key={row.register} row={row} boxes={boxes} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface DraftsRowProps {
  readonly row: RegisterDrafts
  readonly boxes: Boxes | null
}

function DraftsRow({ row, boxes }: DraftsRowProps): ReactNode {
  const { words } = useSpeech()
  const { register, drafts, because } = row
  const name = capital(words(`${register}.plural`))
  const keys = drafts.map(({ key }) => key)
  const on = boxes === null ? keys.length : keys.filter(boxes.isOn).length
  return (
    <tr>
      {boxes === null ? null : (
        <td>
          <input
            type="checkbox"
            aria-label={words('interviewPage.make.these', { what: name })}
            checked={on > 0}
            disabled={keys.every(boxes.isShut)}
            ref={(box) => {
              // A box that is neither on nor off has no attribute in HTML.
              if (box !== null) box.indeterminate = on > 0 && on < keys.length
            }}
            onChange={() => boxes.set(keys, on < keys.length)}
          />
        </td>
      )}
      <th scope="row">
        <details className="led">
          <summary>{name}</summary>
          <ul className="lines small">
            {drafts.map((draft) => (
              <DraftLine key={draft.key} draft={draft} boxes={boxes} />
            ))}
          </ul>
        </details>
      </th>
      <td className="r nowrap">{on === keys.length ? on : words('interviewPage.of', { n: on, total: keys.length })}</td>
      <td>
        <Because questions={because} />
      </td>
    </tr>
  )
}

interface DraftLineProps {
  readonly draft: DraftTold
  readonly boxes: Boxes | null
}

function DraftLine({ draft, boxes }: DraftLineProps): ReactNode {
  const { words, list } = useSpeech()
  const id = useId()
  const { key, register, title, gaps } = draft
  return (
    <li className="draft">
      {boxes === null ? null : (
        <input
          id={id}
          type="checkbox"
          checked={boxes.isOn(key)}
          disabled={boxes.isShut(key)}
          onChange={(event) => boxes.set([key], event.target.checked)}
        />
      )}
      <span>
        {boxes === null ? title : <label htmlFor={id}>{title}</label>}{' '}
        {gaps.length === 0 ? null : (
          <span className="quiet">
            {words('interviewPage.gaps', { what: list(gaps.map((gap) => words(`${register}.${gap}`))) })}
          </span>
        )}
      </span>
    </li>
  )
}

/** Questions by their words: the first, and how many more there are. */
export function Because({ questions }: { readonly questions: readonly string[] }): ReactNode {
  const { words } = useSpeech()
  const [first, ...others] = questions
  if (first === undefined) return <span className="quiet">{words('interviewPage.always')}</span>
  const name = words(`interview.${first}`)
  return others.length === 0 ? name : words('interviewPage.and', { first: name, n: others.length })
}
