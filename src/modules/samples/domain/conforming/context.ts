import type { RecordId } from '../../../../kernel/register.ts'
import { action } from '../../../actions/register.ts'
import { ismsChange } from '../../../changes/registers/isms-change.ts'
import { contextDetermination } from '../../../context/registers/context-determination.ts'
import { contextIssue } from '../../../context/registers/context-issue.ts'
import { interestedParty } from '../../../parties/registers/interested-party.ts'
import { requirement } from '../../../parties/registers/requirement.ts'
import { ismsProcess, PROCESS_KINDS } from '../../../processes/registers/isms-process.ts'
import { ismsRiskOpportunity } from '../../../processes/registers/isms-risk-opportunity.ts'
import { scope } from '../../../scopes/register.ts'
import type { Builder } from '../builder.ts'
import { PROCESS_NAMES } from './names.ts'
import type { People } from './people.ts'
import { addReviewed } from './reviewed.ts'
import type { Scheme } from './scheme.ts'
import type { Soa } from './statement.ts'
import { addThings, type Things } from './things.ts'

export interface Surroundings extends Things {
  readonly issues: readonly [RecordId, RecordId]
  readonly determination: RecordId
  readonly parties: readonly RecordId[]
  readonly requirements: readonly RecordId[]
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
  ['owner', 'Aandeelhouders', 'party', 'Jaarplan'],
  ['authority', 'Autoriteit Persoonsgegevens', 'law', 'AVG, artikel 32'],
  ['supplier', 'Leveranciers', 'contract', 'Inkoopvoorwaarden'],
] as const

/** The yearly round over context, parties and requirements. */
function yearly(scheme: Scheme, first: number): { readonly first: string; readonly turns: readonly string[] } {
  return { first: scheme.after({ days: first }), turns: scheme.turns({ months: 12 }, { days: 46 }) }
}

function addParties(
  build: Builder,
  { officer, controls }: People & Soa,
  scheme: Scheme,
): Pick<Surroundings, 'parties' | 'requirements'> {
  const parties = PARTIES.map(([kind, title]) =>
    addReviewed(
      build,
      interestedParty,
      { title, kind, owner: officer },
      { ...yearly(scheme, 15), on: (day) => ({ lastReviewedAt: day }), state: 'active' },
    ),
  )
  const requirements = PARTIES.map(([, title, sourceType, sourceRef], index) =>
    addReviewed(
      build,
      requirement,
      {
        title: `Wat ${title} verwachten`,
        party: parties[index] ?? null,
        sourceType,
        sourceRef,
        addressedByIsms: true,
        answeredBy: [controls.get('5.31') ?? ''],
        owner: officer,
      },
      { ...yearly(scheme, 20), on: (day) => ({ verifiedAt: day }), state: 'active' },
    ),
  )
  return { parties, requirements }
}

function addScope(
  build: Builder,
  people: People,
  about: Things & { readonly issues: readonly RecordId[]; readonly requirements: readonly RecordId[] },
  scheme: Scheme,
): RecordId {
  const approvedAt = scheme.after({ days: 31 })
  return build.add(
    scope,
    {
      title: 'Toepassingsgebied',
      versionLabel: '1.0',
      statement: 'Ontwikkelen en leveren van Planbord.',
      boundaries: {
        units: people.units,
        unitsNone: null,
        locations: [about.office],
        locationsNone: null,
        services: [about.service],
        servicesNone: null,
        systems: about.systems,
        systemsNone: null,
      },
      interfaces: [
        {
          what: 'Productieplatform',
          with: 'Wolkenhuis',
          party: about.host,
          border: 'Tot en met het besturingssysteem',
          control: null,
        },
        {
          what: 'Mail en aanmelden',
          with: 'Moederbedrijf',
          party: about.mail,
          border: 'Wij beheren alleen accounts',
          control: null,
        },
      ],
      consideredIssues: about.issues,
      consideredRequirements: about.requirements,
      owner: people.officer,
      approvedBy: people.director,
      approvedAt,
      inForceFrom: approvedAt,
    },
    { key: 'scope', state: 'in_force' },
  )
}

function addProcesses(build: Builder, people: People, scheme: Scheme): readonly RecordId[] {
  return PROCESS_KINDS.map((kind) =>
    build.add(
      ismsProcess,
      {
        title: PROCESS_NAMES[kind],
        covers: [kind],
        owner: people.officer,
        inputs: 'Meldingen, besluiten en wat andere processen aanleveren',
        outputs: 'Vastgelegde uitkomsten met een eigenaar en een datum',
        interactions: [{ process: null, what: 'Levert aan de directiebeoordeling' }],
      },
      { key: `isms_process.${kind}`, validFrom: scheme.start },
    ),
  )
}

function addChance(
  build: Builder,
  people: People,
  { issue, scheme }: { readonly issue: RecordId; readonly scheme: Scheme },
): Pick<Surroundings, 'ismsRisk' | 'opportunity' | 'ismsAction'> {
  const told = { validFrom: scheme.after({ days: 40 }) }
  const ismsAction = build.add(
    action,
    { title: 'Kennis delen', kind: 'isms_risk', owner: people.officer, due: scheme.ahead({ days: 183 }) },
    { key: 'action.share-knowledge', ...told },
  )
  const ismsRisk = build.add(
    ismsRiskOpportunity,
    {
      title: 'Alle kennis bij één persoon',
      kind: 'risk',
      arisesFrom: [issue],
      actions: [ismsAction],
      owner: people.officer,
    },
    told,
  )
  const opportunity = build.add(
    ismsRiskOpportunity,
    {
      title: 'Klanten vragen om het certificaat',
      kind: 'opportunity',
      arisesFrom: [issue],
      noActionReason: 'Komt vanzelf met het certificaat.',
      owner: people.officer,
    },
    told,
  )
  return { ismsRisk, opportunity, ismsAction }
}

export function addContext(build: Builder, people: People & Soa, scheme: Scheme): Surroundings {
  const issue = (kind: 'internal' | 'external', title: string): RecordId =>
    addReviewed(
      build,
      contextIssue,
      { title, kind, owner: people.officer },
      { ...yearly(scheme, 14), on: (day) => ({ lastReviewedAt: day }), key: `context_issue.${kind}`, state: 'active' },
    )
  const issues = [issue('internal', 'Kleine ploeg'), issue('external', 'Klanten eisen een certificaat')] as const
  const determination = build.add(
    contextDetermination,
    {
      title: 'Klimaatverandering',
      topic: 'climate_change',
      relevant: false,
      rationale: 'Wij werken in de cloud en op afstand.',
      decidedBy: people.director,
      decidedAt: scheme.after({ days: 31 }),
    },
    { key: 'context_determination.climate', state: 'decided' },
  )
  const parties = addParties(build, people, scheme)
  const things = addThings(build, people, scheme)
  const change = build.add(
    ismsChange,
    {
      title: 'Nieuwe versie van het beleid',
      purpose: 'Beter passend',
      consequences: 'Opnieuw lezen',
      resources: 'Twee uur',
      responsibilities: 'Functionaris',
      approvedBy: people.director,
      approvedAt: scheme.after({ days: 61 }),
      effectiveAt: scheme.after({ days: 70 }),
      owner: people.officer,
    },
    { state: 'effective' },
  )
  return {
    issues,
    determination,
    ...parties,
    ...things,
    scope: addScope(build, people, { ...things, ...parties, issues }, scheme),
    processes: addProcesses(build, people, scheme),
    ...addChance(build, people, { issue: issues[0], scheme }),
    change,
  }
}
