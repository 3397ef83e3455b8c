import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { Organisation } from '../../../modules/organisation/registers/organisation.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { DayInput } from '../../kit/fields/DayInput.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { useOrganisation } from '../guided/example.ts'
import { HoursInput } from './HoursInput.tsx'
import type { PathReply } from './path.ts'
import { TimeRow } from './TimeRow.tsx'

/** Who has how much time, and when not; what the plan is made with is changed where it is read. */
export function TimeSection({ path }: { readonly path: PathReply }): ReactNode {
  const { words, number } = useSpeech()
  const { tense } = useAsOf()
  const organisation = useOrganisation()
  const { time } = path
  if (time === null) return null
  const isOpen = tense === 'present'
  const canPlan = isOpen && time.canPlan && organisation !== undefined
  return (
    <section className="sect timesect" aria-labelledby="time">
      <h2 id="time">{words('pathPage.time')}</h2>
      <p className="small soft text">{words('pathPage.time.why')}</p>
      {canPlan && path.certificate === null ? <TargetField organisation={organisation} /> : null}
      <table className="timetable">
        <thead>
          <tr>
            <th scope="col">{words('pathPage.time.who')}</th>
            <th scope="col">{words('pathPage.time.does')}</th>
            <th scope="col">{words('pathPage.time.hours')}</th>
            <th scope="col">{words('pathPage.time.away')}</th>
          </tr>
        </thead>
        <tbody>
          {time.people.map((helper) => (
            <TimeRow
              key={helper.person}
              helper={helper}
              name={path.titles[helper.person]?.title ?? ''}
              canChange={isOpen && (helper.said?.canChange ?? time.canAdd)}
            />
          ))}
          {time.unnamed.map(({ job, hours, isSaid }) => (
            <tr key={job}>
              <th scope="row" className="soft">
                {words('pathPage.time.nobody')}
              </th>
              <td data-label={words('pathPage.time.does')}>{capital(words(`path.worker.${job}`))}</td>
              <td data-label={words('pathPage.time.hours')}>
                {canPlan ? (
                  <JobHours organisation={organisation} job={job} hours={hours} isSaid={isSaid} />
                ) : (
                  number(hours)
                )}
              </td>
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type PathPlan = Organisation['pathPlan']

/** Writes part of the organisation's plan, with the rest of it as it is. */
function usePlanSave({ id, version, pathPlan }: Organisation) {
  const api = useApi()
  return useMutation({
    mutationFn: (change: Partial<PathPlan>) =>
      api.send('PATCH', `registers/organisation/${id}`, {
        body: { version, set: { pathPlan: { ...pathPlan, ...change } } },
      }),
    onSettled: () => api.refresh(),
  })
}

/** Kept when one is done with it: half a day typed is another day. */
function TargetField({ organisation }: { readonly organisation: Organisation }): ReactNode {
  const { words } = useSpeech()
  const save = usePlanSave(organisation)
  const id = useId()
  const target = organisation.pathPlan.targetDate ?? ''
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <form
      className="absence targetday"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate({ targetDate: typed === '' ? null : typed }, { onSuccess: () => setTyped(null) })
      }}
    >
      <div className="field">
        <label htmlFor={id}>{words('organisation.pathPlan.targetDate')}</label>
        <DayInput id={id} value={typed ?? target} onChange={setTyped} />
      </div>
      {typed === null || typed === target ? null : (
        <button type="submit" className="ghost" disabled={save.isPending}>
          {words('pathPage.time.save')}
        </button>
      )}
      <Problem error={save.error} />
    </form>
  )
}

interface JobHoursProps {
  readonly organisation: Organisation
  readonly job: NonNullable<PathReply['time']>['unnamed'][number]['job']
  readonly hours: number
  readonly isSaid: boolean
}

function JobHours({ organisation, job, hours, isSaid }: JobHoursProps): ReactNode {
  const { words } = useSpeech()
  const save = usePlanSave(organisation)
  const { hoursPerWeek } = organisation.pathPlan
  return (
    <>
      <HoursInput
        label={words('pathPage.time.hoursOf', { name: words(`path.worker.${job}`) })}
        value={isSaid ? hours : null}
        usual={hours}
        onSave={(said) => save.mutate({ hoursPerWeek: { ...hoursPerWeek, [job]: said } })}
      />
      <Problem error={save.error} />
    </>
  )
}
