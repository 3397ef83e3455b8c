import {
  date,
  from,
  group,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

const input = group({ text: longText(), links: links() })

/** The meeting in which top management looks at the whole ISMS and decides (ISO/IEC 27001:2022, 9.3). */
export const managementReview = register('management_review', {
  code: 'MR',
  group: 'check',
  fields: {
    title: text().required(),
    plannedAt: date(),
    heldAt: date(),
    chair: link('person'),
    attendees: links('person'),
    /** One entry per input that 9.3.2 asks for; `d1` to `d4` are the four parts of input d. */
    inputs: group({
      a: input,
      b: input,
      c: input,
      d1: input,
      d2: input,
      d3: input,
      d4: input,
      e: input,
      f: input,
      g: input,
    }),
    outputs: group({ improvement: longText(), changes: longText() }),
    effectivenessConclusion: longText(),
    actions: links('action'),
    minutes: link('document_version'),
    minutesApprovedBy: link('person').set(),
    minutesApprovedAt: date().set(),
  },
  states: machine('planned', {
    hold: from('planned').to('held').stamp({ at: 'heldAt' }).ask('heldAt', 'chair', 'attendees'),
    approveMinutes: from('held')
      .to('minutes_approved')
      .approval()
      .stamp({ by: 'minutesApprovedBy', at: 'minutesApprovedAt' }),
  }),
  list: ['number', 'title', 'plannedAt', 'heldAt', 'chair', 'minutesApprovedAt', 'state'],
  owner: 'chair',
  due: 'plannedAt',
  done: 'heldAt',
  access: { approve: ['top_management'], own: ['read', 'update'] },
})
export type ManagementReview = RecordOf<typeof managementReview>
