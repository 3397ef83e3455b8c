/** Backups that are made every night and never put back (a deviation from stage 2 on), and the plan for when it fails. */
import { type BackupPolicy, backupPolicy } from '../../src/modules/backups/registers/backup-policy.ts'
import { backupRun } from '../../src/modules/backups/registers/backup-run.ts'
import { continuityPlan } from '../../src/modules/continuity/registers/continuity-plan.ts'
import { continuityTest } from '../../src/modules/continuity/registers/continuity-test.ts'
import type { Actor } from './cast.ts'
import { act, create, type Given, idOf, idsOf, on, type Step } from './story.ts'

const person = (key: string) => idOf('person', key)

interface Policy {
  readonly key: string
  readonly systems: readonly string[]
  readonly owner: Actor
  readonly set: Given<BackupPolicy>
}

const POLICIES: readonly Policy[] = [
  {
    key: 'nacht',
    systems: ['webdienst', 'database', 'backup'],
    owner: 'youssef',
    set: {
      title: 'Elke nacht een kopie van de klantdatabase en de inrichting',
      contents: 'Gegevens van alle klanten, en de inrichting van de webdienst en de back-updienst zelf',
      frequencyHours: 24,
      retentionDays: 35,
      keptAt: 'Tweede rekencentrum van de cloudhost',
      supplier: idOf('supplier', 'cloudhost'),
      offline: false,
    },
  },
  {
    key: 'code',
    systems: ['bouwstraat'],
    owner: 'tijs',
    set: {
      title: 'Elke nacht een kopie van de broncode',
      contents: 'Broncode met geschiedenis, en de inrichting van de bouwstraat',
      frequencyHours: 24,
      retentionDays: 35,
      keptAt: 'Eigen opslag bij de cloudhost',
      supplier: idOf('supplier', 'cloudhost'),
      offline: false,
    },
  },
  {
    key: 'tickets',
    systems: ['tickets'],
    owner: 'sem',
    set: {
      title: 'Kopieën van de tickets door de leverancier',
      contents: 'Vragen, antwoorden en bijlagen; wij hebben geen eigen kopie',
      frequencyHours: 24,
      retentionDays: 30,
      keptAt: 'Bij Vraagbaak Online',
      supplier: idOf('supplier', 'tickets'),
      offline: false,
    },
  },
]

/** Failures report themselves; once a quarter somebody looks at the whole. */
const made = ({ key, systems, owner, set }: Policy) =>
  create(backupPolicy, key, {
    ...set,
    systems: idsOf('information_system', ...systems),
    encrypted: true,
    monitored: true,
    confirmMonths: 3,
    owner: person(owner),
  })

const looked = (at: string, runs: number) =>
  POLICIES.flatMap(({ key, systems }) =>
    systems.map((system) =>
      create(backupRun, `${system} ${at}`, {
        system: idOf('information_system', system),
        policy: idOf('backup_policy', key),
        at,
        result: 'success',
        runs,
        failed: 0,
        checkedBy: person('youssef'),
      }),
    ),
  )

const night = (at: string, result: 'failed' | 'success', note: string): Step =>
  on(
    `${at} 08:30`,
    'youssef',
    create(backupRun, `database ${at} ${result}`, {
      system: idOf('information_system', 'database'),
      policy: idOf('backup_policy', 'nacht'),
      at,
      result,
      runs: 1,
      failed: result === 'failed' ? 1 : 0,
      checkedBy: person('youssef'),
      note,
    }),
  )

const backups: readonly Step[] = [
  on('2025-10-13 11:00', 'youssef', ...POLICIES.map(made)),
  on('2025-10-13 16:00', 'ruben', ...POLICIES.map(({ key }) => act(backupPolicy, key, 'approve'))),
  on('2025-10-14 09:00', 'youssef', ...looked('2025-10-14', 30)),
  night('2025-12-17', 'failed', 'Tweede rekencentrum een uur niet bereikbaar; alarm om 03:10.'),
  night('2025-12-18', 'success', 'Weer gelukt, met de wijzigingen van twee dagen.'),
  on('2026-01-12 09:00', 'youssef', ...looked('2026-01-12', 90)),
]

const continuity: readonly Step[] = [
  on(
    '2025-12-01 11:40',
    'youssef',
    create(continuityPlan, 'roosterdienst', {
      title: 'De roosterdienst draaiend houden',
      services: idsOf('service', 'roosterdienst'),
      document: idOf('document', 'continuiteit'),
      owner: person('youssef'),
      leader: person('youssef'),
      deputy: person('ruben'),
      team: idsOf('person', 'youssef', 'ruben', 'noor', 'marit'),
      scenarios: [
        { what: 'Storing bij de cloudhost', answer: 'Herstel afwachten, klanten elk uur bericht geven', hours: 4 },
        { what: 'Gegevens verloren of versleuteld', answer: 'Back-up van de nacht terugzetten', hours: 4 },
        { what: 'Cloudhost valt blijvend weg', answer: 'Laatste back-up bij een tweede host', hours: 72 },
      ],
      alternatives: 'Klanten hebben het rooster van de week als pdf in hun mail.',
      reachable: 'Bellijst op papier bij de ingang en thuis bij vier mensen.',
    }),
  ),
  on(
    '2026-02-05 16:00',
    'youssef',
    create(continuityTest, 'doorloop', {
      title: 'Plan doorgelopen: de cloudhost valt weg op maandagochtend',
      plan: idOf('continuity_plan', 'roosterdienst'),
      services: idsOf('service', 'roosterdienst'),
      kind: 'walkthrough',
      scenario: 'De host is onbereikbaar en zegt niet wanneer hij terug is.',
      leader: person('youssef'),
      participants: idsOf('person', 'youssef', 'ruben', 'noor', 'marit'),
    }),
    act(continuityTest, 'doorloop', 'finish', {
      set: {
        result: 'partly',
        findings: 'Bellijst en berichten waren in orde. Niemand weet hoe lang terugzetten duurt: dat is nooit gedaan.',
        followUp: idsOf('action', '5.30', '5.29'),
      },
    }),
  ),
]

export const resilienceSteps: readonly Step[] = [...backups, ...continuity]
