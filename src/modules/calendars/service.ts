import type { FileReply } from '../../kernel/contract.ts'
import { momentOf } from '../../kernel/moment.ts'
import type { Role } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Language, Words } from '../../kernel/text.ts'
import type { Services } from '../../platform/http/bind.ts'
import { type IcalEvent, icalOf } from '../../platform/ical.ts'
import { feedBehind } from '../../platform/identity/feeds.ts'
import { presentState } from '../../platform/store/state.ts'
import { type Context, inOrganisation } from '../../platform/store/store.ts'
import { lessonsAsked } from '../awareness/domain/rounds.ts'
import { dueRecords, dutiesByPerson } from '../duties/domain/due.ts'
import { readingsAt } from '../duties/domain/readings.ts'
import { path } from '../path/service.ts'
import { person } from '../people/registers/person.ts'
import { reachOf } from '../registers/domain.ts'
import { titlesThen } from '../registers/service/list.ts'

/** Whoever leads the way to the certificate gets its plan with what is due to himself. */
const LEADING: readonly Role[] = ['coordinator', 'consultant', 'top_management']
const ENDING = '.ics'

/** The calendar behind an address. Throws not_found where it is unknown, ended or of somebody who is no member any more. */
export async function calendarBehind(
  services: Services,
  slug: string,
  { file, language }: { readonly file: string; readonly language: Language },
): Promise<FileReply> {
  const secret = file.endsWith(ENDING) ? file.slice(0, -ENDING.length) : ''
  const found = secret === '' ? null : await feedBehind(services.identity, slug, secret)
  if (found === null) throw new Refusal('not_found', 'calendar.unknown')
  const { grant } = found
  const spoken = found.language ?? language
  const words = services.wordsIn(spoken)
  const actor = { id: grant.actor, roles: grant.roles, person: grant.person, behalf: null, channel: 'api' } as const
  const base = `${services.identity.baseAddress}/${grant.organisation.slug}`
  const text = await inOrganisation(services.store, { organisation: grant.organisation.id, actor }, async (ctx) =>
    icalOf({
      name: words('calendar.name', { organisation: grant.organisation.name }),
      language: spoken,
      at: ctx.now(),
      events: [...(await dueEvents(ctx, base, words)), ...(await pathEvents(ctx, base, words))],
    }),
  )
  return { name: `waarborg${ENDING}`, type: 'text/calendar; charset=utf-8', bytes: new TextEncoder().encode(text) }
}

/** What is due to the owner of the feed, as far as he may read it, and the texts that he has to read. */
async function dueEvents(ctx: Context, base: string, words: Words): Promise<readonly IcalEvent[]> {
  const isms = await presentState(ctx)
  const day = ctx.today()
  const one = isms.find(person, ctx.actor.person)
  if (one === null) return []
  const registers = ctx.registry.registers.filter((register) => reachOf(ctx.actor, register) !== 'none')
  const duties = dutiesByPerson(isms, dueRecords(isms, registers, day)).get(one.id) ?? []
  const named = titlesThen(
    ctx,
    isms,
    duties.map(({ record }) => record.id),
  )
  const due = duties.flatMap(({ record, due: on, isLate, recurring }): readonly IcalEvent[] => {
    if (on === null) return []
    const title = named[record.id]?.title ?? record.number
    const summary = words('calendar.duty', { number: record.number, title, what: words(record.register) })
    const url = `${base}/registers/${recurring === null ? record.register : 'recurring_task'}/${recurring?.id ?? record.id}`
    // Each day of recurring work is an event of its own: it does not move to the next when it is done.
    const key = recurring === null ? record.id : `${recurring.id}-${on}`
    return [onDay(ctx, { key, summary, url, day: on, late: isLate, words })]
  })
  const read = readingsAt(
    isms,
    momentOf(day),
  )(one).flatMap(({ document, version, due: on }): readonly IcalEvent[] => {
    const summary = words('calendar.reading', { title: document.title })
    return on === null ? [] : [onDay(ctx, { key: version.id, summary, url: base, day: on, late: on < day, words })]
  })
  const lessons = lessonsAsked(isms, one, momentOf(day)).flatMap(({ round }): readonly IcalEvent[] => {
    const { id, title, closesAt: on } = round
    const summary = words('calendar.lesson', { title })
    const url = `${base}/lessons`
    return on === null ? [] : [onDay(ctx, { key: id, summary, url, day: on, late: on < day, words })]
  })
  return [...due, ...read, ...lessons]
}

interface OnDay {
  readonly key: string
  readonly summary: string
  readonly url: string
  readonly day: CalendarDate
  readonly late: boolean
  readonly words: Words
}

function onDay(ctx: Context, { key, summary, url, day, late, words }: OnDay): IcalEvent {
  return {
    uid: `${key}@${ctx.ledger}`,
    summary: late ? words('calendar.late', { what: summary }) : summary,
    description: url,
    url,
    first: day,
    last: day,
  }
}

/** The steps that are left, each on the days for which it is planned. */
async function pathEvents(ctx: Context, base: string, words: Words): Promise<readonly IcalEvent[]> {
  if (!ctx.actor.roles.some((role) => LEADING.includes(role))) return []
  const { steps, titles } = await path(ctx, { mode: 'known' })
  return steps.flatMap(({ number, planned, state }): readonly IcalEvent[] => {
    if (planned === null || state === 'done') return []
    const url = `${base}/path?step=${number}`
    const names = planned.people.flatMap((id) => titles[id]?.title ?? []).join(', ')
    const who = names === '' ? [] : [words('calendar.who', { names })]
    return [
      {
        uid: `path-${number}@${ctx.ledger}`,
        summary: words('calendar.step', { n: number, title: words(`path.step.${number}.title`) }),
        description: [words(`path.step.${number}.why`), ...who, url].join('\n\n'),
        url,
        first: planned.start,
        last: planned.end,
      },
    ]
  })
}
