import { addDays } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Context } from '../../../platform/store/store.ts'
import { lessonsAsked } from '../../awareness/domain/rounds.ts'
import { textsOf } from '../../documents/domain.ts'
import { awarenessDue, doneBy, readingsAt } from '../../duties/domain/readings.ts'
import { parametersInForce } from '../../organisation/domain/parameters.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { holdersOf, isInPopulation } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { namesThen } from '../../registers/service/list.ts'
import type { Today } from './today.ts'

/** So long before it is due, somebody is told that he has to be told again. */
const TOLD_DAYS = 30
const DONE_SHOWN = 5

type Asked = Pick<Today, 'readings' | 'awarenessDue' | 'lessons' | 'done'>

/** What is asked of everybody: texts to read, and to know what one must know. */
export function askedOf(ctx: Context, isms: Isms, day: CalendarDate, id: RecordId | null): Asked {
  const moment = momentOf(day)
  const one = isms.find(person, id)
  if (one === null) return { readings: [], awarenessDue: null, lessons: [], done: [] }
  const named = namesThen(ctx, isms)
  const { awarenessMonths } = parametersInForce(isms.all(organisation)[0] ?? null).parameters
  const due = isInPopulation(isms, one, moment) ? awarenessDue(isms, one, awarenessMonths) : null
  return {
    readings: readingsAt(
      isms,
      moment,
    )(one).map(({ document, version, due: by }) => ({
      document: { id: document.id, title: document.title },
      version: {
        id: version.id,
        label: version.versionLabel,
        approvedBy: named(version.approvedBy),
        approvedAt: version.approvedAt,
        texts: textsOf(version),
        file: version.file,
      },
      due: by,
    })),
    awarenessDue: due !== null && due <= addDays(day, TOLD_DAYS) ? due : null,
    lessons: lessonsAsked(isms, one, moment).map(({ lesson, round: { title, closesAt } }) => ({
      lesson,
      title,
      due: closesAt,
    })),
    done: doneBy(isms, one)
      .slice(0, DONE_SHOWN)
      .map(({ kind, document, at }) => ({ kind, document: named(document), at })),
  }
}

/** The first holder of a role that leads incidents: whom one calls when it burns. */
export function callFirst(isms: Isms, day: CalendarDate): Today['callFirst'] {
  const leads = isms.all(role).filter(({ duties }) => duties.includes('incident_lead'))
  const [first] = leads.flatMap(({ id }) => holdersOf(isms, id, momentOf(day)))
  return first === undefined ? null : { id: first.id, name: first.name, phone: first.phone }
}
