import { addDays } from '../../../../kernel/calendar.ts'
import type { InputOf, RecordId } from '../../../../kernel/register.ts'
import { decision } from '../../../approvals/registers/decision.ts'
import { changeRecord } from '../../../changes/registers/change-record.ts'
import { ismsChange } from '../../../changes/registers/isms-change.ts'
import { project } from '../../../development/registers/project.ts'
import { release } from '../../../development/registers/release.ts'
import { ismsProcess } from '../../../processes/registers/isms-process.ts'
import { riskAssessment } from '../../../risks/registers/risk-assessment.ts'
import { occurrence } from '../../../tasks/registers/occurrence.ts'
import { recurringTask } from '../../../tasks/registers/recurring-task.ts'
import { task } from '../../../tasks/registers/task.ts'
import type { Builder } from '../builder.ts'
import type { Surroundings } from './context.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import type { Risks } from './risks.ts'
import type { Scheme } from './scheme.ts'
import type { Soa } from './statement.ts'

export interface Operation {
  /** Two that R-8.1-1 counts, and one that has a rule of its own. */
  readonly recurringTasks: readonly RecordId[]
  /** Of the first two, in order of their days. */
  readonly occurrences: readonly RecordId[]
  /** Ordinary ones, oldest first. */
  readonly systemChanges: readonly RecordId[]
  /** Approved beforehand, and decided to have no effect on the risks. */
  readonly significantChange: RecordId
  readonly noEffect: RecordId
  readonly project: RecordId
  /** Oldest first. */
  readonly releases: readonly RecordId[]
  readonly developmentRules: RecordId
  /** A process that the host carries out. */
  readonly outsourced: RecordId
  readonly tasks: readonly RecordId[]
}

type About = People & Soa & Surroundings & Risks

const ROUNDS = [
  { title: 'Updates van laptops en platform nalopen', control: '8.8', isDedicated: false },
  { title: 'Meldingen van de virusscanner nalopen', control: '8.7', isDedicated: false },
  { title: 'Lijst met accounts doorlopen', control: '5.18', isDedicated: true },
] as const

/** Every quarter, so that a few months may pass before the next one is missed. */
function addRounds(
  build: Builder,
  { officer, controls }: About,
  scheme: Scheme,
): Pick<Operation, 'recurringTasks' | 'occurrences'> {
  const days = scheme.turns({ months: 3 }, { days: 20 })
  const recurringTasks = ROUNDS.map(({ title, control, isDedicated }, index) =>
    build.add(
      recurringTask,
      {
        title,
        control: controls.get(control) ?? null,
        owner: officer,
        every: 3,
        unit: 'month',
        startsOn: days[0] ?? scheme.start,
        evidenceWanted: 'Een korte notitie van wat u zag',
        dedicatedRule: isDedicated,
      },
      { key: `recurring_task.${index + 1}`, validFrom: scheme.start },
    ),
  )
  const occurrences = recurringTasks.flatMap((of) =>
    days.map((day) =>
      build.add(
        occurrence,
        {
          recurringTask: of,
          due: day,
          assignee: officer,
          doneAt: day,
          by: officer,
          result: 'Nagelopen; niets bijzonders gezien.',
        },
        { state: 'done' },
      ),
    ),
  )
  return { recurringTasks, occurrences: occurrences.slice(0, 2 * days.length) }
}

/** What all changes have in common. */
function madeBy({ officer, approver, platform }: About): InputOf<typeof changeRecord> {
  return {
    kind: 'infrastructure',
    systems: [platform],
    emergency: false,
    owner: officer,
    approvedBy: approver,
    testedBy: officer,
    significantStatedBy: officer,
  }
}

function addChanges(build: Builder, about: About, scheme: Scheme): readonly RecordId[] {
  return scheme.turns({ months: 4 }, { months: 2 }).map((day, index) =>
    build.add(
      changeRecord,
      {
        ...madeBy(about),
        title: `Nieuwe versie van de database (${index + 1})`,
        significant: false,
        approvedAt: day,
        testedAt: addDays(day, 1),
        testResult: 'Getest op een kopie.',
        implementedAt: addDays(day, 2),
      },
      { key: `change_record.${index + 1}`, state: 'implemented' },
    ),
  )
}

function addSignificantChange(
  build: Builder,
  about: About,
  scheme: Scheme,
): Pick<Operation, 'significantChange' | 'noEffect'> {
  const day = scheme.after({ days: 40 })
  const significantChange = build.add(
    changeRecord,
    {
      ...madeBy(about),
      title: 'Platform naar een tweede rekencentrum',
      significant: true,
      riskChecked: true,
      consequences: 'Gegevens staan korte tijd op twee plaatsen.',
      fallback: 'Terug naar het eerste rekencentrum.',
      approvedAt: addDays(day, -4),
      testedAt: addDays(day, -2),
      testResult: 'Geoefend met een kopie van alle gegevens.',
      implementedAt: day,
    },
    { key: 'change_record.significant', state: 'implemented' },
  )
  const noEffect = build.add(
    decision,
    {
      title: 'Geen nieuwe risico’s door het tweede rekencentrum',
      kind: 'no_effect',
      subject: significantChange,
      reason: 'De eerste risicobeoordeling gaat al uit van beide rekencentra.',
      by: about.officer,
      at: scheme.after({ days: 62 }),
    },
    { key: 'decision.no-effect' },
  )
  return { significantChange, noEffect }
}

function addDevelopment(
  build: Builder,
  { officer, approver, people, risks, platform, service }: About,
  scheme: Scheme,
): Pick<Operation, 'project' | 'releases' | 'developmentRules'> {
  const maker = people[4] ?? officer
  const running = build.add(
    project,
    {
      title: 'Planbord op de telefoon',
      owner: maker,
      touchesInformation: true,
      touchesInformationStatedBy: officer,
      securityRequirements: 'Aanmelden met twee factoren; geen gegevens bewaren op de telefoon.',
      securityAgreedAt: scheme.ago({ days: 80 }),
      risks: risks.slice(0, 1),
      systems: [platform],
      startsOn: scheme.ago({ days: 90 }),
      buildStartsOn: scheme.ago({ days: 60 }),
      endsOn: scheme.ahead({ months: 6 }),
    },
    { key: 'project.mobile' },
  )
  const releases = scheme.turns({ months: 2 }, { days: 25 }).map((day, index) =>
    build.add(
      release,
      {
        title: `Planbord ${index + 1}.0`,
        product: service,
        versionLabel: `${index + 1}.0`,
        owner: maker,
        madeBy: [maker],
        reviewedBy: approver,
        reviewedAt: addDays(day, -2),
        securityTest: 'passed',
        securityTestedAt: addDays(day, -1),
        testNote: 'Scan van code en afhankelijkheden, zonder bevindingen.',
        releasedAt: day,
      },
      { key: `release.${index + 1}`, state: 'released' },
    ),
  )
  const { version } = addDocument(build, scheme, {
    title: 'Regels voor veilig ontwikkelen',
    type: 'development_rules',
    owner: officer,
    approver,
    key: 'document.development',
  })
  return { project: running, releases, developmentRules: version }
}

function addTasks(build: Builder, { officer, director, approver, change }: About, scheme: Scheme): readonly RecordId[] {
  const asked = scheme.ago({ days: 30 })
  return [
    build.add(
      task,
      {
        title: 'Uitleg van het nieuwe beleid in het werkoverleg',
        subject: change,
        assignee: officer,
        askedBy: director,
        due: scheme.ahead({ months: 3 }),
        evidenceWanted: 'Het verslag van het werkoverleg',
      },
      { key: 'task.explain', validFrom: asked },
    ),
    build.add(
      task,
      {
        title: 'Contactlijst bij incidenten ophangen',
        assignee: officer,
        askedBy: director,
        due: scheme.ago({ days: 10 }),
        doneAt: scheme.ago({ days: 14 }),
        result: 'Hangt bij de ingang.',
        verifiedBy: approver,
        verifiedAt: scheme.ago({ days: 12 }),
      },
      { key: 'task.contacts', state: 'verified' },
    ),
  ]
}

/** What clause 8 asks: work that comes round, changes under control, work given to others, and what is built. */
export function addOperation(build: Builder, about: About, scheme: Scheme): Operation {
  const { officer, host, change } = about
  build.set(ismsChange, change, { significant: false, significantStatedBy: officer })
  for (const { id } of build.all(riskAssessment)) build.set(riskAssessment, id, { snapshotHash: 'a1'.repeat(32) })
  const outsourced = build.add(
    ismsProcess,
    {
      title: 'Beheer van de servers',
      owner: officer,
      inputs: 'Eisen aan beschikbaarheid en beveiliging',
      outputs: 'Een platform dat werkt, met een maandelijks verslag',
      interactions: [{ process: about.processes[0] ?? null, what: 'Meldt wat er misging' }],
      providedBy: host,
    },
    { key: 'isms_process.hosting', validFrom: scheme.start },
  )
  return {
    ...addRounds(build, about, scheme),
    systemChanges: addChanges(build, about, scheme),
    ...addSignificantChange(build, about, scheme),
    ...addDevelopment(build, about, scheme),
    outsourced,
    tasks: addTasks(build, about, scheme),
  }
}
