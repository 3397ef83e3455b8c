import {
  boolean,
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

/** Work with a beginning and an end in which security has its place from the start (ISO/IEC 27001:2022, A.5.8). */
export const project = register('project', {
  code: 'PJ',
  group: 'run',
  fields: {
    title: text().required(),
    description: longText(),
    owner: link('person'),
    /** A named person says so; it is never guessed from the text (readiness 1.10, 24). */
    touchesInformation: boolean().fact(),
    touchesInformationStatedBy: link('person'),
    securityRequirements: longText(),
    securityAgreedAt: date(),
    risks: links('risk'),
    systems: links('information_system', 'asset', 'service'),
    startsOn: date(),
    buildStartsOn: date(),
    endsOn: date(),
    evidence: links('evidence'),
  },
  states: machine(
    'open',
    {
      close: from('open').to('closed').stamp({ at: 'endsOn' }).ask('endsOn'),
      cancel: from('open').to('cancelled').reason(),
      reopen: from('closed', 'cancelled').to('open').reason(),
    },
    ['closed', 'cancelled'],
  ),
  list: ['number', 'title', 'owner', 'touchesInformation', 'startsOn', 'buildStartsOn', 'endsOn', 'state'],
  owner: 'owner',
  due: 'endsOn',
  // Who leads a project closes it.
  access: { own: ['read', 'update', 'retire', 'approve'] },
})
export type Project = RecordOf<typeof project>
