import { boolean, choice, choices, date, link, links, longText, number } from '../../../kernel/register.ts'

/** What assets and information systems have in common: who answers for it, what it is worth, and on what it leans. */
export const valuation = {
  description: longText(),
  owner: link('person'),
  ownerRole: link('role'),
  classification: choice(['public', 'internal', 'confidential', 'secret']),
  relevantProperties: choices(['availability', 'integrity', 'confidentiality']),
  availability: number({ least: 0 }),
  integrity: number({ least: 0 }),
  confidentiality: number({ least: 0 }),
  valueReason: longText(),
  personalData: boolean().fact(),
  whoHasAccess: longText(),
  supplier: link('supplier'),
  dependsOn: links('asset', 'information_system', 'supplier', 'service', 'location', 'unit'),
  lastVerifiedAt: date(),
}
