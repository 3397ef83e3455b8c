import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { FinishForm } from './FinishForm.tsx'
import { HandOverForm } from './HandOverForm.tsx'
import { ReasonForm } from './ReasonForm.tsx'
import { RecordPart } from './RecordPart.tsx'
import { dayKey, dayMeant, type Said, type WorkReply } from './recurring.ts'

interface OccurrenceDialogProps {
  readonly work: RecordId
  readonly onClose: () => void
}

/** One day of recurring work: done, with what shows it; not needed this time; for somebody else; or left out. */
export function OccurrenceDialog({ work, onClose }: OccurrenceDialogProps): ReactNode {
  const api = useApi()
  const { data, error } = useQuery(api.read<WorkReply>(`recurring/${work}`))
  if (error !== null) {
    return (
      <Dialog title="" onClose={onClose}>
        <Problem error={error} />
      </Dialog>
    )
  }
  return data === undefined ? null : <Occurrence reply={data} onClose={onClose} />
}

function Occurrence({ reply, onClose }: { readonly reply: WorkReply; readonly onClose: () => void }): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const navigate = useNavigate()
  const { work, days, record, can } = reply
  const meant = dayMeant(days)
  // Kept as it was opened: a day that somebody else dealt with meanwhile is refused, never another taken in its place.
  const [due, setDue] = useState(meant?.due ?? '')
  const [said, setSaid] = useState<Said['act']>('finish')
  const isAhead = days.find((one) => one.due === due)?.isAhead === true
  const acts = ACTS.filter((one) => one !== 'miss' || !isAhead)
  // What was said of a day that has come may not be for one ahead.
  const act = acts.find((one) => one === said) ?? 'finish'
  const say = useMutation({
    mutationFn: (told: Said) =>
      api.send<{ readonly state: string }>('POST', `recurring/${work.id}`, { body: { ...told, due } }),
    onSuccess: async ({ state }, told) => {
      await api.refresh()
      onClose()
      // Work that takes longer has only begun: it goes on in its own record.
      const [begun] = Array.isArray(told['records']) ? told['records'] : []
      if (told.act === 'finish' && state === 'open' && record !== null && typeof begun === 'string') {
        void navigate({ to: `/${api.organisation}/registers/${record.register}/${begun}` })
      }
    },
  })
  return (
    <Dialog title={work.title} onClose={onClose} size="lg">
      <Head reply={reply} />
      {meant === undefined ? <p className="empty">{words('recurring.noDay')}</p> : null}
      {meant === undefined || !can.act ? null : (
        <>
          <Days days={days} due={due} onChoose={setDue} />
          <fieldset className="seg wrap">
            <legend className="hide">{words('recurring.what')}</legend>
            {acts.map((one) => (
              <label key={one}>
                <input type="radio" name="said" checked={act === one} onChange={() => setSaid(one)} />
                {words(`recurring.say.${one}`)}
              </label>
            ))}
          </fieldset>
          <Saying act={act} reply={reply} isBusy={say.isPending} onSay={(told) => say.mutate(told)} />
          <Problem error={say.error} />
        </>
      )}
    </Dialog>
  )
}

interface SayingProps {
  readonly act: Said['act']
  readonly reply: WorkReply
  readonly isBusy: boolean
  readonly onSay: (said: Said) => void
}

/** What has to be told for each answer. */
function Saying({ act, reply: { work, record }, isBusy, onSay }: SayingProps): ReactNode {
  switch (act) {
    case 'finish':
      return (
        <>
          {record === null ? null : (
            <RecordPart record={record} isBusy={isBusy} onDone={(id) => onSay({ act, records: [id] })} />
          )}
          <FinishForm
            wanted={work.evidenceWanted}
            isAside={record !== null}
            isBusy={isBusy}
            onSay={(set) => onSay({ act, ...set })}
          />
        </>
      )
    case 'hand_over':
      return <HandOverForm isBusy={isBusy} onSay={(set) => onSay({ act, ...set })} />
    default:
      return <ReasonForm key={act} act={act} isBusy={isBusy} onSay={(reason) => onSay({ act, reason })} />
  }
}

const ACTS = ['finish', 'skip', 'hand_over', 'miss'] as const

function Head({ reply: { work, lastDone } }: { readonly reply: WorkReply }): ReactNode {
  const { words, day } = useSpeech()
  return (
    <>
      {work.description === null ? null : <p className="field soft">{work.description}</p>}
      {lastDone === null || lastDone.at === null ? null : (
        <p className="small quiet field">
          {words('recurring.lastTime', { day: day(lastDone.at), who: lastDone.by?.title ?? 'none' })}
        </p>
      )}
    </>
  )
}

interface DaysProps {
  readonly days: WorkReply['days']
  readonly due: string
  readonly onChoose: (due: string) => void
}

/** Which day it is about; mostly there is one. */
function Days({ days, due, onChoose }: DaysProps): ReactNode {
  const { words, longDay } = useSpeech()
  const [only] = days
  if (days.length === 1 && only !== undefined) {
    return <p className="field">{words(dayKey(only), { day: longDay(only.due) })}</p>
  }
  return (
    <label className="field">
      <span className="label">{words('recurring.which')}</span>
      <select className="in" value={due} onChange={(event) => onChoose(event.target.value)}>
        {days.map((one) => (
          <option key={one.due} value={one.due}>
            {words(dayKey(one), { day: longDay(one.due) })}
          </option>
        ))}
      </select>
    </label>
  )
}
