import { addDays, earliest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { Actor } from '../../../kernel/permission.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { firstClosing, lessonsAsked } from '../../awareness/domain/rounds.ts'
import { type Duty, dueRecords, dutiesByPerson, isTimeFor } from '../../duties/domain/due.ts'
import { proofsDue } from '../../duties/domain/proofs.ts'
import { awarenessDue, readingsAt } from '../../duties/domain/readings.ts'
import { decisionsOn } from '../../duties/service/decisions.ts'
import { parametersInForce } from '../../organisation/domain/parameters.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { isInPopulation } from '../../people/domain/presence.ts'
import { type Person, person } from '../../people/registers/person.ts'
import { reachOf } from '../../registers/domain.ts'
import { titlesThen } from '../../registers/service/list.ts'
import type { Letter, LetterLine } from '../domain/letter.ts'

/** What falls due within so many days is told of beforehand. */
const SOON_DAYS = 14

/** Answers for one member after another what waits for him today. `base` is the address of the organisation's first page. */
export async function lettersIn(ctx: Context, base: string): Promise<(actor: Actor) => Letter> {
  const day = ctx.today()
  const isms = await presentState(ctx)
  const moment = momentOf(day)
  const soon = addDays(day, SOON_DAYS)
  const decisions = await decisionsOn(ctx, isms, day)
  const due = dutiesByPerson(isms, dueRecords(isms, ctx.registry.registers, day))
  const readings = readingsAt(isms, moment)
  const proofs = Map.groupBy(proofsDue(isms, day), ({ owner }) => owner)
  const { awarenessMonths } = parametersInForce(isms.all(organisation)[0] ?? null).parameters
  const line = (at: Located, on: CalendarDate | null): LetterLine => {
    const title = titlesThen(ctx, isms, [at.id])[at.id]?.title ?? at.number
    const link = `${base}/registers/${at.register}/${at.id}`
    return { title: title === at.number ? title : `${at.number} ${title}`, kind: at.register, due: on, link }
  }
  const asked = (one: Person): Pick<Letter, 'readings' | 'proofs' | 'awareness'> => {
    const told = isInPopulation(isms, one, moment) ? awarenessDue(isms, one, awarenessMonths) : null
    // A round asks for it by a day of its own.
    const lesson = firstClosing(lessonsAsked(isms, one, moment))
    return {
      // What is read and confirmed stands on the first page.
      readings: readings(one).map(({ document, due: on }) => ({ ...line(document, on), link: base })),
      proofs: (proofs.get(one.id) ?? []).map(({ control, due: on }) => line(control, on)),
      awareness: earliest(lesson, told !== null && told <= soon ? told : null),
    }
  }
  return (actor) => {
    const one = isms.find(person, actor.person)
    const duties = (one === null ? [] : (due.get(one.id) ?? []))
      .filter(({ record }) => reachOf(actor, ctx.registry.get(record.register)) !== 'none')
      .filter((duty) => isTimeFor(duty, day, soon))
      .map((duty) => ({ isLate: duty.isLate, line: line(recurringAt(isms, duty), duty.due) }))
    return {
      decisions: decisions(actor).map((decision) => line(decision, null)),
      late: duties.filter(({ isLate }) => isLate).map((each) => each.line),
      soon: duties.filter(({ isLate }) => !isLate).map((each) => each.line),
      ...(one === null ? NOTHING_ASKED : asked(one)),
    }
  }
}

interface Located {
  readonly register: string
  readonly id: RecordId
  readonly number: string
}

/** A day of recurring work is told of as the work: there its proof is asked for. */
function recurringAt(isms: Isms, { record, recurring }: Duty): Located {
  return isms.any(recurring?.id ?? null) ?? record
}

/** Whose account belongs to no person of the ISMS. */
const NOTHING_ASKED = { readings: [], proofs: [], awareness: null } as const
