import {
  choice,
  choices,
  date,
  from,
  group,
  link,
  links,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  terms,
  text,
} from '../../../kernel/register.ts'
import { CONSEQUENCE_CATEGORIES } from './risk-method.ts'

const OPEN = [
  'draft',
  'identified',
  'analysed',
  'evaluated',
  'accepted',
  'to_treat',
  'in_treatment',
  'residual_accepted',
  'monitored',
] as const

/** Something that could happen to information, with the person who answers for it (ISO/IEC 27001:2022, 6.1.2 c to e). */
export const risk = register('risk', {
  code: 'R',
  group: 'risks',
  fields: {
    title: text().required(),
    scenario: longText(),
    approach: choice(['asset', 'event']),
    riskSource: text(),
    threats: terms('threat'),
    weaknesses: links('weakness'),
    vulnerabilities: longText(),
    assets: links('asset', 'information_system'),
    properties: choices(['availability', 'integrity', 'confidentiality']),
    consequenceCategories: choices(CONSEQUENCE_CATEGORIES),
    scenarioClass: text(),
    owner: link('person'),
    ownerRole: link('role'),
    /** The owner as a file names him, while no person or role of the ISMS is known by that name. */
    ownerStated: text().personal(),
    decision: choice(['accept', 'treat']),
    priority: number({ least: 1, integer: true }),
    reviewAt: date(),
    /** What a file says about approval: a question until that person confirms it here (DESIGN, settled early, 3). */
    statedApproval: group({
      by: text(),
      on: date(),
      confirmedAt: date(),
      confirmedBy: link('person'),
    })
      .personal()
      .set(),
  },
  states: machine(
    'draft',
    {
      identify: from('draft').to('identified'),
      analyse: from('draft', 'identified').to('analysed'),
      evaluate: from('analysed').to('evaluated'),
      accept: from('evaluated').to('accepted').approval(),
      treat: from('evaluated', 'accepted').to('to_treat'),
      startTreatment: from('to_treat').to('in_treatment'),
      acceptResidual: from('in_treatment').to('residual_accepted').approval(),
      monitor: from('accepted', 'residual_accepted').to('monitored'),
      reassess: from('evaluated', 'accepted', 'to_treat', 'in_treatment', 'residual_accepted', 'monitored')
        .to('analysed')
        .reason(),
      close: from(...OPEN)
        .to('closed')
        .reason(),
      reopen: from('closed').to('identified').reason(),
    },
    ['closed'],
  ),
  list: ['number', 'title', 'owner', 'properties', 'decision', 'priority', 'reviewAt', 'state'],
  owner: 'owner',
  due: 'reviewAt',
  // Who may approve is narrowed by a guard to the risk owner: 6.1.3 f names him, and he may hold any of these roles.
  access: { approve: ['top_management', 'coordinator', 'owner', 'employee'] },
})
export type Risk = RecordOf<typeof risk>
