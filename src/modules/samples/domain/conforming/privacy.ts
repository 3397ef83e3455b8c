import type { RecordId } from '../../../../kernel/register.ts'
import { dutyConflict } from '../../../people/registers/duty-conflict.ts'
import { role } from '../../../people/registers/role.ts'
import { roleAssignment } from '../../../people/registers/role-assignment.ts'
import { dpia } from '../../../privacy/registers/dpia.ts'
import { processingRecord } from '../../../privacy/registers/processing-record.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import type { Things } from './things.ts'

export interface Privacy {
  /** Customers, which is a high risk, then staff and applicants, which are not. */
  readonly processings: readonly RecordId[]
  readonly dpia: RecordId
  readonly privacyAssignment: RecordId
  /** Nobody holds both duties of the first; the second has another check. */
  readonly dutyConflicts: readonly [RecordId, RecordId]
}

const PROCESSINGS = [
  ['Planning van klanten', 'processor', 'contract', 'Medewerkers van klanten', 'Naam, rooster, verlof', true],
  ['Personeelsadministratie', 'controller', 'legal_obligation', 'Eigen medewerkers', 'Naam, salaris, verzuim', false],
  ['Werving', 'controller', 'legitimate_interest', 'Sollicitanten', 'Naam, cv, brief', false],
] as const

function addProcessings(build: Builder, org: People & Things, scheme: Scheme): readonly RecordId[] {
  return PROCESSINGS.map(([title, as, legalBasis, subjects, dataCategories, highRisk], index) =>
    build.add(
      processingRecord,
      {
        title,
        role: as,
        purpose: 'Doen wat met de betrokkenen is afgesproken, en niets anders.',
        legalBasis,
        owner: org.owners[0],
        subjects,
        dataCategories,
        specialCategories: false,
        recipients: 'Niemand buiten de verwerkers.',
        processors: index === 0 ? [org.host] : [],
        systems: [org.platform],
        outsideEea: false,
        retention: 'Twee jaar na het einde van de overeenkomst; daarna gewist.',
        security: 'Zie de verklaring van toepasselijkheid.',
        highRisk,
        highRiskReason: highRisk
          ? 'Op grote schaal, en over wie wanneer werkt.'
          : 'Klein, en zonder gevoelige gegevens.',
        lastVerifiedAt: scheme.phase === 'initial' ? scheme.after({ days: 25 }) : scheme.ago({ months: 8 }),
      },
      { key: `processing_record.${index + 1}`, validFrom: scheme.after({ days: 25 }) },
    ),
  )
}

function addDpia(build: Builder, org: People, processing: RecordId, scheme: Scheme): RecordId {
  return build.add(
    dpia,
    {
      title: 'DPIA planning van klanten',
      processing: [processing],
      owner: org.owners[0],
      startedAt: scheme.after({ days: 26 }),
      description: 'Klanten leggen vast wie wanneer werkt.',
      necessity: 'Zonder namen is er geen rooster.',
      measures: 'Alleen de eigen planner ziet een rooster; oude roosters worden gewist.',
      completedAt: scheme.after({ days: 33 }),
      conclusion: 'with_measures',
      approvedBy: org.approver,
      approvedAt: scheme.after({ days: 34 }),
    },
    { key: 'dpia.1', state: 'approved' },
  )
}

function addContact(build: Builder, org: People, scheme: Scheme): RecordId {
  const contact = build.add(
    role,
    {
      title: 'Aanspreekpunt privacy',
      ismsRelevant: false,
      duties: ['privacy_contact'],
      responsibilities: 'Beantwoordt vragen van betrokkenen en houdt het verwerkingsregister bij.',
      authorities: 'Mag een verwerking laten stoppen die niet mag.',
    },
    { key: 'role.privacy', validFrom: scheme.start },
  )
  return build.add(roleAssignment, {
    role: contact,
    person: org.owners[1],
    fromDate: scheme.start,
    acceptedAt: scheme.after({ days: 14 }),
  })
}

function addConflicts(build: Builder, org: People, scheme: Scheme): readonly [RecordId, RecordId] {
  const told = { validFrom: scheme.after({ days: 28 }) }
  const audit = build.add(
    dutyConflict,
    {
      title: 'Het ISMS bijhouden en het zelf auditen',
      firstDuty: 'isms_coordination',
      secondDuty: 'internal_audit',
      danger: 'Niemand ziet zijn eigen fouten.',
      owner: org.officer,
    },
    told,
  )
  const buying = build.add(
    dutyConflict,
    {
      title: 'Bestellen en betalen',
      firstDuty: 'purchasing',
      secondDuty: 'payment',
      danger: 'Iemand kan zichzelf betalen.',
      compensation: 'De bank vraagt bij elke betaling een tweede handtekening.',
      owner: org.officer,
    },
    told,
  )
  return [audit, buying]
}

/** Personal data that is known, weighed and looked after, and duties that are kept apart. */
export function addPrivacy(build: Builder, org: People & Things, scheme: Scheme): Privacy {
  const processings = addProcessings(build, org, scheme)
  return {
    processings,
    dpia: addDpia(build, org, processings[0] ?? '', scheme),
    privacyAssignment: addContact(build, org, scheme),
    dutyConflicts: addConflicts(build, org, scheme),
  }
}
