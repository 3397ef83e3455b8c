import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useApi } from '../../../api.ts'
import { addMonths } from '../../../days.ts'
import { Go } from '../../../Go.tsx'
import { DayInput } from '../../../kit/fields/DayInput.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { TextArea } from '../../../kit/TextArea.tsx'
import { useSpeech } from '../../../text.ts'
import type { EvaluationBody, MeasureReply } from './measure.ts'

interface ReportPartProps {
  readonly reply: MeasureReply
  readonly canEdit: boolean
}

/** What all numbers say together, once a year; a first wording stands ready, with the counts in it. */
export function ReportPart({ reply, canEdit }: ReportPartProps): ReactNode {
  const { words, day } = useSpeech()
  const { report, counts, titles } = reply
  return (
    <>
      <p className="text partwhy">{words('guide.measure.report.why')}</p>
      {report === null ? null : (
        <p>
          <Mark severity={report.isFresh ? 'ok' : 'question'} isNamed={false} />{' '}
          {words(`guide.measure.report.${report.isFresh ? 'fresh' : 'old'}`, {
            day: report.at === null ? '' : day(report.at),
            name: titles[report.by ?? '']?.title ?? 'none',
          })}{' '}
          <Go to={`registers/evaluation_report/${report.id}`}>{report.number}</Go>
        </p>
      )}
      {counts.measured === 0 ? (
        <p className="empty">{words('guide.measure.report.nothing')}</p>
      ) : canEdit ? (
        <ReportForm key={report?.id ?? 'none'} reply={reply} />
      ) : null}
    </>
  )
}

const SAID = ['suitability', 'adequacy', 'effectiveness'] as const

function ReportForm({ reply }: { readonly reply: MeasureReply }): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const id = useId()
  const [body, setBody] = useState<EvaluationBody>({
    periodFrom: addMonths(reply.at, -12),
    periodTo: reply.at,
    suitability: words('guide.measure.ready.suitability', reply.counts),
    adequacy: words('guide.measure.ready.adequacy', reply.counts),
    effectiveness: words('guide.measure.ready.effectiveness', reply.counts),
  })
  const save = useMutation({
    mutationFn: () => api.send('POST', 'guides/measure/evaluation', { body }),
    onSettled: () => api.refresh(),
  })
  const isWhole = SAID.every((name) => body[name].trim() !== '') && body.periodFrom !== '' && body.periodTo !== ''
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) save.mutate()
      }}
    >
      <div className="pair">
        {(['periodFrom', 'periodTo'] as const).map((name) => (
          <div key={name} className="field">
            <label htmlFor={id + name}>{words(`evaluation_report.${name}`)}</label>
            <DayInput id={id + name} value={body[name]} onChange={(day) => setBody({ ...body, [name]: day })} />
          </div>
        ))}
      </div>
      {SAID.map((name) => (
        <TextArea
          key={name}
          label={words(`evaluation_report.${name}`)}
          why={words(`evaluation_report.${name}.why`)}
          rows={3}
          value={body[name]}
          onChange={(text) => setBody({ ...body, [name]: text })}
        />
      ))}
      <div className="savebar">
        <button type="submit" className="btn" disabled={!isWhole || save.isPending}>
          {words('guide.measure.report.save')}
        </button>
      </div>
      <Problem error={save.error} />
    </form>
  )
}
