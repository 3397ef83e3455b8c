import type { Supplier } from './register.ts'

/** Delivering now, well or badly: what rules call an active supplier. */
export function isActive(record: Pick<Supplier, 'state'>): boolean {
  return ['active', 'under_review', 'restricted', 'exiting'].includes(record.state)
}
