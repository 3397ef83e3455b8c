import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { formatFilter } from '../../kit/filters.ts'
import { findRegister } from '../../registers.ts'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'
import { OccurrenceDialog } from '../recurring/OccurrenceDialog.tsx'
import { LoadedAct } from './LoadedAct.tsx'
import type { Duty, TodayReply } from './today.ts'

interface MineSectionProps {
  readonly today: TodayReply
}

const SHOWN = 8

/** What this person has to do, which proof he owes, and what he answers for. */
export function MineSection({ today }: MineSectionProps): ReactNode {
  const { words } = useSpeech()
  const [open, setOpen] = useState<Duty | null>(null)
  const [isWhole, setWhole] = useState(false)
  const { mine, proofs } = today
  const shown = isWhole ? mine : mine.slice(0, SHOWN)
  return (
    <section className="sect" aria-labelledby="mine">
      <h2 id="mine">{words('today.mine', { n: mine.length })}</h2>
      {mine.length + proofs.length === 0 ? <p className="empty">{words('today.noDuties')}</p> : null}
      <ul className="lines">
        {shown.map((duty) => (
          <DutyLine key={duty.id} duty={duty} onFinish={() => setOpen(duty)} />
        ))}
      </ul>
      {shown.length < mine.length ? (
        <p className="after">
          <button type="button" className="link" onClick={() => setWhole(true)}>
            {words('today.allDuties', { n: mine.length })}
          </button>
        </p>
      ) : null}
      <Proofs proofs={proofs} />
      <Holds holds={today.holds} />
      {open?.recurring === null || open === null ? null : (
        <OccurrenceDialog work={open.recurring.id} onClose={() => setOpen(null)} />
      )}
      {open === null || open.finish === null ? null : (
        <LoadedAct register={open.register} id={open.id} act={open.finish} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

function DutyLine({ duty, onFinish }: { readonly duty: Duty; readonly onFinish: () => void }): ReactNode {
  const { words, longDay } = useSpeech()
  const { tense } = useAsOf()
  const due = duty.due === null ? words('today.duty.noDay') : words(dueKey(duty), { day: longDay(duty.due) })
  const earlier = duty.recurring?.earlier ?? 0
  return (
    <li className="duty">
      <span>
        <Go to={`registers/${duty.register}/${duty.id}`}>{`${duty.number} ${duty.title}`}</Go>
        <br />
        <span className="small quiet">{`${words(duty.register)}, `}</span>
        <span className={duty.isLate ? 'small late' : 'small quiet'}>{due}</span>
        {earlier === 0 ? null : (
          <span className="small quiet">{`, ${words('recurring.earlier', { n: earlier })}`}</span>
        )}
      </span>
      {tense === 'present' && (duty.finish !== null || duty.recurring !== null) ? (
        <button type="button" className="ghost do" onClick={onFinish}>
          {words(duty.finish === null ? 'recurring.do' : `${duty.register}.act.${duty.finish}`)}{' '}
          <span className="hide">{duty.title}</span>
        </button>
      ) : null}
    </li>
  )
}

/** Recurring work is not late on the day after: it waits until it is. */
function dueKey({ isLate, isCome, recurring }: Duty): string {
  if (isLate) return 'today.duty.late'
  return isCome && recurring !== null ? 'today.duty.since' : 'today.duty.by'
}

function Proofs({ proofs }: Pick<TodayReply, 'proofs'>): ReactNode {
  const { words, day } = useSpeech()
  if (proofs.length === 0) return null
  return (
    <details className="after">
      <summary>{words('today.proofs', { n: proofs.length })}</summary>
      <ul className="lines small">
        {proofs.map(({ id, register, number, title, due }) => (
          <li key={id}>
            <Go to={`registers/${register}/${id}`}>{`${number} ${title}`}</Go>{' '}
            <span className="quiet">
              {due === null ? words('today.proof.none') : words('today.proof.by', { day: day(due) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function Holds({ holds }: Pick<TodayReply, 'holds'>): ReactNode {
  const { words } = useSpeech()
  const { person } = useMembership()
  if (holds.length === 0 || person === null) return null
  return (
    <p className="small after">
      {words('today.holds')}{' '}
      {holds.map(({ register, count }, index) => {
        const owner = findRegister(register)?.owner ?? 'owner'
        const filter = formatFilter({ field: owner, operator: 'in', values: [person.id] })
        return (
          <span key={register}>
            {index === 0 ? '' : ', '}
            <Go to={`registers/${register}`} search={{ filter: [filter] }}>
              {`${count} ${words(count === 1 ? register : `${register}.plural`).toLocaleLowerCase()}`}
            </Go>
          </span>
        )
      })}
    </p>
  )
}
