import {
  choice,
  choices,
  date,
  from,
  group,
  link,
  links,
  list,
  longText,
  machine,
  number,
  type RecordOf,
  register,
  text,
} from '../../../kernel/register.ts'

/** Where a consequence is felt (risk-methods 6.2). A method names those that it uses, a risk those that it touches. */
export const CONSEQUENCE_CATEGORIES = ['money', 'law', 'people', 'reputation', 'operations', 'other'] as const

/** How an organisation assesses risks and which risks it accepts: one record per version (ISO/IEC 27001:2022, 6.1.2). */
export const riskMethod = register('risk_method', {
  code: 'RM',
  group: 'risks',
  fields: {
    title: text().required(),
    versionLabel: text({ max: 20 }),
    owner: link('person'),
    approach: choice(['asset', 'event', 'both']),
    likelihoodScale: list({
      value: number(),
      name: text(),
      definition: longText(),
      perYearFrom: number({ least: 0 }),
      perYearTo: number({ least: 0 }),
    }),
    consequenceScale: list({
      value: number(),
      name: text(),
      category: choice(CONSEQUENCE_CATEGORIES),
      definition: longText(),
    }),
    aggregation: choice(['max', 'sum', 'average']),
    /** From low to high: the order says which level lies above which. */
    levels: list({
      key: text({ max: 40 }),
      name: text(),
      from: number(),
      to: number(),
      density: number({ least: 1, most: 4, integer: true }),
    }),
    /** One row per cell. A lookup, never an implied product; `level` is the key of a level (R-6.1.2-d-2). */
    matrix: list({ likelihood: number(), consequence: number(), level: text({ max: 40 }), score: number() }),
    /** Key of the highest level that may be accepted without treatment. */
    acceptanceThreshold: text({ max: 40 }),
    /** Categories that the method uses; `threshold` is the key of a level, empty where `acceptanceThreshold` holds. */
    consequenceCategories: list({
      category: choice(CONSEQUENCE_CATEGORIES),
      threshold: text({ max: 40 }),
      definition: longText(),
    }),
    /** Who may accept a risk of which level: as a capacity, through a role, or both. */
    authorityTable: list({
      level: text({ max: 40 }),
      capacities: choices(['risk_owner', 'coordinator', 'top_management']),
      roles: links('role'),
    }),
    intervalMonths: number({ least: 1, most: 120, integer: true }),
    triggers: choices([
      'new_service',
      'organisation_change',
      'move',
      'new_supplier',
      'technology',
      'incident',
      'new_law',
      'other',
    ]),
    triggersNote: longText(),
    scenarioClasses: list({ name: text(), consideredNone: longText() }),
    quantitative: group({
      appliesTo: longText(),
      currency: text({ max: 3 }),
      annualLossTolerance: number({ least: 0 }),
      acceptedProbability: number({ least: 0, most: 1 }),
      convention: choice(['compound', 'product']),
    }),
    approvedBy: link('person').set(),
    approvedAt: date().set(),
  },
  states: machine(
    'draft',
    {
      approve: from('draft').to('active').approval().stamp({ by: 'approvedBy', at: 'approvedAt' }),
      retire: from('draft', 'active').to('retired').reason(),
    },
    ['retired'],
  ),
  list: ['number', 'title', 'versionLabel', 'approach', 'acceptanceThreshold', 'approvedAt', 'state'],
  owner: 'owner',
  access: { approve: ['top_management'], own: ['read', 'update'] },
})
export type RiskMethod = RecordOf<typeof riskMethod>
