import { placement } from '../../../kernel/placement.ts'
import {
  boolean,
  choice,
  date,
  from,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'
import { SYSTEM_CLASSES } from '../../../kernel/system-class.ts'
import { valuation } from './valuation.ts'

const months = () => number({ least: 1, most: 120, integer: true })

/** An application or platform in which information is worked on: an asset with accounts, logs and backups. */
export const informationSystem = register('information_system', {
  code: 'S',
  group: 'understand',
  fields: {
    title: text().required(),
    systemClass: choice(SYSTEM_CLASSES),
    criticality: choice(['low', 'medium', 'high']),
    ...valuation,
    ...placement,
    cloud: boolean().fact(),
    responsibilities: longText(),
    acquisitionCheck: longText(),
    exitPlan: longText(),
    remoteAccess: boolean().fact(),
    privilegedAccess: boolean().fact(),
    mfa: boolean().fact(),
    accessReviewIntervalMonths: months(),
    accessReviewReason: longText(),
    loggingRequired: boolean().fact(),
    loggingOn: boolean().fact(),
    logsProtected: boolean().fact(),
    logReviewIntervalDays: number({ least: 1, integer: true }),
    cryptography: boolean().fact(),
    rtoHours: number({ least: 0 }),
    rpoHours: number({ least: 0 }),
    inUseSince: date(),
  },
  states: machine(
    'active',
    {
      verify: from('active').to('active').stamp({ at: 'lastVerifiedAt' }),
      retire: from('active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'owner', 'criticality', 'cloud', 'mfa', 'inScope'],
  owner: 'owner',
})
export type InformationSystem = RecordOf<typeof informationSystem>
