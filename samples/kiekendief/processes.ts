/** How the ISMS runs, and what could make the ISMS itself fail or do better. */
import { action } from '../../src/modules/actions/register.ts'
import { type IsmsProcess, ismsProcess } from '../../src/modules/processes/registers/isms-process.ts'
import { ismsRiskOpportunity } from '../../src/modules/processes/registers/isms-risk-opportunity.ts'
import { act, create, idOf, idsOf, on, type Step, update } from './story.ts'

interface Running {
  readonly key: string
  readonly title: string
  readonly covers: IsmsProcess['covers']
  readonly owner: string
  readonly inputs: string
  readonly outputs: string
  readonly next: string
  readonly gives: string
  readonly items: readonly string[]
  /** The supplier who carries it out. */
  readonly by?: string
}

const PROCESSES: readonly Running[] = [
  {
    key: 'beoordelen',
    title: 'Risico’s beoordelen',
    covers: ['risk_assessment'],
    owner: 'fenna',
    inputs: 'Context, bedrijfsmiddelen, incidenten',
    outputs: 'Risicoregister met scores',
    next: 'behandelen',
    gives: 'risico’s boven de lijn',
    items: ['6.1.2', '8.2'],
  },
  {
    key: 'behandelen',
    title: 'Risico’s behandelen',
    covers: ['risk_treatment'],
    owner: 'fenna',
    inputs: 'Risico’s boven de lijn',
    outputs: 'Behandelplan en verklaring van toepasselijkheid',
    next: 'wijzigen',
    gives: 'maatregelen die ingevoerd worden',
    items: ['6.1.3', '8.3'],
  },
  {
    key: 'documenten',
    title: 'Documenten beheren',
    covers: ['document_control'],
    owner: 'fenna',
    inputs: 'Nieuwe regels en wijzigingen',
    outputs: 'Goedgekeurde documenten op één plek',
    next: 'bekwaam',
    gives: 'regels die mensen moeten kennen',
    items: ['7.5'],
  },
  {
    key: 'bekwaam',
    title: 'Mensen bekwaam en op de hoogte',
    covers: ['competence_awareness', 'communication'],
    owner: 'anouk',
    inputs: 'Rollen en regels',
    outputs: 'Mensen die weten wat zij moeten doen',
    next: 'incidenten',
    gives: 'meldingen van medewerkers',
    items: ['7.2', '7.3', '7.4'],
  },
  {
    key: 'wijzigen',
    title: 'Draaien en wijzigen',
    covers: ['operation_change'],
    owner: 'ruben',
    inputs: 'Behandelplan, wensen van klanten',
    outputs: 'Uitgerolde wijzigingen',
    next: 'meten',
    gives: 'cijfers uit de bouwstraat',
    items: ['8.1', '6.3'],
  },
  {
    key: 'leveranciers',
    title: 'Leveranciers kiezen en volgen',
    covers: ['supplier_control'],
    owner: 'fenna',
    inputs: 'Behoefte aan een dienst',
    outputs: 'Contract en beoordeling',
    next: 'beoordelen',
    gives: 'afhankelijkheden',
    items: ['8.1'],
  },
  {
    key: 'hosten',
    title: 'Rekencentrum en opslag laten draaien',
    covers: [],
    owner: 'youssef',
    inputs: 'Eisen aan beschikbaarheid en beveiliging',
    outputs: 'Een omgeving die werkt, met een maandelijks bericht',
    next: 'incidenten',
    gives: 'meldingen van storingen',
    items: ['8.1'],
    by: 'cloudhost',
  },
  {
    key: 'incidenten',
    title: 'Incidenten afhandelen',
    covers: ['incidents'],
    owner: 'youssef',
    inputs: 'Meldingen en alarmen',
    outputs: 'Herstel en lessen',
    next: 'verbeteren',
    gives: 'lessen en afwijkingen',
    items: ['8.1'],
  },
  {
    key: 'meten',
    title: 'Meten en beoordelen',
    covers: ['monitoring'],
    owner: 'fenna',
    inputs: 'Meetgegevens',
    outputs: 'Kwartaalcijfers',
    next: 'directie',
    gives: 'uitkomsten',
    items: ['9.1'],
  },
  {
    key: 'auditen',
    title: 'Intern auditen',
    covers: ['internal_audit'],
    owner: 'marit',
    inputs: 'Auditprogramma',
    outputs: 'Auditrapport',
    next: 'verbeteren',
    gives: 'bevindingen',
    items: ['9.2'],
  },
  {
    key: 'directie',
    title: 'Directiebeoordeling',
    covers: ['management_review'],
    owner: 'marit',
    inputs: 'Cijfers, bevindingen, risico’s',
    outputs: 'Besluiten',
    next: 'beoordelen',
    gives: 'besluiten en nieuwe koers',
    items: ['9.3'],
  },
  {
    key: 'verbeteren',
    title: 'Afwijkingen en verbeteren',
    covers: ['nonconformity'],
    owner: 'fenna',
    inputs: 'Bevindingen en lessen',
    outputs: 'Maatregelen die werken',
    next: 'directie',
    gives: 'stand van afwijkingen',
    items: ['10.1', '10.2'],
  },
]

const person = (key: string) => idOf('person', key)

export const processSteps: readonly Step[] = [
  on(
    '2025-10-16 10:00',
    'fenna',
    ...PROCESSES.map(({ key, owner, next, gives, items, by, ...rest }) =>
      create(ismsProcess, key, {
        ...rest,
        owner: person(owner),
        interactions: [{ process: idOf('isms_process', next), what: gives }],
        clauseItems: items,
        providedBy: by === undefined ? null : idOf('supplier', by),
      }),
    ),
  ),
  on(
    '2025-10-16 14:00',
    'fenna',
    create(action, 'vervanger', {
      title: 'Marit Kuipers inwerken als vervanger van de coördinator',
      kind: 'isms_risk',
      owner: person('fenna'),
      due: '2026-04-17',
      resources: 'Vier keer twee uur',
    }),
    create(action, 'bouwstraatcijfers', {
      title: 'Cijfers voor de doelstellingen uit de bouwstraat halen',
      kind: 'isms_risk',
      owner: person('tijs'),
      due: '2026-01-30',
      resources: 'Acht uur ontwikkelaar',
    }),
    create(ismsRiskOpportunity, 'eenpersoon', {
      title: 'Alle kennis van het ISMS bij één persoon',
      kind: 'risk',
      description: 'Valt de coördinator uit, dan staan registers en audits stil.',
      arisesFrom: idsOf('context_issue', 'klein'),
      actions: idsOf('action', 'vervanger'),
      owner: person('marit'),
    }),
    create(ismsRiskOpportunity, 'bouwstraat', {
      title: 'De bouwstraat levert bewijs vanzelf',
      kind: 'opportunity',
      description: 'Scans, goedkeuringen en uitrol staan er al in; dat scheelt verzamelen.',
      arisesFrom: [idOf('context_issue', 'techniek'), idOf('requirement', 'waterschap')],
      actions: idsOf('action', 'bouwstraatcijfers'),
      owner: person('ruben'),
    }),
  ),
  on(
    '2026-01-29 16:00',
    'tijs',
    act(action, 'bouwstraatcijfers', 'finish', {
      set: { result: 'Maandelijkse lijst met kwetsbaarheden en doorlooptijd wordt vanzelf gemaakt.' },
    }),
  ),
  on(
    '2026-02-06 11:00',
    'ruben',
    update(
      ismsRiskOpportunity,
      'bouwstraat',
      { evaluatedAt: '2026-02-06', evaluation: 'De eerste twee lijsten klopten; scheelt vier uur per maand.' },
      'Gekeken of het werkte',
    ),
  ),
]
