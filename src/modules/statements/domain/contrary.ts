import type { Isms } from '../../../kernel/isms.ts'
import { once } from '../../../kernel/once.ts'
import { accessGrant } from '../../access/register.ts'
import { asset } from '../../assets/registers/asset.ts'
import { informationSystem } from '../../assets/registers/information-system.ts'
import { changeRecord } from '../../changes/registers/change-record.ts'
import { location } from '../../organisation/registers/location.ts'
import { service } from '../../organisation/registers/service.ts'
import { person } from '../../people/registers/person.ts'
import { isActive } from '../../suppliers/domain.ts'
import { supplier } from '../../suppliers/register.ts'

/**
 * Facts in the registers that contradict leaving a control out (readiness 1.6), as data: which controls, and what speaks
 * against.
 */
export interface Contrary {
  /** Text key below `contrary.`. */
  readonly key: string
  /** Numbers in Annex A, without the A. */
  readonly controls: readonly string[]
  /** True where such a fact is recorded; unknown where it could be, because somebody has not filled it in. */
  readonly isThere: (isms: Isms) => boolean | 'unknown'
}

/** Excluded by nobody with an information system: a question until a person has looked (1.10, 19). */
export const ALWAYS_CONTRARY: readonly string[] = [
  '5.9',
  '5.15',
  '5.16',
  '5.17',
  '5.18',
  '5.24',
  '5.25',
  '5.26',
  '5.27',
  '5.31',
  '5.36',
  '6.8',
  '8.7',
  '8.8',
  '8.13',
  '8.15',
]

export function hasInformationSystem(isms: Isms): boolean {
  return isms.all(informationSystem).some((one) => one.state === 'active')
}

/** Any true is a fact; else any null leaves it open. */
function anyOf(answers: Iterable<boolean | null>): boolean | 'unknown' {
  let isOpen = false
  for (const answer of answers) {
    if (answer === true) return true
    if (answer === null) isOpen = true
  }
  return isOpen ? 'unknown' : false
}

const systems = (isms: Isms) => isms.all(informationSystem).filter((one) => one.state === 'active')
const assets = (isms: Isms) => isms.all(asset).filter((one) => one.state === 'active')
const people = (isms: Isms) => isms.all(person).filter((one) => one.state === 'active')
const suppliers = (isms: Isms) => isms.all(supplier).filter(isActive)
const services = (isms: Isms) => isms.all(service).filter((one) => one.state === 'active')
const places = (isms: Isms) => isms.all(location).filter((one) => one.state === 'active' && one.inScope === true)

/** Whoever runs a company and is all of it employs nobody. */
function worksAlone(isms: Isms): boolean {
  const [first, ...others] = people(isms).filter(({ kind }) => kind !== 'external')
  return first?.isTopManagement === true && others.length === 0
}

function both(a: boolean | null, b: boolean | null): boolean | null {
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

export const CONTRARY: readonly Contrary[] = [
  {
    key: 'supplier',
    controls: ['5.19', '5.20', '5.21', '5.22'],
    isThere: once([supplier], (isms) =>
      anyOf(
        suppliers(isms).map((one) =>
          one.criticality === 'medium' || one.criticality === 'high' ? true : one.accessToInformation,
        ),
      ),
    ),
  },
  {
    key: 'cloud',
    controls: ['5.23'],
    isThere: once([informationSystem], (isms) => anyOf(systems(isms).map((one) => one.cloud))),
  },
  {
    key: 'personal_data',
    controls: ['5.34'],
    isThere: once([asset, informationSystem], (isms) =>
      anyOf([...assets(isms), ...systems(isms)].map((one) => one.personalData)),
    ),
  },
  {
    key: 'employee',
    controls: ['6.1', '6.2', '6.4', '6.5'],
    isThere: once([person], (isms) =>
      worksAlone(isms) ? false : anyOf(people(isms).map((one) => (one.kind === null ? null : one.kind === 'employee'))),
    ),
  },
  {
    key: 'remote_work',
    controls: ['6.7'],
    isThere: once([person], (isms) => anyOf(people(isms).map((one) => one.remoteWork))),
  },
  {
    key: 'location',
    controls: ['7.1', '7.2', '7.3', '7.4', '7.5', '7.6', '7.8', '7.13'],
    isThere: once([location], (isms) => anyOf(places(isms).map((one) => one.kind !== 'home'))),
  },
  {
    key: 'mobile_endpoint',
    controls: ['7.9', '8.1'],
    isThere: once([asset], (isms) =>
      anyOf(
        assets(isms)
          .filter((one) => one.kind === 'hardware' || one.endpoint === true)
          .map((one) => both(one.endpoint, one.mobile)),
      ),
    ),
  },
  {
    key: 'media_or_equipment',
    controls: ['7.10', '7.14', '8.10'],
    isThere: once([asset], (isms) =>
      anyOf(
        assets(isms).map((one) => one.kind === 'hardware' || one.category === 'equipment' || one.storageMedia === true),
      ),
    ),
  },
  {
    key: 'access_grant',
    controls: ['8.2', '8.3', '8.5'],
    isThere: once([accessGrant], (isms) => isms.all(accessGrant).some((one) => one.state !== 'refused')),
  },
  {
    key: 'develops_software',
    controls: ['8.4', '8.25', '8.26', '8.27', '8.28', '8.29', '8.31', '8.33'],
    isThere: once([service], (isms) => anyOf(services(isms).map((one) => one.developsSoftware))),
  },
  {
    key: 'outsourced_development',
    controls: ['8.30'],
    isThere: once([supplier], (isms) => suppliers(isms).some((one) => one.kind === 'development')),
  },
  {
    key: 'own_network',
    controls: ['8.20', '8.21', '8.22'],
    isThere: once([asset], (isms) =>
      anyOf(
        assets(isms)
          .filter((one) => one.kind === 'network')
          .map((one) => (one.managedBy === null ? null : one.managedBy === 'organisation')),
      ),
    ),
  },
  {
    key: 'cryptography',
    controls: ['8.24'],
    isThere: once([asset, informationSystem], (isms) =>
      anyOf([
        ...[...assets(isms), ...systems(isms)].map((one) => one.personalData),
        ...systems(isms).map((one) => one.cryptography),
      ]),
    ),
  },
  {
    key: 'change_record',
    controls: ['8.32'],
    isThere: once([changeRecord], (isms) =>
      isms.all(changeRecord).some(({ state }) => state !== 'rejected' && state !== 'cancelled'),
    ),
  },
]

/** What speaks against leaving a control out; `open` where a missing fact could. */
export function contraryTo(isms: Isms, control: string): { readonly facts: readonly string[]; readonly open: boolean } {
  const answers = CONTRARY.filter(({ controls }) => controls.includes(control)).map(({ key, isThere }) => ({
    key,
    answer: isThere(isms),
  }))
  return {
    facts: answers.filter(({ answer }) => answer === true).map(({ key }) => `contrary.${key}`),
    open: answers.some(({ answer }) => answer === 'unknown'),
  }
}
