/** Who carries what: roles with what they must do and may decide, and who accepted them. */
import { dutyConflict } from '../../src/modules/people/registers/duty-conflict.ts'
import { role } from '../../src/modules/people/registers/role.ts'
import { roleAssignment } from '../../src/modules/people/registers/role-assignment.ts'
import type { Actor } from './cast.ts'
import { act, create, idOf, on, type Step } from './story.ts'

const roles = [
  create(role, 'directie', {
    title: 'Directie',
    ismsRelevant: true,
    duties: ['payment', 'purchasing'],
    responsibilities: 'Stelt beleid en doelstellingen vast, geeft uren en geld, houdt de directiebeoordeling.',
    authorities: 'Beslist over alles wat het bedrijf aangaat, ook over risico’s boven de lijn.',
  }),
  create(role, 'coordinator', {
    title: 'Coördinator informatiebeveiliging',
    ismsRelevant: true,
    duties: ['isms_conformity', 'isms_reporting', 'isms_coordination', 'document_control', 'supplier_management'],
    responsibilities:
      'Zorgt dat het ISMS aan de norm voldoet en meldt de directie elk kwartaal hoe het ervoor staat. Houdt de registers bij.',
    authorities: 'Mag elk register aanvullen, bewijs aanvaarden en werk stilleggen dat klantgegevens in gevaar brengt.',
  }),
  create(role, 'risico', {
    title: 'Risico-eigenaar',
    ismsRelevant: true,
    duties: ['risk_ownership'],
    responsibilities: 'Kent zijn risico’s, kiest de behandeling en aanvaardt wat overblijft.',
    authorities: 'Beslist over uren van de eigen groep en tot € 2.500 per maatregel; aanvaardt tot en met midden.',
  }),
  create(role, 'ontwikkeling', {
    title: 'Hoofd ontwikkeling',
    ismsRelevant: true,
    duties: ['development', 'change_approval', 'access_approval'],
    responsibilities: 'Zorgt dat wijzigingen zijn nagekeken en getest voordat klanten ze krijgen.',
    authorities: 'Keurt wijzigingen en toegang tot broncode en webdienst goed; mag een uitrol terugdraaien.',
  }),
  create(role, 'platform', {
    title: 'Platformbeheer',
    ismsRelevant: true,
    duties: ['system_administration', 'access_administration', 'log_review', 'deployment', 'continuity_lead'],
    responsibilities: 'Houdt de webdienst en de back-ups draaiend, geeft en neemt toegang, leest de logs.',
    authorities: 'Mag een account meteen blokkeren en de dienst in noodstand zetten.',
  }),
  create(role, 'incidenten', {
    title: 'Incidentleider',
    ismsRelevant: true,
    duties: ['incident_lead', 'authority_contact'],
    responsibilities: 'Leidt de afhandeling van een incident en beslist binnen een dag of het er een is.',
    authorities: 'Mag iedereen van ander werk halen tot het incident onder controle is.',
  }),
  create(role, 'privacy', {
    title: 'Privacycontact',
    ismsRelevant: true,
    duties: ['privacy_contact'],
    responsibilities: 'Houdt het register van verwerkingen bij en beantwoordt vragen van betrokkenen.',
    authorities: 'Meldt een datalek bij de Autoriteit Persoonsgegevens, na overleg met de directie.',
  }),
  create(role, 'personeel', {
    title: 'Kantoor en personeel',
    ismsRelevant: true,
    duties: ['personnel', 'physical_security'],
    responsibilities: 'Regelt screening, geheimhouding en de sleutels; meldt wie komt en wie gaat.',
    authorities: 'Laat niemand beginnen voordat de papieren er zijn.',
  }),
  create(role, 'auditor', {
    title: 'Interne auditor',
    ismsRelevant: true,
    duties: ['internal_audit'],
    responsibilities: 'Toetst het ISMS aan de norm en aan onze eigen regels, en rapporteert aan de directie.',
    authorities: 'Mag elk register en elk bewijs inzien en iedereen spreken.',
  }),
]

interface Appointment {
  readonly role: string
  readonly who: string
  readonly from: string
}

const appoint = ({ role: of, who, from }: Appointment) =>
  create(roleAssignment, `${of}/${who}`, { role: idOf('role', of), person: idOf('person', who), fromDate: from })

const OWNERS = [
  'marit',
  'ruben',
  'youssef',
  'tijs',
  'dewi',
  'anouk',
  'sanne',
  'sem',
] as const satisfies readonly Actor[]

const FIRST: readonly Appointment[] = [
  { role: 'directie', who: 'marit', from: '2025-10-01' },
  { role: 'coordinator', who: 'fenna', from: '2025-10-01' },
  { role: 'ontwikkeling', who: 'ruben', from: '2025-10-01' },
  { role: 'platform', who: 'youssef', from: '2025-10-01' },
  { role: 'incidenten', who: 'youssef', from: '2025-10-01' },
  { role: 'privacy', who: 'anouk', from: '2025-10-01' },
  { role: 'personeel', who: 'anouk', from: '2025-10-01' },
]

const accept = (key: string) => act(roleAssignment, key, 'accept')
const later = (owner: Actor) => on('2025-11-04 12:30', owner, accept(`risico/${owner}`))

export const roleSteps: readonly Step[] = [
  on('2025-10-03 11:00', 'fenna', ...roles),
  on('2025-10-03 11:30', 'marit', ...FIRST.map(appoint)),
  on('2025-10-03 13:10', 'marit', accept('directie/marit')),
  on('2025-10-03 13:40', 'fenna', accept('coordinator/fenna')),
  on('2025-10-03 14:05', 'ruben', accept('ontwikkeling/ruben')),
  on('2025-10-03 14:20', 'youssef', accept('platform/youssef'), accept('incidenten/youssef')),
  on('2025-10-03 15:00', 'anouk', accept('personeel/anouk')),
  on(
    '2025-10-03 15:30',
    'fenna',
    create(dutyConflict, 'toegang', {
      title: 'Toegang vragen en toegang geven',
      firstDuty: 'access_approval',
      secondDuty: 'access_administration',
      danger: 'Wie zichzelf rechten kan geven, kan ze ook verbergen.',
      compensation:
        'Ruben keurt goed, Youssef voert uit; van Youssefs eigen rechten kijkt Marit elk kwartaal de lijst na.',
      owner: idOf('person', 'fenna'),
    }),
    create(dutyConflict, 'uitrol', {
      title: 'Bouwen en uitrollen',
      firstDuty: 'development',
      secondDuty: 'deployment',
      danger: 'Een wijziging komt bij klanten zonder dat een ander ernaar keek.',
      compensation: 'De bouwstraat rolt alleen uit wat een tweede persoon heeft goedgekeurd.',
      owner: idOf('person', 'ruben'),
    }),
  ),
  on('2025-11-04 10:00', 'marit', ...OWNERS.map((who) => appoint({ role: 'risico', who, from: '2025-11-04' }))),
  ...OWNERS.map(later),
  on('2025-12-15 11:15', 'marit', appoint({ role: 'auditor', who: 'terpstra', from: '2025-12-15' })),
  on(
    '2025-12-16 09:00',
    'fenna',
    act(roleAssignment, 'auditor/terpstra', 'accept', {
      set: { acceptedAt: '2025-12-15' },
      reason: 'Opdrachtbrief getekend terugontvangen op 15 december',
    }),
  ),
  on('2026-01-30 16:30', 'fenna', act(roleAssignment, 'risico/sem', 'end', { set: { toDate: '2026-01-31' } })),
  on('2026-02-26 10:15', 'anouk', accept('privacy/anouk')),
]
