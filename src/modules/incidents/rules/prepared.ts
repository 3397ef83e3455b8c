import { addMonths, months } from '../../../kernel/calendar.ts'
import { firstDue, isOverdue, newestReached } from '../../../kernel/interval.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import {
  breach,
  failing,
  lookedFor,
  noPopulation,
  notDue,
  okay,
  together,
  undetermined,
} from '../../../kernel/verdict.ts'
import { inForceAt, versionsOf } from '../../documents/domain/in-force.ts'
import { document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { holdersOf } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { roleAssignment } from '../../people/registers/role-assignment.ts'
import { localDays } from '../domain.ts'
import { securityEvent } from '../registers/security-event.ts'

function procedure({ isms, moment }: Facts): RuleResult {
  const inForce = inForceAt(isms, 'incident_procedure', moment).map(({ version }) => version)
  if (inForce.length > 0) return okay(inForce)
  const drafts = versionsOf(isms, 'incident_procedure').map(({ version }) => version)
  return breach({
    variant: drafts.length === 0 ? 'none' : 'draft',
    severity: drafts.length === 0 ? 'MAJ' : 'MIN',
    failing: drafts.slice(-1).map((version) => failing(version, ['state'])),
    lookedAt: drafts,
    lookedFor: [lookedFor('in_force', { type: { keys: ['document.type.incident_procedure'] } })],
  })
}

function lead({ isms, moment }: Facts): RuleResult {
  const roles = isms.all(role).filter((one) => one.state === 'active' && one.duties.includes('incident_lead'))
  const held = roles.filter((one) => holdersOf(isms, one.id, moment).length > 0)
  if (held.length > 0) return okay(held)
  const duties = { keys: ['role.duties.incident_lead'] }
  return breach({
    variant: 'unassigned',
    severity: 'MIN',
    failing: roles.map((one) => failing(one, ['duties'])),
    lookedAt: roles,
    lookedFor: [lookedFor('assignment', { duties })],
  })
}

const CONTACT_MONTHS = 12

function contacts(facts: Facts): RuleResult {
  const { isms, moment } = facts
  const own = isms.all(organisation)[0] ?? null
  if (own === null) return noPopulation
  const last = newestReached(moment, [own.contactListCheckedAt])
  const rhythm = { intervalMonths: CONTACT_MONTHS }
  const isLate = isOverdue(facts, moment, { last, ...rhythm })
  if (isLate === 'unknown') {
    const watch = [{ id: own.id, fields: ['ismsStart', 'contactListCheckedAt'] }]
    return undetermined([{ variant: 'contacts', values: {}, objects: [own.id], watch }], [own])
  }
  if (!isLate) {
    const due = last === null ? firstDue(facts, moment, rhythm) : null
    return due === null ? okay([own]) : notDue(due)
  }
  return breach({
    variant: 'contacts',
    severity: 'MIN',
    failing: [failing(own, ['contactListCheckedAt'])],
    lookedAt: [own],
  })
}

const incidentsPrepared = rule(
  'R-A.5.24-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    reads: [document, documentVersion, role, roleAssignment, person, organisation],
    remedy: { owner: 'coordinator', register: 'document_version', act: 'approve' },
  },
  (facts) => together(procedure(facts), lead(facts), contacts(facts)),
)

/** How long an ISMS runs, and how many people there are, before silence is strange. */
const RUNNING_MONTHS = 6
const MANY = 10

const peopleReport = rule(
  'R-A.6.8-1',
  {
    basis: 'P',
    stage: 'S2',
    worst: 'OFI',
    reads: [securityEvent, organisation],
    remedy: { owner: 'coordinator', register: 'security_event', act: 'create' },
  },
  ({ isms, moment, plan }) => {
    const own = isms.all(organisation)[0] ?? null
    if (own === null || plan.ismsStart === null) return noPopulation
    const { headcount } = own
    if (headcount !== null && headcount < MANY) return noPopulation
    const day = localDays(isms)
    const events = isms.all(securityEvent).filter((one) => one.state !== 'withdrawn' && one.reportedAt !== null)
    const recent = events.filter((one) => one.reportedAt !== null && moment.within(day(one.reportedAt), months(12)))
    if (recent.length > 0) return okay(recent)
    // Nobody having reported anything says something once it has run for a while.
    const runsSince = addMonths(plan.ismsStart, RUNNING_MONTHS)
    if (!moment.reached(runsSince)) return notDue(runsSince)
    if (headcount === null) {
      const watch = [{ id: own.id, fields: ['headcount'] }]
      return undetermined([{ variant: null, values: {}, objects: [own.id], watch }], events)
    }
    return breach({
      severity: 'OFI',
      values: { total: headcount },
      lookedAt: events,
      lookedFor: [lookedFor('any', { register: { keys: ['security_event.plural'] } })],
    })
  },
)

export const rules: readonly Rule[] = [incidentsPrepared, peopleReport]
