import { addDays, addMonths } from '../../../../kernel/calendar.ts'
import type { CalendarDate, RecordId } from '../../../../kernel/register.ts'
import { action } from '../../../actions/register.ts'
import { document } from '../../../documents/registers/document.ts'
import { managementReview } from '../../../reviews/registers/management-review.ts'
import { policyComplianceCheck } from '../../../reviews/registers/policy-compliance-check.ts'
import type { Builder } from '../builder.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'

export interface Reviewing {
  /** Management reviews that were held, oldest first. */
  readonly reviews: readonly [RecordId, ...RecordId[]]
  /** What followed from each of them: done, but for the last one. */
  readonly reviewActions: readonly RecordId[]
  readonly nextReview: RecordId
  /** Managers' checks of every policy, by policy. */
  readonly complianceChecks: ReadonlyMap<RecordId, readonly RecordId[]>
}

type About = People & { readonly assessment: RecordId }

/** Once before stage 1, after the internal audit; yearly since. */
function reviewDays(scheme: Scheme): readonly [CalendarDate, ...CalendarDate[]] {
  if (scheme.phase === 'initial') return [scheme.after({ days: 130 })]
  const [first, ...later] = scheme.turns({ months: 12 }, { months: 3, days: 10 })
  return [first ?? scheme.ago({ months: 3 }), ...later]
}

function inputsOf(about: About, isFirst: boolean) {
  const say = (text: string, links: readonly RecordId[] = []) => ({ text, links })
  return {
    a: say(isFirst ? 'Dit is de eerste beoordeling.' : 'De actie van vorig jaar is gedaan.'),
    b: say('Geen verandering in de markt; de ploeg bleef gelijk.'),
    c: say('Twee klanten vroegen naar het certificaat.'),
    d1: say('Alle afwijkingen zijn op tijd afgehandeld.'),
    d2: say('De metingen lopen zoals verwacht; de lijn is vlak.'),
    d3: say('Interne audit besproken: één verbeterpunt.'),
    d4: say('Alle doelen liggen op koers.'),
    e: say('Klanten gaven een 8; van medewerkers kwamen twee ideeën.'),
    f: say('De hoogste risico’s zijn behandeld zoals gepland.', [about.assessment]),
    g: say('Inwerken op de eerste dag afronden.'),
  }
}

function addHeld(build: Builder, about: About, on: CalendarDate, turn: { index: number; isLast: boolean }) {
  const followUp = build.add(
    action,
    {
      title: 'Beleid laten lezen op de eerste werkdag',
      kind: 'mr_action',
      owner: about.officer,
      due: addMonths(on, turn.isLast ? 10 : 4),
      doneAt: turn.isLast ? null : addMonths(on, 2),
      result: turn.isLast ? null : 'Staat op de lijst voor de eerste dag.',
    },
    { key: `action.review.${turn.index}`, state: turn.isLast ? 'open' : 'done', validFrom: on },
  )
  const review = build.add(
    managementReview,
    {
      title: `Directiebeoordeling ${on.slice(0, 4)}`,
      plannedAt: on,
      heldAt: on,
      chair: about.director,
      attendees: [about.officer],
      inputs: inputsOf(about, turn.index === 0),
      outputs: {
        improvement: 'Nieuwe collega’s lezen het beleid op de eerste werkdag.',
        changes: 'Geen: het ISMS past zoals het is.',
      },
      effectivenessConclusion: 'Het ISMS past, is genoeg en werkt.',
      actions: [followUp],
      minutesApprovedBy: about.director,
      minutesApprovedAt: on,
    },
    { key: `management_review.${turn.index}`, state: 'minutes_approved', validFrom: on },
  )
  return { review, followUp }
}

/** For each policy that there is by now, one check on each turn. */
function addChecks(build: Builder, about: About, scheme: Scheme): ReadonlyMap<RecordId, readonly RecordId[]> {
  const turns = scheme.phase === 'initial' ? [scheme.after({ days: 125 })] : scheme.turns({ months: 12 }, { months: 5 })
  const policies = build.all(document).filter(({ type }) => type === 'infosec_policy' || type === 'topic_policy')
  return new Map(
    policies.map(({ id, title }) => [
      id,
      turns.map((checkedAt, turn) =>
        build.add(
          policyComplianceCheck,
          {
            title: `Naleving van ${String(title)}`,
            document: id,
            manager: about.director,
            method: 'Rondgang en drie gesprekken.',
            plannedAt: checkedAt,
            checkedAt,
            result: 'follows',
            seen: 'Mensen werken zoals het er staat.',
          },
          { key: `policy_compliance_check.${id}.${turn}`, state: 'done' },
        ),
      ),
    ]),
  )
}

/** INVARIANT: added after all documents, so that no policy is left unchecked. */
export function addReviews(build: Builder, about: About, scheme: Scheme): Reviewing {
  const [firstDay, ...laterDays] = reviewDays(scheme)
  const first = addHeld(build, about, firstDay, { index: 0, isLast: laterDays.length === 0 })
  const later = laterDays.map((on, index) =>
    addHeld(build, about, on, { index: index + 1, isLast: index + 1 === laterDays.length }),
  )
  const last = laterDays.at(-1) ?? firstDay
  const nextReview = build.add(
    managementReview,
    { title: 'Volgende directiebeoordeling', plannedAt: addDays(addMonths(last, 12), -14), chair: about.director },
    { key: 'management_review.next', validFrom: last },
  )
  return {
    reviews: [first.review, ...later.map(({ review }) => review)],
    reviewActions: [first, ...later].map(({ followUp }) => followUp),
    nextReview,
    complianceChecks: addChecks(build, about, scheme),
  }
}
