import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import { Because } from './DraftsTable.tsx'
import type { InterviewReply } from './interview.ts'

/** Drafts of an earlier run to which the answers no longer lead: told, so that somebody decides. */
export function GonePart({ gone }: Pick<InterviewReply, 'gone'>): ReactNode {
  const words = useText()
  if (gone.length === 0) return null
  return (
    <section className="sect" aria-labelledby="gone">
      <h2 id="gone" className="under">
        {words('interviewPage.gone')}
      </h2>
      <p className="small quiet after">{words('interviewPage.gone.why')}</p>
      <ul className="lines">
        {gone.map(({ id, register, number, title, because }) => (
          <li key={id}>
            <Go to={`registers/${register}/${id}`}>{title === number ? number : `${number} ${title}`}</Go>{' '}
            <span className="quiet small">
              <Because questions={because} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
