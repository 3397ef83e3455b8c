import {
  boolean,
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
} from '../../kernel/register.ts'

/** A key or a certificate that must be replaced in time; never the key itself (ISO/IEC 27001:2022, A.8.24). */
export const keyOrCertificate = register('key_or_certificate', {
  code: 'KC',
  group: 'run',
  fields: {
    title: text().required(),
    kind: choice([
      'server_certificate',
      'client_certificate',
      'signing_certificate',
      'encryption_key',
      'signing_key',
      'ssh_key',
      'api_key',
      'domain_key',
      'other',
    ]),
    purpose: longText(),
    systems: links('information_system', 'asset', 'service'),
    owner: link('person'),
    issuer: text(),
    algorithm: text({ max: 80 }),
    keptIn: text(),
    automaticRenewal: boolean().fact(),
    issuedAt: date(),
    expiresAt: date().fact(),
    renewedAt: date(),
  },
  states: machine(
    'active',
    {
      renew: from('active').to('active').stamp({ at: 'renewedAt' }).ask('expiresAt'),
      revoke: from('active').to('revoked').reason(),
      retire: from('active').to('retired').reason(),
    },
    ['revoked', 'retired'],
  ),
  list: ['number', 'title', 'kind', 'systems', 'owner', 'expiresAt', 'state'],
  owner: 'owner',
  due: 'expiresAt',
})
export type KeyOrCertificate = RecordOf<typeof keyOrCertificate>
