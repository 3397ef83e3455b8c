import {
  choice,
  date,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** A version of software that went into use, with who looked at it and how it was tested (ISO/IEC 27001:2022, A.8.25 to A.8.29). */
export const release = register('release', {
  code: 'RL',
  group: 'run',
  fields: {
    title: text().required(),
    product: link('service', 'information_system'),
    versionLabel: text({ max: 40 }),
    owner: link('person'),
    madeBy: links('person'),
    reviewedBy: link('person'),
    reviewedAt: date(),
    securityTest: choice(['passed', 'accepted', 'failed', 'none']),
    securityTestedAt: date(),
    testNote: longText(),
    plannedFor: date(),
    releasedAt: date(),
    changes: links('change_record'),
    evidence: links('evidence'),
  },
  states: machine(
    'planned',
    {
      release: from('planned').to('released').stamp({ at: 'releasedAt' }).ask('releasedAt'),
      withdraw: from('released').to('withdrawn').reason(),
      cancel: from('planned').to('cancelled').reason(),
    },
    ['withdrawn', 'cancelled'],
  ),
  list: ['number', 'title', 'product', 'versionLabel', 'reviewedBy', 'securityTest', 'releasedAt', 'state'],
  owner: 'owner',
  due: 'plannedFor',
  done: 'releasedAt',
  access: { create: ['coordinator', 'owner', 'employee', 'consultant'] },
})
export type Release = RecordOf<typeof release>
