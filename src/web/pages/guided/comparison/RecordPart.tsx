import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Go } from '../../../Go.tsx'
import { useTermTitles } from '../../../kit/catalogue.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { TextArea } from '../../../kit/TextArea.tsx'
import { useText } from '../../../text.ts'
import type { PartProps } from './comparison.ts'

/** The word that all were looked at, with what was forgotten: it goes into the treatments at the same time. */
export function RecordPart({ reply, missed, onMiss, canEdit }: PartProps): ReactNode {
  const words = useText()
  const api = useApi()
  const titles = useTermTitles('control_2022')
  const [note, setNote] = useState('')
  const record = useMutation({
    mutationFn: () =>
      api.send('POST', 'guides/comparison/made', {
        body: { missed, note: note.trim() === '' ? null : note.trim() },
      }),
    onSuccess: () => onMiss([]),
    onSettled: () => api.refresh(),
  })
  const numberOf = (risk: string): string => reply.risks.find((one) => one.id === risk)?.number ?? ''
  return (
    <>
      <p className="text partwhy">{words('guide.comparison.record.why')}</p>
      <p>{words('guide.comparison.record.missed', { n: missed.length })}</p>
      {missed.length === 0 ? null : (
        <ul className="lines">
          {missed.map(({ annexA, risk }) => (
            <li key={annexA}>
              <b>{`A.${annexA}`}</b> {titles.get(annexA)}{' '}
              <span className="quiet">{words('guide.comparison.missed', { risk: numberOf(risk) })}</span>
            </li>
          ))}
        </ul>
      )}
      {canEdit ? (
        <div className="inplace">
          <TextArea
            label={words('guide.comparison.note')}
            why={words('guide.comparison.note.why')}
            value={note}
            onChange={setNote}
          />
          <p className="btns">
            <button type="button" className="btn" disabled={record.isPending} onClick={() => record.mutate()}>
              {words('guide.comparison.finish')}
            </button>
            {reply.last === null ? null : (
              <Go to="guide-statement" className="ghost">
                {words('guide.comparison.next')}
              </Go>
            )}
          </p>
        </div>
      ) : null}
      <Problem error={record.error} />
    </>
  )
}
