import type { RecordId } from '../../../../kernel/register.ts'
import { unit } from '../../../organisation/registers/unit.ts'
import { person } from '../../../people/registers/person.ts'
import { role } from '../../../people/registers/role.ts'
import { roleAssignment } from '../../../people/registers/role-assignment.ts'
import type { Builder } from '../builder.ts'

export interface People {
  readonly unit: RecordId
  readonly director: RecordId
  readonly officer: RecordId
  /** Two people who own risks. */
  readonly owners: readonly [RecordId, RecordId]
  /** All twelve, in order: director, officer, two owners, six others, two contractors. */
  readonly people: readonly RecordId[]
  readonly officerRole: RecordId
  readonly officerAssignment: RecordId
  readonly ownerRole: RecordId
}

const NAMES = [
  'Anna Smit',
  'Bas de Wit',
  'Carla Mol',
  'Dirk Bos',
  'Els Vos',
  'Frank Ruys',
  'Guus Prins',
  'Hanna Kok',
  'Ivo Blom',
  'Jet Kuiper',
  'Karel Stam',
  'Lot Visser',
]

export function addPeople(build: Builder): People {
  const home = build.add(unit, { title: 'Kiekendief', inScope: true })
  const people = NAMES.map((name, index) =>
    build.add(person, {
      name: `${name} (voorbeeld)`,
      kind: index < 10 ? 'employee' : 'contractor',
      unit: home,
      isTopManagement: index === 0,
      startDate: '2024-02-01',
      remoteWork: true,
    }),
  )
  const [director, officer, first, second] = people
  if (director === undefined || officer === undefined || first === undefined || second === undefined) {
    throw new Error('cannot do with fewer than four people')
  }
  const officerRole = build.add(role, {
    title: 'Functionaris informatiebeveiliging',
    ismsRelevant: true,
    duties: ['isms_conformity', 'isms_reporting', 'isms_coordination'],
    responsibilities: 'Houdt het ISMS op orde en rapporteert aan de directie.',
    authorities: 'Mag werk stilleggen dat niet veilig kan.',
  })
  const ownerRole = build.add(role, {
    title: 'Risico-eigenaar',
    ismsRelevant: true,
    duties: ['risk_ownership'],
    responsibilities: 'Beslist over de risico’s van het eigen werk.',
    authorities: 'Beslist over tijd en geld tot € 10.000.',
  })
  const assign = (of: RecordId, who: RecordId): RecordId =>
    build.add(roleAssignment, { role: of, person: who, fromDate: '2025-10-01', acceptedAt: '2025-10-15' })
  const officerAssignment = assign(officerRole, officer)
  assign(ownerRole, first)
  assign(ownerRole, second)
  return { unit: home, director, officer, owners: [first, second], people, officerRole, officerAssignment, ownerRole }
}
