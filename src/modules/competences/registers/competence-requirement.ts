import { choices, link, longText, type RecordOf, register, simpleMachine, text } from '../../../kernel/register.ts'

/** Grounds on which somebody may be competent, as the standard names them (ISO/IEC 27001:2022, 7.2 b). */
export const BASES = ['education', 'training', 'experience'] as const

/** What somebody in a role must know or be able to do for information security (ISO/IEC 27001:2022, 7.2 a). */
export const competenceRequirement = register('competence_requirement', {
  code: 'CR',
  group: 'run',
  fields: {
    title: text().required(),
    role: link('role').required(),
    criterion: longText(),
    acceptedBases: choices(BASES),
    owner: link('person'),
    note: longText(),
  },
  states: simpleMachine,
  list: ['number', 'title', 'role', 'acceptedBases', 'owner', 'state'],
  owner: 'owner',
  parent: 'role',
})
export type CompetenceRequirement = RecordOf<typeof competenceRequirement>
