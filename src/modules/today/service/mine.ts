import { addMonths } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, Register } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'
import { type DueRecord, dutiesByPerson, isTimeFor } from '../../duties/domain/due.ts'
import { proofsDue } from '../../duties/domain/proofs.ts'
import { mayDo, reachOf, verbOf } from '../../registers/domain.ts'
import { titlesThen } from '../../registers/service/list.ts'
import type { Today } from './today.ts'

type Mine = Pick<Today, 'mine' | 'proofs' | 'holds'>

/** What lies further off nobody does today. */
const AHEAD_MONTHS = 3
/** What somebody answers for and is asked about by name. */
const HELD = ['risk', 'control', 'action', 'task', 'information_system', 'supplier', 'document', 'objective']

/** What the caller has to do, what proof he owes, and what he answers for. */
export function mineOf(ctx: Context, isms: Isms, day: CalendarDate, due: readonly DueRecord[]): Mine {
  const { person } = ctx.actor
  if (person === null) return { mine: [], proofs: [], holds: [] }
  const until = addMonths(day, AHEAD_MONTHS)
  const duties = (dutiesByPerson(isms, due).get(person) ?? []).filter((one) => isTimeFor(one, day, until))
  const proofs = proofsDue(isms, day).filter(({ owner }) => owner === person)
  const named = titlesThen(ctx, isms, [
    ...duties.map(({ record }) => record.id),
    ...proofs.map((one) => one.control.id),
  ])
  return {
    mine: duties.map(({ record, due: on, isLate, recurring }) => ({
      register: record.register,
      id: record.id,
      number: record.number,
      title: named[record.id]?.title ?? record.number,
      due: on,
      isLate,
      isCome: on !== null && on <= day,
      finish: recurring === null ? finishOf(ctx, record) : null,
      recurring,
    })),
    proofs: proofs.map(({ control, due: on }) => ({
      register: control.register,
      id: control.id,
      number: control.number,
      title: named[control.id]?.title ?? control.number,
      due: on,
    })),
    holds: HELD.flatMap((name) => {
      const register = ctx.registry.get(name)
      const count = reachOf(ctx.actor, register) === 'none' ? 0 : countHeld(isms, register, person)
      return count === 0 ? [] : [{ register: name, count }]
    }),
  }
}

/** The act that ends it, where the caller may do it as the record stands. */
function finishOf(ctx: Context, record: DueRecord['record']): string | null {
  const register = ctx.registry.get(record.register)
  const step = register.states.transitions['finish']
  if (step === undefined || !step.from.includes(record.state)) return null
  return mayDo(ctx.actor, verbOf(register, step), register, record).ok ? 'finish' : null
}

function countHeld(isms: Isms, register: Register, person: string): number {
  const { owner } = register
  if (owner === null) return 0
  return isms.pointing(register, owner, person).filter(({ state }) => !register.states.ended.includes(state)).length
}
