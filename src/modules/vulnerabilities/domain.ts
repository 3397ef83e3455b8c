import type { Parameters } from '../../kernel/parameters.ts'
import type { InformationSystem } from '../assets/registers/information-system.ts'
import type { Vulnerability } from './registers/vulnerability.ts'

/**
 * How often a system is scanned, in months: what faces the internet at the rhythm for outside, the rest at the one for
 * within. Null where its supplier does it (an application in the cloud), unknown where nobody said of which class it is.
 */
export function scanMonths(system: InformationSystem, parameters: Parameters): number | null | 'unknown' {
  switch (system.systemClass) {
    case null:
      return 'unknown'
    case 'cloud_application':
      return null
    case 'internet_facing':
      return parameters.scanExternalMonths
    case 'internal_server':
    case 'cloud_platform':
    case 'workstation':
    case 'network':
    case 'other':
      return parameters.scanInternalMonths
  }
}

/** Within how many days a vulnerability of this severity must be gone; null where the organisation set no time. */
export function fixDays(severity: Vulnerability['severity'], parameters: Parameters): number | null {
  switch (severity) {
    case 'critical':
      return parameters.fixCriticalDays
    case 'high':
      return parameters.fixHighDays
    case 'medium':
      return parameters.fixMediumDays
    case 'low':
      return parameters.fixLowDays
    case null:
      return null
  }
}
