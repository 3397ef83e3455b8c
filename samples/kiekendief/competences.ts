/** What somebody in a role must be able to do, who can, and who learned it since. Nobody was made aware yet: a deviation. */
import { competenceAction } from '../../src/modules/competences/registers/competence-action.ts'
import {
  type CompetenceEvidence,
  competenceEvidence,
} from '../../src/modules/competences/registers/competence-evidence.ts'
import {
  type CompetenceRequirement,
  competenceRequirement,
} from '../../src/modules/competences/registers/competence-requirement.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, idsOf, on, type Step } from './story.ts'

interface Wanted {
  readonly role: string
  readonly title: string
  readonly criterion: string
  readonly by: CompetenceRequirement['acceptedBases']
}

const WANTED: readonly Wanted[] = [
  {
    role: 'directie',
    title: 'Kan sturen op informatiebeveiliging',
    criterion: 'Leidt ten minste drie jaar een bedrijf en kan de drie grootste risico’s zelf uitleggen.',
    by: ['experience'],
  },
  {
    role: 'coordinator',
    title: 'Kent ISO/IEC 27001 en kan een ISMS bijhouden',
    criterion: 'Een opleiding van ten minste drie dagen met examen.',
    by: ['training'],
  },
  {
    role: 'risico',
    title: 'Kan risico’s inschatten met onze methode',
    criterion: 'Deed mee aan een werksessie over de methode.',
    by: ['training'],
  },
  {
    role: 'ontwikkeling',
    title: 'Kan veilig ontwikkelen leiden',
    criterion: 'Vijf jaar ervaring met webdiensten, of een training over veelgemaakte fouten.',
    by: ['experience', 'training'],
  },
  {
    role: 'platform',
    title: 'Kan een cloudomgeving veilig inrichten',
    criterion: 'Drie jaar ervaring en de training van de cloudhost.',
    by: ['training'],
  },
  {
    role: 'incidenten',
    title: 'Kan een incident leiden en een datalek herkennen',
    criterion: 'Een oefendag of een echt incident dat is nabesproken.',
    by: ['training', 'experience'],
  },
  {
    role: 'privacy',
    title: 'Kent de AVG zoals een verwerker haar nodig heeft',
    criterion: 'Een cursus van ten minste een dag.',
    by: ['training'],
  },
  {
    role: 'personeel',
    title: 'Kent de regels voor screening en personeelsdossiers',
    criterion: 'Twee jaar ervaring.',
    by: ['experience'],
  },
  {
    role: 'auditor',
    title: 'Kan een managementsysteem auditen en kent ISO/IEC 27001',
    criterion: 'Een auditortraining van vijf dagen, en drie audits in de laatste twee jaar.',
    by: ['training'],
  },
]

const wanted = WANTED.map(({ role, title, criterion, by }) =>
  create(competenceRequirement, role, {
    title,
    role: idOf('role', role),
    criterion,
    acceptedBases: by,
    owner: idOf('person', 'anouk'),
  }),
)

interface Proof {
  readonly role: string
  readonly who: string
  readonly title: string
  readonly basis: NonNullable<CompetenceEvidence['basis']>
  readonly obtained: string
  readonly until?: string
}

const proofKey = ({ role, who }: Proof): string => `${role}/${who}`

const entered = (proof: Proof) =>
  create(competenceEvidence, proofKey(proof), {
    title: proof.title,
    person: idOf('person', proof.who),
    requirements: idsOf('competence_requirement', proof.role),
    basis: proof.basis,
    obtainedAt: proof.obtained,
    validUntil: proof.until ?? null,
  })

const KNOWN: readonly Proof[] = [
  { role: 'directie', who: 'marit', title: 'Leidt Kiekendief sinds 2019', basis: 'experience', obtained: '2022-04-01' },
  {
    role: 'ontwikkeling',
    who: 'ruben',
    title: 'Zes jaar hoofd ontwikkeling van de webdienst',
    basis: 'experience',
    obtained: '2024-09-01',
  },
  {
    role: 'platform',
    who: 'youssef',
    title: 'Training beveiliging van de cloudhost',
    basis: 'training',
    obtained: '2024-06-14',
    until: '2027-06-14',
  },
  { role: 'privacy', who: 'anouk', title: 'Cursus AVG voor verwerkers', basis: 'training', obtained: '2023-05-25' },
  {
    role: 'personeel',
    who: 'anouk',
    title: 'Vijf jaar personeelsadministratie',
    basis: 'experience',
    obtained: '2022-11-01',
  },
]

const SESSION_DAY = '2025-12-02'
const SESSION = ['marit', 'ruben', 'youssef', 'tijs', 'dewi', 'anouk', 'sanne', 'sem'].map(
  (who): Proof => ({
    role: 'risico',
    who,
    title: 'Werksessie over de risicomethode',
    basis: 'training',
    obtained: SESSION_DAY,
  }),
)

const COURSE: Proof = {
  role: 'coordinator',
  who: 'fenna',
  title: 'Opleiding ISO/IEC 27001, met examen',
  basis: 'training',
  obtained: '2025-11-28',
}
const EXERCISE: Proof = {
  role: 'incidenten',
  who: 'youssef',
  title: 'Oefendag voor incidentleiders van de vakgroep',
  basis: 'training',
  obtained: '2025-12-03',
}
const AUDITOR: Proof = {
  role: 'auditor',
  who: 'terpstra',
  title: 'Certificaat lead auditor',
  basis: 'training',
  obtained: '2022-03-18',
  until: '2028-03-18',
}

/** Nobody judges his own proof. */
const assessed = (at: string, by: Actor, ...proofs: readonly Proof[]): Step =>
  on(at, by, ...proofs.map((proof) => act(competenceEvidence, proofKey(proof), 'assess')))

const isOf = (who: string) => (proof: Proof) => proof.who === who
const isNotOf = (who: string) => (proof: Proof) => proof.who !== who

const training = [
  create(competenceAction, 'norm', {
    title: 'Opleiding ISO/IEC 27001 volgen',
    person: idOf('person', 'fenna'),
    requirement: idOf('competence_requirement', 'coordinator'),
    kind: 'training',
    owner: idOf('person', 'marit'),
    due: '2025-12-19',
  }),
  create(competenceAction, 'incident', {
    title: 'Oefendag voor incidentleiders volgen',
    person: idOf('person', 'youssef'),
    requirement: idOf('competence_requirement', 'incidenten'),
    kind: 'training',
    owner: idOf('person', 'fenna'),
    due: '2025-12-12',
  }),
  create(competenceAction, 'vervanger', {
    title: 'Inwerken als vervanger van de coördinator',
    person: idOf('person', 'marit'),
    requirement: idOf('competence_requirement', 'coordinator'),
    kind: 'coaching',
    owner: idOf('person', 'fenna'),
    due: '2026-04-17',
  }),
]

const learned = (key: string, proof: Proof, result: string) => [
  entered(proof),
  act(competenceAction, key, 'finish', {
    set: { result, evidence: idOf('competence_evidence', proofKey(proof)) },
  }),
]
const helped = (key: string, effectivenessNote: string) =>
  act(competenceAction, key, 'evaluate', { set: { effective: true, effectivenessNote } })

export const competenceSteps: readonly Step[] = [
  on('2025-10-30 10:00', 'anouk', ...wanted, ...training),
  on('2025-11-06 11:00', 'anouk', ...KNOWN.map(entered)),
  assessed('2025-11-06 15:00', 'marit', ...KNOWN.filter(isNotOf('marit'))),
  assessed('2025-11-06 15:30', 'fenna', ...KNOWN.filter(isOf('marit'))),
  on('2025-12-01 10:40', 'fenna', ...learned('norm', COURSE, 'Examen gehaald.')),
  assessed('2025-12-01 17:05', 'marit', COURSE),
  on(`${SESSION_DAY} 16:40`, 'anouk', ...SESSION.map(entered)),
  assessed(`${SESSION_DAY} 17:00`, 'fenna', ...SESSION),
  on('2025-12-04 09:00', 'youssef', ...learned('incident', EXERCISE, 'Dag gevolgd met drie vakgenoten.')),
  assessed('2025-12-04 11:30', 'marit', EXERCISE),
  on('2025-12-15 11:05', 'fenna', entered(AUDITOR)),
  assessed('2025-12-15 11:10', 'marit', AUDITOR),
  on('2026-01-12 13:00', 'fenna', act(competenceAction, 'vervanger', 'start')),
  on(
    '2026-01-19 15:00',
    'marit',
    helped('norm', 'Legde de verklaring van toepasselijkheid zonder hulp uit aan de eigenaars.'),
    helped(
      'incident',
      'Werkte in december met de eigenaars drie voorbeelden uit; twee keer juist als datalek herkend.',
    ),
  ),
]
