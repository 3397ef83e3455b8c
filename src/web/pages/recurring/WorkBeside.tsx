import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useParam } from '../../address.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { useSpeech } from '../../text.ts'
import { OccurrenceDialog } from './OccurrenceDialog.tsx'
import { dayKey, dayMeant, type WorkReply } from './recurring.ts'

/** Beside a recurring task: which of its days waits, and the way to say what became of it. */
export function WorkBeside(): ReactNode {
  const { words, longDay } = useSpeech()
  const api = useApi()
  const id = useParam('id')
  const { tense } = useAsOf()
  const [isOpen, setOpen] = useState(false)
  const work = useQuery({ ...api.read<WorkReply>(`recurring/${id}`), enabled: tense === 'present' && id !== '' })
  if (work.data === undefined || tense !== 'present') return null
  const { days, can } = work.data
  const newest = dayMeant(days)
  return (
    <section className="sect" aria-labelledby="turn">
      <h2 id="turn" className="under">
        {words('recurring.beside')}
      </h2>
      {newest === undefined ? (
        <p className="small">{words('recurring.noDay')}</p>
      ) : (
        <p className="small">
          {words(dayKey(newest), { day: longDay(newest.due) })}
          {newest.assignee === null ? '' : `. ${newest.assignee.title}.`}
        </p>
      )}
      {newest === undefined || !can.act ? null : (
        <p className="btns">
          <button type="button" className="btn" onClick={() => setOpen(true)}>
            {words('recurring.do')}
          </button>
        </p>
      )}
      {isOpen ? <OccurrenceDialog work={id} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}
