import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { byRegister, type InterviewReply, type RegisterDrafts } from './interview.ts'

/** What will be made, by register, with the questions that led to it. */
export function DraftsTable({ drafts }: Pick<InterviewReply, 'drafts'>): ReactNode {
  const { words } = useSpeech()
  if (drafts.length === 0) return null
  return (
    <div
      className="scroll sect"
      role="region"
      aria-label={words('interviewPage.will', { n: drafts.length })}
      tabIndex={0}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{words('interviewPage.register')}</th>
            <th scope="col" className="r">
              {words('interviewPage.count')}
            </th>
            <th scope="col">{words('interviewPage.because')}</th>
          </tr>
        </thead>
        <tbody>
          {byRegister(drafts).map((row) => (
            <DraftsRow key={row.register} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function DraftsRow({ row }: { readonly row: RegisterDrafts }): ReactNode {
  const { words, list } = useSpeech()
  const { register, drafts, because } = row
  return (
    <tr>
      <th scope="row">
        <details className="led">
          <summary>{capital(words(`${register}.plural`))}</summary>
          <ul className="lines small">
            {drafts.map(({ key, title, gaps }) => (
              <li key={key}>
                {title}{' '}
                {gaps.length === 0 ? null : (
                  <span className="quiet">
                    {words('interviewPage.gaps', { what: list(gaps.map((gap) => words(`${register}.${gap}`))) })}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      </th>
      <td className="r">{drafts.length}</td>
      <td>
        <Because questions={because} />
      </td>
    </tr>
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
