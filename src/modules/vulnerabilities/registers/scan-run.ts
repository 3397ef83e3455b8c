import {
  choice,
  choices,
  date,
  file,
  from,
  link,
  links,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'
import { SYSTEM_CLASSES } from '../../../kernel/system-class.ts'

const count = () => number({ least: 0, integer: true })

/** A search for technical vulnerabilities, over named systems or a whole class of them (ISO/IEC 27001:2022, A.8.8). */
export const scanRun = register('scan_run', {
  code: 'SN',
  group: 'run',
  fields: {
    title: text().required(),
    kind: choice(['external', 'internal', 'agent', 'penetration_test', 'code', 'configuration']),
    systemClasses: choices(SYSTEM_CLASSES),
    systems: links('information_system', 'asset'),
    tool: text(),
    plannedAt: date(),
    doneAt: date(),
    by: link('person'),
    supplier: link('supplier'),
    critical: count(),
    high: count(),
    medium: count(),
    low: count(),
    result: longText(),
    report: file(),
    evidence: links('evidence'),
  },
  states: machine(
    'planned',
    {
      finish: from('planned', 'failed').to('done').stamp({ by: 'by', at: 'doneAt' }),
      fail: from('planned').to('failed').reason(),
      cancel: from('planned', 'failed').to('cancelled').reason(),
    },
    ['cancelled'],
  ),
  list: ['number', 'title', 'kind', 'systemClasses', 'plannedAt', 'doneAt', 'state'],
  owner: 'by',
  due: 'plannedAt',
  done: 'doneAt',
})
export type ScanRun = RecordOf<typeof scanRun>
