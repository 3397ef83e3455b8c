import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import { unit } from '../../../organisation/registers/unit.ts'
import { person } from '../../../people/registers/person.ts'
import { role } from '../../../people/registers/role.ts'
import { roleAssignment } from '../../../people/registers/role-assignment.ts'
import type { Builder } from '../builder.ts'
import { personName, unitName } from './names.ts'
import type { Scheme } from './scheme.ts'

export interface People {
  readonly unit: RecordId
  readonly units: readonly RecordId[]
  readonly director: RecordId
  /** The same person as the director where there is nobody else. */
  readonly officer: RecordId
  /** Two people who own risks, and more in a large organisation; one of them twice in a very small one. */
  readonly owners: readonly [RecordId, RecordId, ...RecordId[]]
  /** Everybody who works there, in order: director, officer, two owners, the others; one in six is a contractor. */
  readonly people: readonly RecordId[]
  /** Somebody outside, of another organisation: audits, and approves what the only person asks for. */
  readonly outsider: RecordId
  /** Who approves what the officer asks for himself. */
  readonly approver: RecordId
  readonly officerRole: RecordId
  readonly officerAssignment: RecordId
  readonly ownerRole: RecordId
}

/** People of one unit: whoever comes first leads it. */
const UNIT_SIZE = 40
/** People for each owner of risks beyond the first two. */
const PER_OWNER = 250

export function addPeople(build: Builder, scheme: Scheme): People {
  const { people: count } = scheme
  const units = Array.from({ length: Math.max(1, Math.ceil(count / UNIT_SIZE)) }, (_, index) =>
    build.add(unit, { title: unitName(index, scheme.title), inScope: true }, { validFrom: scheme.start }),
  )
  const people = addEverybody(build, units, scheme)
  const [director] = people
  if (director === undefined) throw new Error('cannot do without anybody')
  const officer = people[1] ?? director
  const more = people.filter((_, index) => index >= UNIT_SIZE && index % PER_OWNER === 0)
  const owners = [people[2] ?? director, people[3] ?? officer, ...more] as const
  const outsider = build.add(
    person,
    { name: 'Petra Onrust', kind: 'external', jobTitle: 'Auditor bij Onrust Advies' },
    { key: 'person.outsider', validFrom: scheme.start },
  )
  const approver = director === officer ? outsider : director
  return {
    unit: units[0] ?? '',
    units,
    director,
    officer,
    owners,
    people,
    outsider,
    approver,
    ...addRoles(build, { officer, owners }, scheme),
  }
}

function addEverybody(build: Builder, units: readonly RecordId[], scheme: Scheme): readonly RecordId[] {
  const people: RecordId[] = []
  for (let index = 0; index < scheme.people; index += 1) {
    const leader = index - (index % UNIT_SIZE)
    const startDate = addMonths(scheme.start, -20 - (index < 12 ? 0 : index % 90))
    const id = build.add(
      person,
      {
        name: personName(index),
        kind: index % 12 < 10 ? 'employee' : 'contractor',
        unit: units[Math.floor(index / UNIT_SIZE)] ?? null,
        manager: index === 0 ? null : (people[leader === index ? 0 : leader] ?? null),
        isTopManagement: index === 0,
        startDate,
        screeningDoneAt: addDays(startDate, -14),
        termsSignedAt: addDays(startDate, -10),
        confidentialitySignedAt: addDays(startDate, -10),
        remoteWork: true,
      },
      { validFrom: scheme.start },
    )
    people.push(id)
  }
  return people
}

type Roles = Pick<People, 'officerRole' | 'officerAssignment' | 'ownerRole'>

function addRoles(build: Builder, who: Pick<People, 'officer' | 'owners'>, scheme: Scheme): Roles {
  const officerRole = build.add(
    role,
    {
      title: 'Functionaris informatiebeveiliging',
      ismsRelevant: true,
      duties: ['isms_conformity', 'isms_reporting', 'isms_coordination', 'incident_lead'],
      responsibilities: 'Houdt het ISMS op orde en rapporteert aan de directie.',
      authorities: 'Mag werk stilleggen dat niet veilig kan.',
    },
    { key: 'role.officer', validFrom: scheme.start },
  )
  const ownerRole = build.add(
    role,
    {
      title: 'Risico-eigenaar',
      ismsRelevant: true,
      duties: ['risk_ownership'],
      responsibilities: 'Beslist over de risico’s van het eigen werk.',
      authorities: 'Beslist over tijd en geld tot € 10.000.',
    },
    { key: 'role.owner', validFrom: scheme.start },
  )
  const assign = (of: RecordId, person: RecordId): RecordId =>
    build.add(roleAssignment, {
      role: of,
      person,
      fromDate: scheme.start,
      acceptedAt: scheme.after({ days: 14 }),
    })
  const officerAssignment = assign(officerRole, who.officer)
  for (const owner of new Set(who.owners)) assign(ownerRole, owner)
  return { officerRole, officerAssignment, ownerRole }
}
