import {
  choice,
  date,
  file,
  from,
  link,
  links,
  longText,
  machine,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'
import { BASES } from './competence-requirement.ts'

/** Proof that a person can do what a role asks: the documented information of ISO/IEC 27001:2022, 7.2 d. */
export const competenceEvidence = register('competence_evidence', {
  code: 'CE',
  group: 'run',
  fields: {
    title: text().required(),
    person: link('person').required(),
    /** One course or diploma may answer several requirements. */
    requirements: links('competence_requirement'),
    basis: choice(BASES),
    obtainedAt: date(),
    validUntil: date(),
    file: file(),
    assessedBy: link('person').set(),
    assessedAt: date().set(),
    note: longText().personal(),
  },
  states: machine(
    'active',
    {
      assess: from('active').to('active').approval().stamp({ by: 'assessedBy', at: 'assessedAt' }),
      retire: from('active').to('retired').reason(),
      restore: from('retired').to('active'),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'person', 'basis', 'obtainedAt', 'validUntil', 'assessedAt'],
  owner: 'person',
  due: 'validUntil',
  parent: 'person',
  // Who holds a diploma keeps it up to date; whether it is enough is said by somebody else.
  access: { own: ['read', 'update'] },
})
export type CompetenceEvidence = RecordOf<typeof competenceEvidence>
