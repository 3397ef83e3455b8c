import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../../kernel/register.ts'
import { awarenessRecord, TOPICS } from '../../../awareness/register.ts'
import { communicationLine } from '../../../communications/register.ts'
import { competenceAction } from '../../../competences/registers/competence-action.ts'
import { competenceEvidence } from '../../../competences/registers/competence-evidence.ts'
import { competenceRequirement } from '../../../competences/registers/competence-requirement.ts'
import { document } from '../../../documents/registers/document.ts'
import { organisation } from '../../../organisation/registers/organisation.ts'
import { role } from '../../../people/registers/role.ts'
import { roleAssignment } from '../../../people/registers/role-assignment.ts'
import { resourceDecision } from '../../../resources/register.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import { addReviewed } from './reviewed.ts'
import type { Scheme } from './scheme.ts'

export interface Support {
  /** One for each role of the ISMS. */
  readonly competenceRequirements: readonly RecordId[]
  /** One for each role that somebody holds. */
  readonly competenceProofs: readonly RecordId[]
  readonly competenceAction: RecordId
  /** The newest of each person, in the order of people. */
  readonly awareness: readonly RecordId[]
  /** Told every quarter, told on an occasion inside, told outside. */
  readonly communication: readonly [RecordId, RecordId, RecordId]
  /** One for each year of the ISMS. */
  readonly resourceDecisions: readonly RecordId[]
  /** How documents are kept: one that the organisation finds necessary itself. */
  readonly procedure: RecordId
  readonly procedureVersion: RecordId
  /** The law on privacy, which others wrote. */
  readonly law: RecordId
}

type Around = People & { readonly organisation: RecordId }

/** Clause 7. INVARIANT: it comes last, because it gives a proof of competence to everybody who holds a role by then. */
export function addSupport(build: Builder, org: Around, scheme: Scheme): Support {
  return {
    ...addCompetence(build, org, scheme),
    awareness: addAwareness(build, org, scheme),
    communication: addCommunication(build, org, scheme),
    resourceDecisions: addResources(build, org, scheme),
    ...addPapers(build, org, scheme),
  }
}

type Competence = Pick<Support, 'competenceRequirements' | 'competenceProofs' | 'competenceAction'>

function addCompetence(build: Builder, org: Around, scheme: Scheme): Competence {
  const requirements = new Map<unknown, RecordId>()
  for (const [index, { id }] of build.all(role).entries()) {
    const made = build.add(
      competenceRequirement,
      {
        title: REQUIREMENTS[index] ?? 'Kent het eigen werk en de regels die erbij horen',
        role: id,
        criterion: 'Een training van minstens een dag, of twee jaar ervaring.',
        acceptedBases: ['training', 'experience'],
        owner: org.officer,
      },
      { validFrom: scheme.start },
    )
    requirements.set(id, made)
  }
  const competenceProofs = build.all(roleAssignment).map((assignment) => {
    const needed = requirements.get(assignment['role'])
    return build.add(
      competenceEvidence,
      {
        title: 'Training en ervaring in de rol',
        person: String(assignment['person']),
        requirements: needed === undefined ? [] : [needed],
        basis: 'training',
        obtainedAt: addMonths(scheme.start, -6),
        assessedBy: org.director,
        assessedAt: scheme.after({ days: 20 }),
      },
      { validFrom: scheme.start },
    )
  })
  const competenceRequirements = [...requirements.values()]
  return {
    competenceRequirements,
    competenceProofs,
    competenceAction: addTraining(build, org, scheme, competenceRequirements),
  }
}

const REQUIREMENTS = [
  'Kent ISO/IEC 27001 en kan een ISMS bijhouden',
  'Kan risico’s van het eigen werk inschatten en behandelen',
]

/** Something that somebody had to learn, learned, and was asked about afterwards. */
function addTraining(build: Builder, org: Around, scheme: Scheme, [requirement]: readonly RecordId[]): RecordId {
  return build.add(
    competenceAction,
    {
      title: 'Training ISO/IEC 27001 bijwerken',
      person: org.officer,
      requirement: requirement ?? null,
      kind: 'training',
      owner: org.director,
      due: scheme.after({ days: 60 }),
      doneAt: scheme.after({ days: 50 }),
      result: 'Certificaat behaald.',
      effective: true,
      effectivenessNote: 'Legde het behandelplan zonder hulp uit.',
      effectivenessEvaluatedBy: org.director,
      effectivenessEvaluatedAt: scheme.after({ days: 80 }),
    },
    { state: 'evaluated' },
  )
}

/** Everybody, once a year. */
function addAwareness(build: Builder, org: Around, scheme: Scheme): readonly RecordId[] {
  let newest: readonly RecordId[] = []
  for (const [turn, at] of scheme.turns({ months: 12 }, { months: 3 }).entries()) {
    newest = org.people.map((person, index) =>
      build.add(
        awarenessRecord,
        { person, at, topics: TOPICS, method: 'meeting', givenBy: org.officer, result: 'sufficient' },
        { key: `awareness.${turn + 1}.${index + 1}` },
      ),
    )
  }
  return newest
}

function addCommunication(build: Builder, org: Around, scheme: Scheme): Support['communication'] {
  const days = scheme.turns({ months: 3 }, { days: 20 })
  const line = { owner: org.officer }
  const quarterly = build.add(
    communicationLine,
    {
      ...line,
      what: 'Stand van de doelstellingen en de belangrijkste meldingen',
      direction: 'internal',
      toEverybody: true,
      when: 'Elk kwartaal',
      withWhom: 'Alle medewerkers',
      how: 'In het gezamenlijke overleg',
      firstDue: days[0] ?? null,
      frequencyMonths: 3,
    },
    { validFrom: scheme.start },
  )
  const told = days.map((day) => ({ at: addDays(day, 2), by: org.director, note: null, evidence: null }))
  for (const [index, { at }] of told.entries()) {
    build.change(communicationLine, quarterly, at, { done: told.slice(0, index + 1) })
  }
  const occasional = build.add(
    communicationLine,
    {
      ...line,
      what: 'Wat er bij een incident speelt en wat ieder moet doen',
      direction: 'internal',
      when: 'Zodra een incident is vastgesteld',
      withWhom: 'Wie het raakt, en de directie',
      how: 'Telefonisch, daarna per bericht',
    },
    { validFrom: scheme.start },
  )
  const outside = build.add(
    communicationLine,
    {
      ...line,
      what: 'Een datalek',
      direction: 'external',
      when: 'Binnen 72 uur na ontdekking',
      withWhom: 'Autoriteit Persoonsgegevens en de getroffen klanten',
      how: 'Meldformulier, en een mail aan de contactpersoon',
    },
    { validFrom: scheme.start },
  )
  return [quarterly, occasional, outside]
}

/** How long before its year begins a decision is taken; the first one is taken when the ISMS starts. */
const DECIDED_BEFORE_DAYS = 30

function addResources(build: Builder, org: Around, scheme: Scheme): readonly RecordId[] {
  const made: RecordId[] = []
  for (let year = 0; ; year += 1) {
    const fromDate: CalendarDate = addMonths(scheme.start, year * 12)
    const decidedAt = year === 0 ? scheme.after({ days: 10 }) : addDays(fromDate, -DECIDED_BEFORE_DAYS)
    if (decidedAt > scheme.at) return made
    const set = {
      title: `Middelen voor jaar ${year + 1} van het ISMS`,
      fromDate,
      untilDate: addDays(addMonths(fromDate, 12), -1),
      hours: 400,
      budget: 15_000,
      people: 'Functionaris informatiebeveiliging één dag per week; eigenaren een dag per kwartaal.',
      means: 'Waarborg, een training per jaar, een externe auditor.',
      reason: 'Past bij het behandelplan en de doelstellingen van dit jaar.',
      preparedBy: org.officer,
      decidedBy: org.director,
      decidedAt,
    }
    made.push(build.add(resourceDecision, set, { state: 'decided', key: `resource_decision.${year + 1}` }))
  }
}

function addPapers(
  build: Builder,
  org: Around,
  scheme: Scheme,
): Pick<Support, 'procedure' | 'procedureVersion' | 'law'> {
  const { document: procedure, version: procedureVersion } = addDocument(build, scheme, {
    title: 'Beheer van documenten',
    type: 'procedure',
    key: 'document.document-control',
    owner: org.officer,
    approver: org.approver,
    text: DOCUMENT_CONTROL,
    also: { docCode: 'D-08' },
  })
  const law = addReviewed(
    build,
    document,
    {
      title: 'Algemene verordening gegevensbescherming',
      type: 'law',
      docCode: 'D-17',
      identifier: 'AVG',
      isExternal: true,
      source: 'Verordening (EU) 2016/679, eur-lex.europa.eu',
      owner: org.officer,
    },
    {
      first: scheme.after({ days: 15 }),
      turns: scheme.turns({ months: 12 }, { months: 4 }),
      on: (checkedAt) => ({ checkedAt }),
      key: 'document.privacy-law',
    },
  )
  build.set(organisation, org.organisation, {
    requiredDocuments: [{ name: 'Beheer van documenten', document: procedure }],
    placeholderPatterns: [{ pattern: '[Company Name]' }],
    recordClasses: [
      {
        name: 'Logboeken van systemen',
        personalData: true,
        accessLevel: 'group',
        retentionMonths: 12,
        disposal: 'destroy',
        disposeBy: scheme.ahead({ months: 9 }),
        disposedAt: null,
      },
      {
        name: 'Verslagen van audits en beoordelingen',
        personalData: false,
        accessLevel: 'organisation',
        retentionMonths: 72,
        disposal: 'destroy',
        disposeBy: null,
        disposedAt: null,
      },
    ],
  })
  return { procedure, procedureVersion, law }
}

const DOCUMENT_CONTROL = `<p>Een document heeft een eigenaar, een versie en een dag waarop het ingaat. Iemand anders dan de schrijver keurt het
goed. Er geldt steeds één versie; de vorige wordt ingetrokken en blijft drie jaar bewaard.</p>`
