import {
  choice,
  date,
  from,
  link,
  links,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../kernel/register.ts'
import { SYSTEM_CLASSES } from '../../kernel/system-class.ts'

/** How systems of a class are to be set up, and whether they are (ISO/IEC 27001:2022, A.8.9). */
export const baseline = register('baseline', {
  code: 'BL',
  group: 'run',
  fields: {
    title: text().required(),
    systemClass: choice(SYSTEM_CLASSES),
    settings: longText(),
    source: text(),
    document: link('document'),
    owner: link('person'),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    checkedBy: link('person'),
    checkedAt: date(),
    checkResult: longText(),
    deviations: list({
      what: text({ max: 500 }),
      system: link('information_system', 'asset'),
      foundAt: date(),
      followUp: links('action', 'exception', 'decision', 'task'),
      resolvedAt: date(),
    }),
    evidence: links('evidence'),
  },
  states: machine(
    'draft',
    {
      approve: from('draft').to('in_force').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      check: from('in_force').to('in_force').stamp({ by: 'checkedBy', at: 'checkedAt' }).ask('checkResult'),
      revise: from('in_force').to('draft').reason(),
      supersede: from('draft', 'in_force').to('superseded').reason(),
    },
    ['superseded'],
  ),
  list: ['number', 'title', 'systemClass', 'owner', 'approvedAt', 'checkedAt', 'state'],
  owner: 'owner',
  access: { own: ['read', 'update'] },
})
export type Baseline = RecordOf<typeof baseline>
