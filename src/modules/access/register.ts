import { boolean, date, from, link, longText, machine, type RecordOf, register, text } from '../../kernel/register.ts'

/** Who may do what where, on whose word, from when until when (ISO/IEC 27001:2022, A.5.15 to A.5.18 and A.8.2). */
export const accessGrant = register('access_grant', {
  code: 'AG',
  group: 'run',
  title: 'person',
  fields: {
    person: link('person').required(),
    system: link('information_system', 'asset', 'location').required(),
    accessRole: text(),
    privileged: boolean().fact(),
    account: text().personal(),
    separateAccount: boolean().fact(),
    reason: longText(),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    grantedAt: date(),
    revokedAt: date(),
    privilegedReviewedAt: date(),
  },
  states: machine(
    'requested',
    {
      approve: from('requested').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      refuse: from('requested').to('refused').approval().reason(),
      grant: from('requested', 'approved').to('granted').stamp({ at: 'grantedAt' }),
      review: from('granted').to('granted').stamp({ at: 'privilegedReviewedAt' }),
      revoke: from('approved', 'granted').to('revoked').stamp({ at: 'revokedAt' }),
    },
    ['refused', 'revoked'],
  ),
  list: ['number', 'person', 'system', 'accessRole', 'privileged', 'grantedAt', 'state'],
  owner: 'person',
  // Owners of systems approve; who gets the access sees it and no more.
  access: {
    create: ['coordinator', 'owner', 'employee', 'consultant'],
    approve: ['top_management', 'coordinator', 'owner'],
    own: ['read'],
  },
})
export type AccessGrant = RecordOf<typeof accessGrant>
