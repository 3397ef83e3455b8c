import type { RecordId } from '../../../../kernel/register.ts'
import { accessGrant } from '../../../access/register.ts'
import { action } from '../../../actions/register.ts'
import { asset } from '../../../assets/registers/asset.ts'
import { informationSystem } from '../../../assets/registers/information-system.ts'
import { ismsChange } from '../../../changes/register.ts'
import { contextDetermination } from '../../../context/registers/context-determination.ts'
import { contextIssue } from '../../../context/registers/context-issue.ts'
import { location } from '../../../organisation/registers/location.ts'
import { service } from '../../../organisation/registers/service.ts'
import { interestedParty } from '../../../parties/registers/interested-party.ts'
import { requirement } from '../../../parties/registers/requirement.ts'
import { ismsProcess, PROCESS_KINDS } from '../../../processes/registers/isms-process.ts'
import { ismsRiskOpportunity } from '../../../processes/registers/isms-risk-opportunity.ts'
import { scope } from '../../../scopes/register.ts'
import { supplier } from '../../../suppliers/register.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Soa } from './statement.ts'

export interface Surroundings {
  readonly issues: readonly [RecordId, RecordId]
  readonly determination: RecordId
  readonly parties: readonly RecordId[]
  readonly requirements: readonly RecordId[]
  readonly office: RecordId
  readonly service: RecordId
  readonly platform: RecordId
  /** Outside the scope, and leaned on. */
  readonly mail: RecordId
  readonly host: RecordId
  readonly customerData: RecordId
  readonly scope: RecordId
  readonly processes: readonly RecordId[]
  readonly ismsRisk: RecordId
  readonly opportunity: RecordId
  readonly ismsAction: RecordId
  readonly change: RecordId
}

const PARTIES = [
  ['customer', 'Klanten', 'contract', 'Raamcontract, bijlage beveiliging'],
  ['staff', 'Medewerkers', 'party', 'Personeelsgids'],
  ['owner', 'Aandeelhouders', 'party', 'Jaarplan 2026'],
  ['authority', 'Autoriteit Persoonsgegevens', 'law', 'AVG, artikel 32'],
  ['supplier', 'Leveranciers', 'contract', 'Inkoopvoorwaarden'],
] as const

function addParties(build: Builder, people: People, soa: Soa): Pick<Surroundings, 'parties' | 'requirements'> {
  const parties = PARTIES.map(([kind, title]) =>
    build.add(
      interestedParty,
      { title, kind, owner: people.officer, lastReviewedAt: '2026-01-15' },
      { state: 'active' },
    ),
  )
  const answer = soa.controls.get('5.31') ?? ''
  const requirements = PARTIES.map(([, title, sourceType, sourceRef], index) =>
    build.add(
      requirement,
      {
        title: `Wat ${title} verwachten`,
        party: parties[index] ?? null,
        sourceType,
        sourceRef,
        addressedByIsms: true,
        answeredBy: [answer],
        owner: people.officer,
        verifiedAt: '2026-01-15',
      },
      { state: 'active' },
    ),
  )
  return { parties, requirements }
}

type Things = Pick<Surroundings, 'office' | 'service' | 'platform' | 'mail' | 'host' | 'customerData'>

function addThings(build: Builder, people: People): Things {
  const office = build.add(location, { title: 'Kantoor Utrecht', kind: 'office', inScope: true })
  const host = build.add(
    supplier,
    {
      title: 'Wolkenhuis',
      kind: 'cloud',
      criticality: 'high',
      accessToInformation: true,
      owner: people.officer,
      inScope: false,
      outOfScopeReason: 'Een andere organisatie, met een eigen certificaat.',
    },
    { state: 'active' },
  )
  const mail = build.add(informationSystem, {
    title: 'Mail en aanmelden',
    cloud: true,
    personalData: true,
    cryptography: true,
    inScope: false,
    outOfScopeReason: 'Wordt beheerd door het moederbedrijf.',
    handlesServiceInformation: false,
  })
  const platform = build.add(informationSystem, {
    title: 'Productieplatform',
    cloud: true,
    personalData: true,
    cryptography: true,
    supplier: host,
    inScope: true,
    dependsOn: [host],
    owner: people.officer,
  })
  const offered = build.add(service, {
    title: 'Planbord (webdienst)',
    developsSoftware: true,
    inScope: true,
    dependsOn: [platform, mail],
    owner: people.director,
  })
  const customerData = build.add(asset, {
    title: 'Gegevens van klanten',
    kind: 'information',
    personalData: true,
    inScope: true,
    owner: people.director,
  })
  addEquipment(build, people, platform)
  return { office, service: offered, platform, mail, host, customerData }
}

function addEquipment(build: Builder, people: People, platform: RecordId): void {
  build.add(asset, {
    title: 'Laptops',
    kind: 'hardware',
    endpoint: true,
    mobile: true,
    storageMedia: false,
    personalData: false,
    inScope: true,
    owner: people.officer,
  })
  build.add(
    accessGrant,
    {
      person: people.officer,
      system: platform,
      privileged: true,
      grantedAt: '2025-10-10',
      approvedBy: people.director,
      approvedAt: '2025-10-09',
    },
    { state: 'granted' },
  )
}

function addScope(
  build: Builder,
  people: People,
  things: Things,
  about: { readonly issues: readonly RecordId[]; readonly requirements: readonly RecordId[] },
): RecordId {
  return build.add(
    scope,
    {
      title: 'Toepassingsgebied',
      versionLabel: '1.0',
      statement: 'Ontwikkelen en leveren van Planbord.',
      boundaries: {
        units: [people.unit],
        unitsNone: null,
        locations: [things.office],
        locationsNone: null,
        services: [things.service],
        servicesNone: null,
        systems: [things.platform],
        systemsNone: null,
      },
      interfaces: [
        {
          what: 'Productieplatform',
          with: 'Wolkenhuis',
          party: things.host,
          border: 'Tot en met het besturingssysteem',
          control: null,
        },
        {
          what: 'Mail en aanmelden',
          with: 'Moederbedrijf',
          party: things.mail,
          border: 'Wij beheren alleen accounts',
          control: null,
        },
      ],
      consideredIssues: about.issues,
      consideredRequirements: about.requirements,
      owner: people.officer,
      approvedBy: people.director,
      approvedAt: '2025-11-01',
      inForceFrom: '2025-11-01',
    },
    { state: 'in_force' },
  )
}

function addProcesses(build: Builder, people: People): readonly RecordId[] {
  return PROCESS_KINDS.map((kind) =>
    build.add(ismsProcess, {
      title: kind,
      covers: [kind],
      owner: people.officer,
      inputs: 'Wat binnenkomt',
      outputs: 'Wat eruit komt',
      interactions: [{ process: null, what: 'Levert aan de directiebeoordeling' }],
    }),
  )
}

function addChance(
  build: Builder,
  people: People,
  issue: RecordId,
): Pick<Surroundings, 'ismsRisk' | 'opportunity' | 'ismsAction'> {
  const ismsAction = build.add(action, {
    title: 'Kennis delen',
    kind: 'isms_risk',
    owner: people.officer,
    due: '2026-09-01',
  })
  const ismsRisk = build.add(ismsRiskOpportunity, {
    title: 'Alle kennis bij één persoon',
    kind: 'risk',
    arisesFrom: [issue],
    actions: [ismsAction],
    owner: people.officer,
  })
  const opportunity = build.add(ismsRiskOpportunity, {
    title: 'Klanten vragen om het certificaat',
    kind: 'opportunity',
    arisesFrom: [issue],
    noActionReason: 'Komt vanzelf met het certificaat.',
    owner: people.officer,
  })
  return { ismsRisk, opportunity, ismsAction }
}

export function addContext(build: Builder, people: People, soa: Soa): Surroundings {
  const issue = (kind: 'internal' | 'external', title: string): RecordId =>
    build.add(contextIssue, { title, kind, owner: people.officer, lastReviewedAt: '2026-01-15' }, { state: 'active' })
  const issues = [issue('internal', 'Kleine ploeg'), issue('external', 'Klanten eisen een certificaat')] as const
  const determination = build.add(
    contextDetermination,
    {
      title: 'Klimaatverandering',
      topic: 'climate_change',
      relevant: false,
      rationale: 'Wij werken in de cloud en op afstand.',
      decidedBy: people.director,
      decidedAt: '2025-11-01',
    },
    { state: 'decided' },
  )
  const { parties, requirements } = addParties(build, people, soa)
  const things = addThings(build, people)
  const change = build.add(
    ismsChange,
    {
      title: 'Nieuwe versie van het beleid',
      purpose: 'Beter passend',
      consequences: 'Opnieuw lezen',
      resources: 'Twee uur',
      responsibilities: 'Functionaris',
      approvedBy: people.director,
      approvedAt: '2025-12-01',
      effectiveAt: '2025-12-10',
      owner: people.officer,
    },
    { state: 'effective' },
  )
  return {
    issues,
    determination,
    parties,
    requirements,
    ...things,
    scope: addScope(build, people, things, { issues, requirements }),
    processes: addProcesses(build, people),
    ...addChance(build, people, issues[0]),
    change,
  }
}
