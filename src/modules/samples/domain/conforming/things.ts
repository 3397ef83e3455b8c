import type { RecordId } from '../../../../kernel/register.ts'
import { accessGrant } from '../../../access/register.ts'
import { asset } from '../../../assets/registers/asset.ts'
import { informationSystem } from '../../../assets/registers/information-system.ts'
import { location } from '../../../organisation/registers/location.ts'
import { service } from '../../../organisation/registers/service.ts'
import { supplier } from '../../../suppliers/register.ts'
import type { Builder } from '../builder.ts'
import { supplierName, systemName } from './names.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

export interface Things {
  readonly office: RecordId
  readonly service: RecordId
  readonly platform: RecordId
  /** Outside the scope, and leaned on. */
  readonly mail: RecordId
  readonly host: RecordId
  readonly customerData: RecordId
  /** All systems inside the scope, the platform first. */
  readonly systems: readonly RecordId[]
  /** All suppliers, the host first. */
  readonly suppliers: readonly RecordId[]
  /** All assets, the customers' data first, then the laptops. */
  readonly assets: readonly RecordId[]
  /** The endpoints among them. */
  readonly laptops: readonly RecordId[]
  readonly grant: RecordId
}

function addSuppliers(build: Builder, people: People, scheme: Scheme): readonly RecordId[] {
  return Array.from({ length: Math.max(1, scheme.counts.suppliers) }, (_, index) => {
    const { title, kind } = supplierName(index)
    return build.add(
      supplier,
      {
        title,
        kind,
        criticality: index === 0 ? 'high' : index % 3 === 0 ? 'medium' : 'low',
        accessToInformation: true,
        owner: people.officer,
        inScope: false,
        outOfScopeReason: 'Een andere organisatie, met een eigen verantwoordelijkheid.',
      },
      { state: 'active', validFrom: scheme.start },
    )
  })
}

function addSystems(
  build: Builder,
  people: People,
  { host, scheme }: { readonly host: RecordId; readonly scheme: Scheme },
): Pick<Things, 'mail' | 'platform' | 'systems'> {
  const mail = build.add(
    informationSystem,
    {
      title: 'Mail en aanmelden',
      cloud: true,
      personalData: true,
      cryptography: true,
      inScope: false,
      outOfScopeReason: 'Wordt beheerd door het moederbedrijf.',
      handlesServiceInformation: false,
    },
    { key: 'information_system.mail', validFrom: scheme.start },
  )
  const systems = Array.from({ length: Math.max(1, scheme.counts.systems - 1) }, (_, index) =>
    build.add(
      informationSystem,
      {
        title: systemName(index),
        cloud: true,
        personalData: true,
        cryptography: true,
        supplier: host,
        inScope: true,
        dependsOn: [host],
        owner: people.officer,
      },
      { ...(index === 0 && { key: 'information_system.platform' }), validFrom: scheme.start },
    ),
  )
  return { mail, platform: systems[0] ?? '', systems }
}

function addAssets(
  build: Builder,
  people: People,
  scheme: Scheme,
): Pick<Things, 'customerData' | 'assets' | 'laptops'> {
  const { validFrom } = { validFrom: scheme.start }
  const customerData = build.add(
    asset,
    { title: 'Gegevens van klanten', kind: 'information', personalData: true, inScope: true, owner: people.director },
    { key: 'asset.customer-data', validFrom },
  )
  const laptops = Array.from({ length: Math.max(1, scheme.counts.assets - 1) }, (_, index) =>
    build.add(
      asset,
      {
        title: index === 0 ? 'Laptops' : `Laptop ${index + 1}`,
        kind: 'hardware',
        endpoint: true,
        mobile: true,
        storageMedia: false,
        personalData: false,
        inScope: true,
        owner: people.officer,
        assignedTo: index === 0 ? null : (people.people[index % people.people.length] ?? null),
      },
      { key: `asset.laptop.${index + 1}`, validFrom },
    ),
  )
  return { customerData, assets: [customerData, ...laptops], laptops }
}

/** What the organisation has, uses and delivers; in a larger one more of each. */
export function addThings(build: Builder, people: People, scheme: Scheme): Things {
  const { start } = scheme
  const office = build.add(
    location,
    { title: 'Kantoor Utrecht', kind: 'office', inScope: true },
    { key: 'location.office', validFrom: start },
  )
  const suppliers = addSuppliers(build, people, scheme)
  const host = suppliers[0] ?? ''
  const systems = addSystems(build, people, { host, scheme })
  const offered = build.add(
    service,
    {
      title: 'Planbord (webdienst)',
      developsSoftware: true,
      inScope: true,
      dependsOn: [systems.platform, systems.mail],
      owner: people.director,
    },
    { key: 'service.main', validFrom: start },
  )
  const assets = addAssets(build, people, scheme)
  const grant = build.add(
    accessGrant,
    {
      person: people.officer,
      system: systems.platform,
      privileged: true,
      grantedAt: scheme.after({ days: 9 }),
      approvedBy: people.approver,
      approvedAt: scheme.after({ days: 8 }),
    },
    { key: 'access_grant.officer', state: 'granted' },
  )
  return { office, service: offered, host, suppliers, grant, ...systems, ...assets }
}
