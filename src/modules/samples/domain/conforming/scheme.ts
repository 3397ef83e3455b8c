import { addDays, addMonths, addPeriod, type Period } from '../../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../../kernel/register.ts'

/** Before the initial audit, or holding a certificate with the first surveillance coming up. */
export type Phase = 'initial' | 'certified'

/** So many months and days; what is not said is none. */
export interface Span {
  readonly months?: number
  readonly days?: number
}

/** How many records of the kinds that grow with an organisation. */
export interface Counts {
  /** Documents of its own that are in force. */
  readonly documents: number
  readonly assets: number
  readonly systems: number
  readonly suppliers: number
  readonly risks: number
  readonly evidence: number
}

/** What somebody may say of the organisation to be made. */
export interface Wanted {
  /** The name of the organisation; it says that it is invented. */
  readonly title?: string | undefined
  readonly people?: number | undefined
  readonly at?: CalendarDate | undefined
  readonly seed?: string | undefined
  readonly phase?: Phase | undefined
  readonly counts?: { readonly [K in keyof Counts]?: number | undefined } | undefined
}

/**
 * The frame of a conforming organisation: how large, asked about on which day, and when its audits are. Every date of it
 * is said in terms of this, so that it can be made for any day. In phase `certified` it has to conform on each day from
 * half a year before `at`: what recurs is made once for each of `turns`.
 */
export interface Scheme {
  readonly title: string
  readonly at: CalendarDate
  readonly phase: Phase
  readonly people: number
  /** The same seed gives the same ids. */
  readonly seed: string
  readonly counts: Counts
  readonly start: CalendarDate
  readonly stage1: CalendarDate
  readonly stage2: CalendarDate
  /** Null before the audit. */
  readonly stage2LastDay: CalendarDate | null
  readonly certifiedAt: CalendarDate | null
  readonly validUntil: CalendarDate | null
  /** First day of the next surveillance audit; null before the certificate. */
  readonly surveillance: CalendarDate | null
  /** A day before `at`, never before the ISMS started. */
  ago(span: Span): CalendarDate
  /** A day after `at`. */
  ahead(span: Span): CalendarDate
  /** A day after the ISMS started, never after `at`: for what was done once, at the beginning. */
  after(span: Span): CalendarDate
  /** The days on which a rhythm came round, oldest first: the last one `ago` that span, back to the start of the ISMS. */
  turns(every: Period, last: Span): readonly CalendarDate[]
}

const TITLE = 'Kiekendief Software B.V. (voorbeeld)'
const PEOPLE = 12
const AT = '2026-03-02'

/** About 5,000 assets, 2,000 risks and 50,000 pieces of evidence for 5,000 people. */
function countsFor(people: number, wanted: NonNullable<Wanted['counts']>): Counts {
  const more = Math.max(0, people - PEOPLE)
  return {
    documents: wanted.documents ?? 16 + Math.min(200, Math.floor(more / 20)),
    assets: wanted.assets ?? 2 + more,
    systems: wanted.systems ?? 2 + Math.floor(more / 25),
    suppliers: wanted.suppliers ?? 1 + Math.floor(more / 10),
    risks: wanted.risks ?? 18 + Math.floor(more * 0.4),
    evidence: wanted.evidence ?? 71 + more * 10,
  }
}

type Dates = Pick<
  Scheme,
  'start' | 'stage1' | 'stage2' | 'stage2LastDay' | 'certifiedAt' | 'validUntil' | 'surveillance'
>

function datesOf(at: CalendarDate, phase: Phase): Dates {
  if (phase === 'initial') {
    return {
      start: addDays(addMonths(at, -5), -1),
      stage1: addDays(at, 14),
      stage2: addDays(at, 77),
      stage2LastDay: null,
      certifiedAt: null,
      validUntil: null,
      surveillance: null,
    }
  }
  const stage2 = addDays(addMonths(at, -12), 2)
  const certifiedAt = addDays(stage2, 34)
  return {
    start: addMonths(stage2, -12),
    stage1: addDays(stage2, -98),
    stage2,
    stage2LastDay: addDays(stage2, 2),
    certifiedAt,
    validUntil: addDays(addMonths(certifiedAt, 36), -1),
    surveillance: addDays(at, 22),
  }
}

/** Twelve people two weeks before stage 1, asked on 2026-03-02, unless told. */
export function schemeOf(wanted: Wanted = {}): Scheme {
  const { title = TITLE, people = PEOPLE, at = AT, seed = 'conforming', phase = 'initial' } = wanted
  const dates = datesOf(at, phase)
  const ago = ({ months = 0, days = 0 }: Span): CalendarDate =>
    later(dates.start, addDays(addMonths(at, -months), -days))
  return {
    title,
    at,
    phase,
    people,
    seed,
    counts: countsFor(people, wanted.counts ?? {}),
    ...dates,
    ago,
    ahead: ({ months = 0, days = 0 }) => addDays(addMonths(at, months), days),
    after: ({ months = 0, days = 0 }) => {
      const day = addDays(addMonths(dates.start, months), days)
      return day < at ? day : at
    },
    turns: (every, last) => turnsBack(dates.start, ago(last), every),
  }
}

function later(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b
}

function turnsBack(start: CalendarDate, newest: CalendarDate, every: Period): readonly CalendarDate[] {
  const back = (count: number): Period =>
    'days' in every ? { days: -every.days * count } : { months: -every.months * count }
  const turns = [newest]
  for (let count = 1; addPeriod(newest, back(count)) >= start; count += 1) turns.unshift(addPeriod(newest, back(count)))
  return turns
}
