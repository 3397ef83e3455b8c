import type { Isms } from '../../kernel/isms.ts'
import { holdsPersonalData } from '../assets/domain.ts'
import { isActive } from '../suppliers/domain.ts'
import { supplier } from '../suppliers/register.ts'
import { type ProcessingRecord, processingRecord } from './registers/processing-record.ts'

export function activeProcessings(isms: Isms): readonly ProcessingRecord[] {
  return isms.all(processingRecord).filter((one) => one.state === 'active')
}

/**
 * Whether the organisation processes personal data: by what it says it does, what its systems and assets hold, or what
 * suppliers do for it. Whoever asks reads `processing_record`, `asset`, `information_system` and `supplier`.
 */
export function processesPersonalData(isms: Isms): boolean | 'unknown' {
  if (activeProcessings(isms).length > 0) return true
  if (isms.all(supplier).some((one) => isActive(one) && one.processesPersonalData === true)) return true
  return holdsPersonalData(isms)
}
