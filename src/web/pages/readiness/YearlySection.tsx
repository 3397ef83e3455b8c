import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { RecordForm } from '../../kit/record/RecordForm.tsx'
import { useNames } from '../../names.ts'
import type { ReadinessReply } from '../../readiness.ts'
import { findRegister } from '../../registers.ts'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'

type Yearly = ReadinessReply['yearly'][number]

/** What the answerer says; the rest follows from the question. */
const ASKED = ['isYes', 'reason', 'by', 'at']

/** Questions that are put once a year, to be answered with a decision; those that were answered lately are counted. */
export function YearlySection({ yearly }: { readonly yearly: readonly Yearly[] }): ReactNode {
  const { words, day } = useSpeech()
  const { tense } = useAsOf()
  const open = yearly.filter(({ answer }) => answer === null)
  const names = useNames(open.map(({ answerer }) => answerer))
  const [answering, setAnswering] = useState<Yearly | null>(null)
  if (yearly.length === 0) return null
  return (
    <section>
      <details>
        <summary className="under foldhead">
          {words('readinessPage.yearly', { n: open.length, total: yearly.length })}
        </summary>
        <ol className="lines small">
          {open.map((one) => (
            <li key={one.number}>
              {words(one.key)}
              <br />
              <span className="quiet">
                {one.answerer === null ? words('strip.nobody') : (names[one.answerer]?.title ?? '')}
                {one.due === null ? '' : `, ${words('readinessPage.by', { day: day(one.due) })}`}
              </span>{' '}
              {tense === 'present' ? (
                <button type="button" className="bare link" onClick={() => setAnswering(one)}>
                  {words('readinessPage.answer')}
                </button>
              ) : null}
            </li>
          ))}
        </ol>
      </details>
      {answering === null ? null : <YearlyAnswer question={answering} onClose={() => setAnswering(null)} />}
    </section>
  )
}

/** The answer is a decision with a name, a day and a reason: evidence by itself. */
function YearlyAnswer({ question, onClose }: { readonly question: Yearly; readonly onClose: () => void }): ReactNode {
  const { words } = useSpeech()
  const { today } = useAsOf()
  const { person } = useMembership()
  const register = findRegister('decision')
  if (register === null) return null
  const given = {
    title: words(question.key).slice(0, register.fields['title']?.options.max ?? 200),
    kind: 'yearly_answer',
    yearlyQuestion: question.number,
    at: today,
    ...(person === null ? {} : { by: person.id }),
  }
  return (
    <Dialog onClose={onClose} title={words(question.key)} size="xl">
      <RecordForm register={register} reply={null} draft={null} given={given} only={ASKED} onSaved={onClose} />
    </Dialog>
  )
}
