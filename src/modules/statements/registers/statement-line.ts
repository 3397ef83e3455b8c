import {
  boolean,
  choice,
  date,
  from,
  link,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** What the statement of applicability says about one control, as it is now (ISO/IEC 27001:2022, 6.1.3 d). */
export const statementLine = register('statement_line', {
  code: 'VL',
  group: 'risks',
  fields: {
    ref: text({ max: 40 }).required(),
    control: link('control').required(),
    /** Null while nobody has decided: never taken for a yes. */
    included: boolean(),
    inclusionReasons: list({ type: choice(['risk', 'law', 'contract', 'business']), link: link(), text: longText() }),
    exclusionJustification: longText(),
    implementationStatus: choice(['implemented', 'partly', 'not']),
    implementationDescription: longText(),
    owner: link('person'),
    ownerRole: link('role'),
    /** The owner as a file names him, while no person or role of the ISMS is known by that name. */
    ownerStated: text().personal(),
    changedAt: date().set(),
    exclusionConfirmedBy: link('person').set(),
    exclusionConfirmedAt: date().set(),
    /** What the person who looked at a doubtful exclusion found (readiness 1.10, 19): said with the confirmation only. */
    exclusionWrong: boolean().set(),
  },
  states: machine(
    'active',
    {
      confirmExclusion: from('active')
        .to('active')
        .approval()
        .stamp({ by: 'exclusionConfirmedBy', at: 'exclusionConfirmedAt' })
        .ask('exclusionWrong'),
      retire: from('active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: [
    'ref',
    'control',
    'included',
    'inclusionReasons',
    'exclusionJustification',
    'implementationStatus',
    'owner',
    'changedAt',
  ],
  title: 'ref',
  owner: 'owner',
  parent: 'control',
})
export type StatementLine = RecordOf<typeof statementLine>
