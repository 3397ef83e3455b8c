/** Thirteen documents in force beside the policy. Two still hold the placeholder of their template. */
import { type Document, document } from '../../src/modules/documents/registers/document.ts'
import { documentVersion } from '../../src/modules/documents/registers/document-version.ts'
import type { Actor } from './cast.ts'
import { identifierOf, KEPT } from './policy.ts'
import { act, create, idOf, on, type Step } from './story.ts'
import * as texts from './texts.ts'

interface Paper {
  readonly key: string
  readonly title: string
  readonly type: NonNullable<Document['type']>
  readonly docCode: Document['docCode']
  readonly owner: Actor
  readonly approver: Actor
  readonly months: number
  readonly next: string
  readonly written: string
  readonly inForce: string
  readonly text: string
  readonly controls?: readonly string[]
  readonly classification?: NonNullable<Document['classification']>
}

const PAPERS: readonly Paper[] = [
  {
    key: 'toepassingsgebied',
    title: 'Toepassingsgebied',
    type: 'scope',
    docCode: 'D-01',
    owner: 'fenna',
    approver: 'marit',
    months: 24,
    next: '2027-01-12',
    written: '2025-11-20',
    inForce: '2026-01-12',
    text: texts.SCOPE,
  },
  {
    key: 'beoordelen',
    title: 'Zo beoordelen wij risico’s',
    type: 'risk_assessment_process',
    docCode: 'D-03',
    owner: 'fenna',
    approver: 'marit',
    months: 12,
    next: '2026-11-24',
    written: '2025-11-18',
    inForce: '2025-11-24',
    text: texts.ASSESSMENT,
  },
  {
    key: 'behandelen',
    title: 'Zo behandelen wij risico’s',
    type: 'risk_treatment_process',
    docCode: 'D-04',
    owner: 'fenna',
    approver: 'marit',
    months: 12,
    next: '2026-11-24',
    written: '2025-11-18',
    inForce: '2025-11-24',
    text: texts.TREATMENT,
  },
  {
    key: 'toegang',
    title: 'Toegangsbeleid',
    type: 'topic_policy',
    docCode: null,
    owner: 'youssef',
    approver: 'marit',
    months: 12,
    next: '2026-09-15',
    written: '2025-11-03',
    inForce: '2025-11-10',
    text: texts.ACCESS,
    controls: ['5.15', '5.16', '5.17', '5.18', '8.2', '8.3', '8.5'],
  },
  {
    key: 'thuiswerken',
    title: 'Regels voor thuiswerken',
    type: 'topic_policy',
    docCode: null,
    owner: 'anouk',
    approver: 'marit',
    months: 12,
    next: '2026-09-15',
    written: '2025-11-03',
    inForce: '2025-11-10',
    text: texts.HOME,
    controls: ['5.10', '6.7', '7.7', '7.9', '8.1'],
  },
  {
    key: 'classificatie',
    title: 'Classificatie van informatie',
    type: 'classification_scheme',
    docCode: null,
    owner: 'fenna',
    approver: 'marit',
    months: 12,
    next: '2026-09-15',
    written: '2025-11-05',
    inForce: '2025-11-12',
    text: texts.CLASSES,
    controls: ['5.12', '5.13', '5.14'],
  },
  {
    key: 'cryptografie',
    title: 'Regels voor versleuteling en sleutels',
    type: 'cryptography_rules',
    docCode: null,
    owner: 'youssef',
    approver: 'marit',
    months: 12,
    next: '2026-09-15',
    written: '2025-11-12',
    inForce: '2025-11-19',
    text: texts.CRYPTO,
    controls: ['8.24'],
  },
  {
    key: 'ontwikkelen',
    title: 'Regels voor veilig ontwikkelen',
    type: 'development_rules',
    docCode: null,
    owner: 'ruben',
    approver: 'marit',
    months: 12,
    next: '2026-09-15',
    written: '2025-11-12',
    inForce: '2025-11-19',
    text: texts.DEVELOPMENT,
    controls: ['8.25', '8.26', '8.27', '8.28', '8.29', '8.31', '8.32', '8.33'],
  },
  {
    key: 'incidenten',
    title: 'Wat te doen bij een incident',
    type: 'incident_procedure',
    docCode: null,
    owner: 'youssef',
    approver: 'marit',
    months: 12,
    next: '2026-10-20',
    written: '2025-11-04',
    inForce: '2025-11-11',
    text: texts.INCIDENT,
    controls: ['5.24', '5.25', '5.26', '5.27', '6.8'],
  },
  {
    key: 'afwijkingen',
    title: 'Wat te doen als iets niet klopt',
    type: 'nonconformity_procedure',
    docCode: 'D-15',
    owner: 'fenna',
    approver: 'marit',
    months: 12,
    next: '2026-11-11',
    written: '2025-11-04',
    inForce: '2025-11-11',
    text: texts.NONCONFORMITY,
  },
  {
    key: 'continuiteit',
    title: 'Continuïteitsplan',
    type: 'continuity_plan',
    docCode: null,
    owner: 'youssef',
    approver: 'marit',
    months: 12,
    next: '2026-12-01',
    written: '2025-11-25',
    inForce: '2025-12-01',
    text: texts.CONTINUITY,
    controls: ['5.29', '5.30'],
  },
  {
    key: 'eigenlijst',
    title: 'Lijst van eigen documenten',
    type: 'procedure',
    docCode: 'D-08',
    owner: 'anouk',
    approver: 'fenna',
    months: 24,
    next: '2027-02-05',
    written: '2026-02-03',
    inForce: '2026-02-05',
    text: texts.OWN_DOCUMENTS,
  },
  {
    key: 'buitenlijst',
    title: 'Beheer van documenten van buiten',
    type: 'procedure',
    docCode: 'D-17',
    owner: 'anouk',
    approver: 'fenna',
    months: 24,
    next: '2027-02-05',
    written: '2026-02-03',
    inForce: '2026-02-05',
    text: texts.OUTSIDE_DOCUMENTS,
  },
]

const registered = (paper: Paper) =>
  create(document, paper.key, {
    ...KEPT,
    title: paper.title,
    type: paper.type,
    docCode: paper.docCode,
    identifier: identifierOf(paper.key),
    owner: idOf('person', paper.owner),
    classification: paper.classification ?? 'internal',
    topicControls: paper.controls ?? [],
    reviewIntervalMonths: paper.months,
    nextReviewAt: paper.next,
  })

const drafted = (paper: Paper) =>
  create(documentVersion, `${paper.key}/1`, {
    document: idOf('document', paper.key),
    versionLabel: '1',
    changes: 'Eerste versie',
    format: 'text',
    text: paper.text,
    author: idOf('person', paper.owner),
  })

const story = (paper: Paper): readonly Step[] => [
  on(
    `${paper.written} 09:45`,
    paper.owner,
    registered(paper),
    drafted(paper),
    act(documentVersion, `${paper.key}/1`, 'submit'),
  ),
  on(`${paper.inForce} 11:00`, paper.approver, act(documentVersion, `${paper.key}/1`, 'approve')),
  on(`${paper.inForce} 11:30`, paper.owner, act(documentVersion, `${paper.key}/1`, 'putIntoEffect')),
]

export const documentSteps: readonly Step[] = PAPERS.flatMap(story)
