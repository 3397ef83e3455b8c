import { addDays } from '../../../../kernel/calendar.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import type { SYSTEM_CLASSES } from '../../../../kernel/system-class.ts'
import { accessGrant } from '../../../access/register.ts'
import { asset } from '../../../assets/registers/asset.ts'
import { informationSystem } from '../../../assets/registers/information-system.ts'
import { baseline } from '../../../configurations/register.ts'
import { keyOrCertificate } from '../../../cryptography/register.ts'
import { logReview } from '../../../logs/register.ts'
import { location } from '../../../organisation/registers/location.ts'
import { entryRightsReview } from '../../../premises/registers/entry-rights-review.ts'
import { visitorLog } from '../../../premises/registers/visitor-log.ts'
import type { Builder } from '../builder.ts'
import { addDocument } from './documents.ts'
import type { People } from './people.ts'
import { addReviewed } from './reviewed.ts'
import type { Scheme } from './scheme.ts'
import type { Things } from './things.ts'

export interface Protection {
  /** Oldest first, as everything here that recurs. */
  readonly entryReviews: readonly RecordId[]
  readonly visits: readonly RecordId[]
  /** By class of system. */
  readonly baselines: ReadonlyMap<SystemClass, RecordId>
  readonly logReviews: readonly RecordId[]
  readonly cryptographyRules: RecordId
  readonly keys: readonly RecordId[]
}

export type SystemClass = (typeof SYSTEM_CLASSES)[number]
type Handles = People & Things

/** The platform first; most of what an organisation adds is an application that somebody else runs. */
const CLASSES: readonly SystemClass[] = [
  'cloud_platform',
  'cloud_application',
  'cloud_application',
  'internal_server',
  'cloud_application',
  'internet_facing',
]

export function classOf(index: number): SystemClass {
  return CLASSES[index % CLASSES.length] ?? 'other'
}

const CLASS_NAMES: Readonly<Record<SystemClass, string>> = {
  internet_facing: 'Servers aan het internet',
  internal_server: 'Interne servers',
  cloud_application: 'Toepassingen in de cloud',
  cloud_platform: 'Platform in de cloud',
  workstation: 'Werkplekken',
  network: 'Netwerk',
  other: 'Overige systemen',
}

const YEARLY = { months: 12 }
const QUARTERLY = { months: 3 }
/** Longer than a quarter, so that looking four times a year is in time. */
const LOG_DAYS = 100

function setFacts(build: Builder, { systems, office }: Handles): void {
  build.set(location, office, { receivesVisitors: true })
  for (const [index, system] of systems.entries()) {
    build.set(informationSystem, system, {
      systemClass: classOf(index),
      remoteAccess: true,
      privilegedAccess: true,
      mfa: true,
      loggingRequired: true,
      loggingOn: true,
      logsProtected: true,
      logReviewIntervalDays: LOG_DAYS,
      rtoHours: 24,
      rpoHours: 24,
    })
  }
}

/** Devices report themselves every few weeks, so a laptop has a version for each of the last months and no more. */
const SEEN_EVERY = { days: 28 }
const SEEN_MONTHS = 7

function reportLaptops(build: Builder, { laptops }: Handles, scheme: Scheme): void {
  const since = scheme.ago({ months: SEEN_MONTHS })
  const days = scheme.turns(SEEN_EVERY, { days: 4 }).filter((day) => day >= since)
  for (const laptop of laptops) {
    build.set(asset, laptop, { encrypted: true, managed: true, osSupported: true, lastSeen: days[0] ?? scheme.at })
    for (const day of days.slice(1)) build.change(asset, laptop, day, { lastSeen: day })
  }
}

/** Every privileged right that was given so far: a separate account, a reason, and a look each quarter. */
function reviewPrivileges(build: Builder, scheme: Scheme): void {
  for (const grant of build.all(accessGrant)) {
    if (grant['privileged'] !== true) continue
    build.set(accessGrant, grant.id, { separateAccount: true, reason: 'Beheer en storingen verhelpen.' })
    for (const day of scheme.turns(QUARTERLY, { months: 1 })) {
      if (day > grant.validFrom) build.change(accessGrant, grant.id, day, { privilegedReviewedAt: day })
    }
  }
}

function addPremises(build: Builder, org: Handles, scheme: Scheme): Pick<Protection, 'entryReviews' | 'visits'> {
  const entryReviews = scheme.turns(YEARLY, { months: 7 }).map((doneAt) =>
    build.add(entryRightsReview, {
      location: org.office,
      doneAt,
      by: org.officer,
      holders: scheme.people,
      withdrawn: 1,
      badgesReturned: true,
      findings: 'Eén oude badge geblokkeerd; de rest klopte.',
      followedUpAt: doneAt,
    }),
  )
  const visits = scheme.turns(QUARTERLY, { days: 8 }).map((visitedAt, index) =>
    build.add(visitorLog, {
      visitor: `Bezoekerslijst, blad ${index + 1}`,
      location: org.office,
      visitedAt,
      host: org.officer,
      purpose: 'Overleg en onderhoud',
      accompanied: true,
      visitors: 9,
    }),
  )
  return { entryReviews, visits }
}

function addBaselines(build: Builder, org: Handles, scheme: Scheme): Protection['baselines'] {
  const used = new Set(org.systems.map((_, index) => classOf(index)))
  return new Map(
    [...used].map((systemClass) => [
      systemClass,
      addReviewed(
        build,
        baseline,
        {
          title: CLASS_NAMES[systemClass],
          systemClass,
          settings: 'Alleen wat nodig is staat aan; updates binnen een week; aanmelden met een tweede stap.',
          source: 'De richtlijn van de leverancier',
          owner: org.officer,
          approvedBy: org.approver,
          approvedAt: scheme.after({ days: 30 }),
        },
        {
          first: scheme.after({ days: 30 }),
          turns: scheme.turns(YEARLY, { months: 7 }),
          on: (day) => ({ checkedBy: org.officer, checkedAt: day, checkResult: 'Alles staat zoals vastgelegd.' }),
          state: 'in_force',
          key: `baseline.${systemClass}`,
        },
      ),
    ]),
  )
}

function reviewLogs(build: Builder, org: Handles, scheme: Scheme): readonly RecordId[] {
  return scheme.turns(QUARTERLY, { days: 6 }).map((doneAt) =>
    build.add(
      logReview,
      {
        title: 'Aanmeldingen en meldingen bekeken',
        systems: org.systems,
        method: 'alerts',
        doneAt,
        by: org.officer,
        periodFrom: addDays(doneAt, -90),
        periodTo: addDays(doneAt, -1),
        result: 'nothing_unusual',
        findings: 'Twee mislukte aanmeldingen, nagevraagd: een vergeten wachtwoord.',
      },
      { state: 'done' },
    ),
  )
}

function addKeys(build: Builder, org: Handles, scheme: Scheme): Pick<Protection, 'cryptographyRules' | 'keys'> {
  const rules = addDocument(build, scheme, {
    title: 'Regels voor versleuteling',
    type: 'cryptography_rules',
    owner: org.officer,
    approver: org.approver,
    key: 'document.cryptography',
    also: { topicControls: ['8.24'] },
  })
  const kept = { systems: [org.platform], owner: org.officer, expiresAt: scheme.ahead({ months: 9 }) }
  const told = { validFrom: scheme.start }
  const keys = [
    build.add(
      keyOrCertificate,
      { ...kept, title: 'planbord.example', kind: 'server_certificate', automaticRenewal: true },
      told,
    ),
    build.add(keyOrCertificate, { ...kept, title: 'Sleutel van de back-ups', kind: 'encryption_key' }, told),
    build.add(keyOrCertificate, { ...kept, title: 'Ondertekening van mail', kind: 'domain_key' }, told),
  ]
  return { cryptographyRules: rules.document, keys }
}

/** What rooms, devices, rights, settings, logs and keys need, and who looks at them when. */
export function addProtection(build: Builder, org: Handles, scheme: Scheme): Protection {
  setFacts(build, org)
  reportLaptops(build, org, scheme)
  reviewPrivileges(build, scheme)
  return {
    ...addPremises(build, org, scheme),
    baselines: addBaselines(build, org, scheme),
    logReviews: reviewLogs(build, org, scheme),
    ...addKeys(build, org, scheme),
  }
}
