import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useApi } from '../../api.ts'
import { DayInput } from '../../kit/fields/DayInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import type { RecordReply } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { HoursInput } from './HoursInput.tsx'
import type { PathReply } from './path.ts'

type Helper = NonNullable<PathReply['time']>['people'][number]
type Said = NonNullable<Helper['said']>

interface TimeRowProps {
  readonly helper: Helper
  readonly name: string
  readonly canChange: boolean
}

/** One person: his jobs, the hours that he gives, and when he is away. */
export function TimeRow({ helper, name, canChange }: TimeRowProps): ReactNode {
  const { words, list, number } = useSpeech()
  const save = useTimeSave(helper)
  const { jobs, said } = helper
  const hours = said?.hoursPerWeek ?? null
  const usual = Math.max(...jobs.map((each) => each.hours))
  return (
    <tr>
      <th scope="row">{name}</th>
      <td data-label={words('pathPage.time.does')}>
        {capital(list(jobs.map(({ job }) => words(`path.worker.${job}`))))}
      </td>
      <td data-label={words('pathPage.time.hours')}>
        {canChange ? (
          <HoursInput
            label={words('pathPage.time.hoursOf', { name })}
            value={hours}
            usual={usual}
            onSave={(hoursPerWeek) => save.mutate({ hoursPerWeek })}
          />
        ) : (
          number(hours ?? usual)
        )}
      </td>
      <td data-label={words('pathPage.time.away')}>
        <Absences
          absences={said?.absences ?? []}
          name={name}
          onSave={canChange ? (absences) => save.mutate({ absences: [...absences] }) : null}
        />
        <Problem error={save.error} />
      </td>
    </tr>
  )
}

function useTimeSave({ person, said }: Helper) {
  const api = useApi()
  /** What an answer made here: the page itself hears of it only later, and one person has one record. */
  const made = useRef<Pick<Said, 'id' | 'version'> | null>(null)
  return useMutation({
    scope: { id: `hours ${person}` },
    mutationFn: async (set: Partial<Pick<Said, 'hoursPerWeek' | 'absences'>>) => {
      const known = (made.current?.version ?? 0) > (said?.version ?? 0) ? made.current : said
      const { record } =
        known === null
          ? await api.send<RecordReply>('POST', 'registers/available_hours', { body: { set: { person, ...set } } })
          : await api.send<RecordReply>('PATCH', `registers/available_hours/${known.id}`, {
              body: { version: known.version, set },
            })
      made.current = { id: record.id, version: record.version }
    },
    onSettled: () => api.refresh(),
  })
}

interface AbsencesProps {
  readonly absences: Said['absences']
  readonly name: string
  /** Null where it may only be read. */
  readonly onSave: ((absences: Said['absences']) => void) | null
}

const NOTHING = { from: '', until: '' }

function Absences({ absences, name, onSave }: AbsencesProps): ReactNode {
  const { words, day } = useSpeech()
  const [isAdding, setAdding] = useState(false)
  const period = ({ from, until }: Said['absences'][number]): string =>
    words('pathPage.fromTo', { from: from === null ? '' : day(from), to: until === null ? '' : day(until) })
  return (
    <>
      {absences.length === 0 ? null : (
        <ul className="plainlist">
          {absences.map((absence) => (
            <li key={`${absence.from} ${absence.until}`}>
              {period(absence)}{' '}
              {onSave === null ? null : (
                <button
                  type="button"
                  className="link small"
                  aria-label={words('pathPage.time.backNamed', { name, period: period(absence) })}
                  onClick={() => onSave(absences.filter((one) => one !== absence))}
                >
                  {words('pathPage.time.back')}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {onSave === null ? null : isAdding ? (
        <AbsenceForm
          name={name}
          onAdd={(absence) => {
            setAdding(false)
            onSave([...absences, absence])
          }}
        />
      ) : (
        <button
          type="button"
          className="link small"
          aria-label={words('pathPage.time.addNamed', { name })}
          onClick={() => setAdding(true)}
        >
          {words('pathPage.time.add')}
        </button>
      )}
    </>
  )
}

interface AbsenceFormProps {
  readonly name: string
  readonly onAdd: (absence: { readonly from: string; readonly until: string }) => void
}

function AbsenceForm({ name, onAdd }: AbsenceFormProps): ReactNode {
  const { words } = useSpeech()
  const id = useId()
  const [{ from, until }, setTyped] = useState(NOTHING)
  const isWhole = from !== '' && until !== '' && from <= until
  return (
    <form
      className="absence"
      aria-label={words('pathPage.time.addNamed', { name })}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWhole) onAdd({ from, until })
      }}
    >
      <div className="field">
        <label htmlFor={`${id}from`}>{words('available_hours.absences.from')}</label>
        <DayInput id={`${id}from`} value={from} onChange={(day) => setTyped({ from: day, until })} />
      </div>
      <div className="field">
        <label htmlFor={`${id}until`}>{words('available_hours.absences.until')}</label>
        <DayInput id={`${id}until`} value={until} onChange={(day) => setTyped({ from, until: day })} />
      </div>
      <button type="submit" className="ghost" disabled={!isWhole}>
        {words('pathPage.time.keep')}
      </button>
      {from !== '' && until !== '' && from > until ? <p className="wrong">{words('pathPage.time.order')}</p> : null}
    </form>
  )
}
