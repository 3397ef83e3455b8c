import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { Go } from '../../Go.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { DraftsTable } from './DraftsTable.tsx'
import { GonePart } from './GonePart.tsx'
import type { InterviewReply, MadeReply } from './interview.ts'

interface DraftsPartProps {
  readonly reply: InterviewReply
  readonly isReadOnly: boolean
  /** An answer is still on its way: what follows is not known yet. */
  readonly isSaving: boolean
}

/** What follows from the answers, the button that makes it, and where to go on. */
export function DraftsPart({ reply, isReadOnly, isSaving }: DraftsPartProps): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const make = useMutation({
    mutationFn: () => api.send<MadeReply>('POST', 'interview/drafts', { body: { language } }),
    onSuccess: () => api.refresh(),
  })
  const { drafts, standing, completes, answered, gone } = reply
  const isNothing = drafts.length === 0 && completes.length === 0
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className="under">
        {words('interviewPage.end')}
      </h2>
      <p className="small quiet after">{words(answered === 0 ? 'interviewPage.nothing' : 'interviewPage.more')}</p>
      <p role="status">
        {make.data === undefined ? null : <strong>{words('interviewPage.made', { n: sum(make.data.made) })} </strong>}
        {answered === 0 ? null : words('interviewPage.will', { n: drafts.length })}{' '}
        {words('interviewPage.standing', { n: sum(standing) })}
      </p>
      <Problem error={make.error} />
      {isReadOnly || answered === 0 || isNothing ? null : (
        <p className="btns wrap">
          <button type="button" className="btn" disabled={make.isPending || isSaving} onClick={() => make.mutate()}>
            {words(make.isPending ? 'interviewPage.making' : 'interviewPage.make')}
          </button>
        </p>
      )}
      {answered > 0 && isNothing ? <NextPlaces /> : null}
      <DraftsTable drafts={drafts} />
      <GonePart gone={gone} />
    </section>
  )
}

function NextPlaces(): ReactNode {
  const { words } = useSpeech()
  return (
    <p className="btns wrap">
      <Go to="path" className="btn">
        {words('interviewPage.toPath')}
      </Go>
      <Go to="registers/risk" className="ghost">
        {words('interviewPage.toRisks')}
      </Go>
      <Go to="statement" className="ghost">
        {words('interviewPage.toStatement')}
      </Go>
    </p>
  )
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((all, { count }) => all + count, 0)
}
