import { addDays } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Member } from '../../../platform/identity/grants.ts'
import type { Context } from '../../../platform/store/store.ts'
import { type DueRecord, isTimeFor } from '../../duties/domain/due.ts'
import { readingsAt } from '../../duties/domain/readings.ts'
import type { Decision } from '../../duties/service/decisions.ts'
import { person } from '../../people/registers/person.ts'
import type { Today } from './today.ts'

const SOON_DAYS = 30
const MOST = 15

interface Asked {
  readonly day: CalendarDate
  readonly due: readonly DueRecord[]
  readonly members: readonly Pick<Member, 'account' | 'roles' | 'person'>[]
  readonly decisions: (actor: Pick<Member, 'roles' | 'person'>) => readonly Decision[]
}

/** Who has to be asked for what: everybody from whom something is late, due soon, to be decided or to be read. */
export function waitingFor(ctx: Context, isms: Isms, { day, due, members, decisions }: Asked): Today['waiting'] {
  const readings = readingsAt(isms, momentOf(day))
  const until = addDays(day, SOON_DAYS)
  const byOwner = Map.groupBy(
    due.filter((one) => isTimeFor(one, day, until)),
    ({ owner }) => owner,
  )
  const linked = new Set(members.map((member) => member.person))
  const withAccount = members.map((member) => ({ ...member, decided: decisions(member) }))
  const others = isms
    .all(person)
    .filter(({ id }) => !linked.has(id) && byOwner.has(id))
    .map(({ id }) => ({ account: null, person: id, decided: [] }))
  const lines = [...withAccount, ...others].map(({ account, person: id, decided }) => {
    const mine = id === null ? [] : (byOwner.get(id) ?? [])
    const one = isms.find(person, id)
    const late = mine.filter(({ isLate }) => isLate).length
    return {
      person: one === null ? null : { id: one.id, title: one.name },
      account: one === null ? (account?.name ?? null) : null,
      decisions: decided.map(({ register, id: of, number, title, act }) => ({ register, id: of, number, title, act })),
      late,
      soon: mine.length - late,
      readings: one === null ? 0 : readings(one).length,
    }
  })
  return lines
    .filter((line) => weight(line) > 0 && !isMe(ctx, line.person?.id ?? null))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST)
}

/** What is to be decided holds up others, what is late more than what is not. */
function weight({ decisions, late, soon, readings }: Today['waiting'][number]): number {
  return decisions.length * 3 + late * 2 + soon + readings
}

function isMe(ctx: Context, id: RecordId | null): boolean {
  return id !== null && id === ctx.actor.person
}
