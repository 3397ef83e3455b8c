import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import {
  boolean,
  choice,
  date,
  file,
  from,
  group,
  link,
  list,
  longText,
  machine,
  type RecordOf,
  register,
  richText,
  text,
} from '../../../kernel/register.ts'

/** What one named person found on reading: whether the policy says it (R-5.2-2). */
const finding = group({ is: boolean(), reviewer: link('person'), reviewedAt: date() })

/** Languages in which people read; the first two are those of Waarborg itself. */
export const TEXT_LANGUAGES = ['nl', 'en', 'de', 'fr', 'pl', 'uk', 'other'] as const

/** One text of a document, from draft to destruction (ISO/IEC 27001:2022, 7.5.2 and 7.5.3). */
export const documentVersion = register('document_version', {
  code: 'DV',
  group: 'run',
  title: 'versionLabel',
  fields: {
    document: link('document').required(),
    versionLabel: text({ max: 20 }).required(),
    changes: longText(),
    format: choice(['text', 'file']),
    /** What the text is written in; null where nobody said so. */
    language: choice(TEXT_LANGUAGES),
    text: richText(),
    /** The same text in other languages: approved, put into effect and withdrawn together with it. */
    translations: list({ language: choice(TEXT_LANGUAGES), text: richText() }),
    file: file(),
    author: link('person'),
    reviewedBy: link('person'),
    reviewedAt: date(),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
    effectiveFrom: date(),
    withdrawnAt: date(),
    contentFlags: group({
      fitsPurpose: finding,
      hasObjectivesOrFramework: finding,
      commitsToRequirements: finding,
      commitsToImprovement: finding,
    }),
    contentHash: text({ max: 64 }).set(),
    approvedHash: text({ max: 64 }).set(),
  },
  states: machine(
    'draft',
    {
      submit: from('draft').to('in_review'),
      sendBack: from('in_review').to('draft').reason(),
      review: from('in_review').to('in_review').stamp({ by: 'reviewedBy', at: 'reviewedAt' }),
      approve: from('draft', 'in_review').to('approved').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      putIntoEffect: from('approved').to('effective').stamp({ at: 'effectiveFrom' }),
      supersede: from('approved', 'effective').to('superseded').stamp({ at: 'withdrawnAt' }),
      archive: from('draft', 'superseded').to('archived'),
      destroy: from('archived').to('destroyed').approval().reason(),
    },
    ['superseded', 'archived', 'destroyed'],
  ),
  list: ['number', 'document', 'versionLabel', 'author', 'approvedBy', 'effectiveFrom', 'state'],
  owner: 'author',
  parent: 'document',
  // Nobody approves his own text by owning it.
  access: { read: [...DEFAULT_ACCESS.read, 'employee'], own: ['read', 'update'] },
})
export type DocumentVersion = RecordOf<typeof documentVersion>
