import { addDays } from '../../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../../kernel/register.ts'
import { backupPolicy } from '../../../backups/registers/backup-policy.ts'
import { backupRun } from '../../../backups/registers/backup-run.ts'
import { restoreTest } from '../../../backups/registers/restore-test.ts'
import { continuityPlan } from '../../../continuity/registers/continuity-plan.ts'
import { continuityTest } from '../../../continuity/registers/continuity-test.ts'
import { service } from '../../../organisation/registers/service.ts'
import { risk } from '../../../risks/registers/risk.ts'
import { scanRun } from '../../../vulnerabilities/registers/scan-run.ts'
import { vulnerability } from '../../../vulnerabilities/registers/vulnerability.ts'
import { weakness } from '../../../vulnerabilities/registers/weakness.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import { classOf, type SystemClass } from './protection.ts'
import type { Risks } from './risks.ts'
import type { Scheme } from './scheme.ts'
import type { Things } from './things.ts'

export interface Resilience {
  readonly backupPolicy: RecordId
  /** Oldest first, as everything here that recurs. */
  readonly backupRuns: readonly RecordId[]
  readonly restoreTests: readonly RecordId[]
  readonly continuityPlan: RecordId
  readonly continuityDocument: RecordId
  readonly continuityTests: readonly RecordId[]
  readonly scans: readonly RecordId[]
  /** What each scan found; the newest is still open. */
  readonly vulnerabilities: readonly RecordId[]
  readonly weaknesses: readonly RecordId[]
}

type Handles = People & Things & Risks

const YEARLY = { months: 12 }
const QUARTERLY = { months: 3 }

function addBackups(
  build: Builder,
  org: Handles,
  scheme: Scheme,
): Pick<Resilience, 'backupPolicy' | 'backupRuns' | 'restoreTests'> {
  const policy = build.add(
    backupPolicy,
    {
      title: 'Dagelijkse back-up',
      systems: org.systems,
      contents: 'Gegevens, instellingen en sleutels',
      frequencyHours: 24,
      retentionDays: 90,
      keptAt: 'Een ander datacenter, versleuteld',
      offline: true,
      encrypted: true,
      monitored: true,
      confirmMonths: 3,
      owner: org.officer,
      approvedBy: org.approver,
      approvedAt: scheme.after({ days: 1 }),
    },
    { state: 'in_force' },
  )
  const looks = [scheme.after({ days: 1 }), ...scheme.turns(QUARTERLY, { days: 5 })]
  const backupRuns = looks.flatMap((at) =>
    org.systems.map((system) =>
      build.add(backupRun, { system, policy, at, result: 'success', runs: 90, failed: 0, checkedBy: org.officer }),
    ),
  )
  const restoreTests = scheme.turns(YEARLY, { months: 7 }).map((doneAt) =>
    build.add(
      restoreTest,
      {
        title: 'Terugzetten van een dag gegevens',
        systems: org.systems,
        what: 'De database van de dag ervoor, in een lege omgeving',
        doneAt,
        by: org.officer,
        backupFrom: addDays(doneAt, -1),
        result: 'success',
        hoursNeeded: 3,
        rtoMet: true,
        intact: true,
        findings: 'De handleiding miste één stap; aangevuld.',
      },
      { state: 'done' },
    ),
  )
  return { backupPolicy: policy, backupRuns, restoreTests }
}

function addContinuity(
  build: Builder,
  org: Handles,
  scheme: Scheme,
): Pick<Resilience, 'continuityPlan' | 'continuityDocument' | 'continuityTests'> {
  build.set(service, org.service, { critical: true, rtoHours: 24, rpoHours: 24 })
  const paper = addDocument(build, scheme, {
    title: 'Continuïteitsplan',
    type: 'continuity_plan',
    owner: org.officer,
    approver: org.approver,
    key: 'document.continuity',
  })
  const plan = build.add(
    continuityPlan,
    {
      title: 'Uitval van het platform',
      services: [org.service],
      document: paper.document,
      owner: org.officer,
      leader: org.director,
      deputy: org.officer,
      scenarios: [{ what: 'De cloud valt een dag uit', answer: 'Terugzetten bij een andere aanbieder', hours: 24 }],
      alternatives: 'Klanten krijgen de planning van morgen per mail.',
      reachable: 'Een belboom op papier, ook thuis.',
    },
    { key: 'continuity_plan.platform', validFrom: scheme.after({ days: 30 }) },
  )
  const continuityTests = scheme.turns(YEARLY, { months: 7 }).map((doneAt) =>
    build.add(
      continuityTest,
      {
        title: 'Uitval van de cloud, aan tafel',
        plan,
        kind: 'tabletop',
        scenario: 'Het platform is een dag onbereikbaar, op een maandagochtend.',
        doneAt,
        leader: org.director,
        participants: [...new Set([org.director, org.officer])],
        result: 'success',
        hoursNeeded: 2,
        findings: 'Iedereen wist wat te doen.',
        noFollowUpReason: 'Niets te verbeteren; volgend jaar een ander scenario.',
      },
      { state: 'done' },
    ),
  )
  return { continuityPlan: plan, continuityDocument: paper.document, continuityTests }
}

/** Where a fault is mended within: well inside the time for its severity. */
const FIXED_DAYS = 20

/** One fault of medium severity by scan: mended before the next, the newest not yet. */
function addFound(
  build: Builder,
  org: Handles,
  scheme: Scheme,
  found: { readonly scan: RecordId; readonly foundAt: CalendarDate },
): RecordId {
  const id = build.add(vulnerability, {
    title: 'Verouderde bibliotheek in de webserver',
    severity: 'medium',
    systems: [org.platform],
    foundBy: 'scan',
    owner: org.officer,
    ...found,
  })
  const fixedAt = addDays(found.foundAt, FIXED_DAYS)
  if (fixedAt <= scheme.at) {
    const mended = { fixedBy: org.officer, fixedAt, verifiedAt: fixedAt, solution: 'Bijgewerkt.' }
    build.change(vulnerability, id, fixedAt, { ...mended, state: 'verified' })
  }
  return id
}

function addScans(build: Builder, org: Handles, scheme: Scheme): Pick<Resilience, 'scans' | 'vulnerabilities'> {
  const used = new Set(org.systems.map((_, index) => classOf(index)))
  const inside = [...used].filter((one) => one !== 'internet_facing' && one !== 'cloud_application')
  const scan = (title: string, systemClasses: readonly SystemClass[], doneAt: CalendarDate): RecordId =>
    build.add(
      scanRun,
      { title, kind: 'internal', systemClasses, tool: 'Scanner', doneAt, by: org.officer, critical: 0, high: 0 },
      { state: 'done' },
    )
  const quarters = scheme.turns(QUARTERLY, { days: 6 })
  const runs = quarters.map((foundAt) => ({ foundAt, scan: scan('Kwartaalscan', inside, foundAt) }))
  const outside = used.has('internet_facing')
    ? scheme.turns({ months: 1 }, { days: 3 }).map((day) => scan('Maandscan van buitenaf', ['internet_facing'], day))
    : []
  return {
    scans: [...runs.map((run) => run.scan), ...outside],
    vulnerabilities: runs.map((run) => addFound(build, org, scheme, run)),
  }
}

/** One for each group of MAPGOOD. */
const WEAKNESSES = [
  ['people', 'Kennis bij één persoon'],
  ['equipment', 'Laptops gaan mee naar huis'],
  ['software', 'Veel bibliotheken van anderen'],
  ['data', 'Gegevens staan op meer plekken'],
  ['organisation', 'Afspraken alleen mondeling'],
  ['environment', 'Kantoor in een gedeeld gebouw'],
  ['services', 'Afhankelijk van één aanbieder'],
] as const

function addWeaknesses(build: Builder, org: Handles, scheme: Scheme): readonly RecordId[] {
  const weaknesses = WEAKNESSES.map(([category, title]) =>
    build.add(weakness, { title, category, source: 'Eigen ervaring' }, { validFrom: scheme.start }),
  )
  for (const [index, id] of org.risks.entries()) {
    build.set(risk, id, { weaknesses: weaknesses.slice(index % weaknesses.length).slice(0, 1) })
  }
  return weaknesses
}

/** How the organisation comes back from what fails, and finds what could: backups, plans, scans. */
export function addResilience(build: Builder, org: Handles, scheme: Scheme): Resilience {
  return {
    ...addBackups(build, org, scheme),
    ...addContinuity(build, org, scheme),
    ...addScans(build, org, scheme),
    weaknesses: addWeaknesses(build, org, scheme),
  }
}
