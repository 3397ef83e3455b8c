import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { exception } from '../../exceptions/register.ts'
import type { Conforming } from '../../samples/domain/conforming/conforming.ts'

/** An exception for one thing, approved in time, until a day. */
export function allow({ build, officer, director }: Conforming, subject: RecordId, until: CalendarDate): void {
  const given = { reason: 'Kan niet eerder', owner: officer, approvedBy: director, approvedAt: '2026-01-10' }
  build.add(exception, { title: 'Later', subject, until, ...given }, { state: 'approved' })
}
