import type { CalendarDate } from '../../../kernel/register.ts'
import type { readToday } from '../../../modules/today/contract.ts'
import type { ReplyOf } from '../../client.ts'

/** What the first page is told. Which parts it has the server decides. */
export type TodayReply = ReplyOf<typeof readToday>

export type Audit = TodayReply['audits'][number]
/** What the organisation itself holds before an audit. */
export type Milestone = TodayReply['milestones'][number]
export type Due = TodayReply['due'][number]
export type LedgerChange = TodayReply['changes'][number]
export type Decision = TodayReply['decisions'][number]
export type Reading = TodayReply['readings'][number]
export type Duty = TodayReply['mine'][number]
export type Section = TodayReply['sections'][number]

/** The first audit on or after the day. */
export function nextAudit(audits: readonly Audit[], day: CalendarDate): Audit | null {
  return audits.filter(({ date }) => date >= day).toSorted((a, b) => a.date.localeCompare(b.date))[0] ?? null
}

/** One month of the strip: how many things fall due in it. */
export interface Month {
  readonly first: CalendarDate
  readonly count: number
}

/** Where a part stands: across the page, or in one of two columns. */
const WIDE: readonly Section[] = ['year']
const SIDE: readonly Section[] = ['audits', 'risks', 'report', 'done', 'since']

/** One row of the page: a part across it, or two columns. */
export type PageRow =
  | { readonly wide: Section }
  | { readonly main: readonly Section[]; readonly side: readonly Section[] }

/** Parts in their order as rows: what follows each other in the two columns stands side by side. */
export function rowsOf(sections: readonly Section[]): readonly PageRow[] {
  const rows: PageRow[] = []
  let main: Section[] = []
  let side: Section[] = []
  const close = (): void => {
    if (main.length + side.length > 0) rows.push({ main, side })
    main = []
    side = []
  }
  for (const section of sections) {
    if (WIDE.includes(section)) {
      close()
      rows.push({ wide: section })
    } else if (SIDE.includes(section)) side.push(section)
    else if (side.length > 0) {
      close()
      main.push(section)
    } else main.push(section)
  }
  close()
  return rows
}
