import { addDays } from '../../../../kernel/calendar.ts'
import type { RecordId } from '../../../../kernel/register.ts'
import { accessGrant } from '../../../access/register.ts'
import { accessReview } from '../../../access/registers/access-review.ts'
import { informationSystem } from '../../../assets/registers/information-system.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import type { Things } from './things.ts'

export interface Access {
  /** One for each of the people, in order; after them, where there is a certificate, a newer one. */
  readonly grants: readonly RecordId[]
  /** Of the platform first, of each system oldest first. */
  readonly accessReviews: readonly RecordId[]
}

/** Whoever does not get it himself: the approver, else the officer, else somebody outside. */
function otherThan(who: RecordId, { approver, officer, outsider }: People): RecordId {
  return [approver, officer].find((other) => other !== who) ?? outsider
}

/** Everybody may use one system. */
function addGrants(build: Builder, org: People & Things, scheme: Scheme): readonly RecordId[] {
  // Somebody always gets something new, so that there is something to look at.
  const also = scheme.phase === 'certified' ? [addRecent(build, org, scheme)] : []
  const first = org.people.map((who, index) =>
    build.add(
      accessGrant,
      {
        person: who,
        system: org.systems[index % org.systems.length] ?? org.platform,
        accessRole: 'Gebruiker',
        privileged: false,
        reason: 'Nodig voor het dagelijkse werk.',
        approvedBy: otherThan(who, org),
        approvedAt: scheme.after({ days: 11 }),
        grantedAt: scheme.after({ days: 12 }),
      },
      { key: `access_grant.user.${index + 1}`, state: 'granted' },
    ),
  )
  return [...first, ...also]
}

function addRecent(build: Builder, org: People & Things, scheme: Scheme): RecordId {
  return build.add(
    accessGrant,
    {
      person: org.owners[0],
      system: org.platform,
      accessRole: 'Inzien van rapporten',
      privileged: false,
      reason: 'Volgt de cijfers van de dienst.',
      approvedBy: otherThan(org.owners[0], org),
      approvedAt: scheme.ago({ months: 7, days: 3 }),
      grantedAt: scheme.ago({ months: 7, days: 2 }),
    },
    { key: 'access_grant.recent', state: 'granted' },
  )
}

/** Each quarter for each system, and what was decided is carried out within days. */
function addReviews(build: Builder, { officer, systems }: People & Things, scheme: Scheme): readonly RecordId[] {
  const turns = scheme.turns({ months: 3 }, { days: 20 })
  return systems.flatMap((system, index) =>
    turns.map((doneAt, turn) =>
      build.add(
        accessReview,
        {
          system,
          plannedAt: doneAt,
          reviewer: officer,
          population: 'Lijst van alle accounts, uit het systeem zelf.',
          populationCount: 4,
          doneAt,
          changesDecided: turn % 2,
          ...(turn % 2 === 1 && {
            changes: 'Eén account kreeg minder rechten.',
            changesDoneAt: addDays(doneAt, 5),
          }),
        },
        { key: `access_review.${index + 1}.${turn + 1}`, state: turn % 2 === 1 ? 'closed' : 'done' },
      ),
    ),
  )
}

/** Who has access to what, and that somebody looks at it. */
export function addAccess(build: Builder, org: People & Things, scheme: Scheme): Access {
  if (scheme.phase === 'certified') {
    for (const system of org.systems) {
      build.set(informationSystem, system, {
        accessReviewIntervalMonths: 3,
        accessReviewReason: 'Er komen en gaan vaak mensen, en een kwartaal is goed te onthouden.',
      })
    }
  }
  return { grants: addGrants(build, org, scheme), accessReviews: addReviews(build, org, scheme) }
}
