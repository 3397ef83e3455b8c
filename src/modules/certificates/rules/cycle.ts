import { addMonths } from '../../../kernel/calendar.ts'
import { isInitial } from '../../../kernel/interval.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { type Rule, rule } from '../../../kernel/rule.ts'
import { always, breach, failing, forAll, heldAgainst, lookedFor, noPopulation, okay } from '../../../kernel/verdict.ts'
import { externalAudits } from '../../audits/domain/held.ts'
import { audit } from '../../audits/registers/audit.ts'
import { finding } from '../../audits/registers/finding.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { type Lateness, latenessOf, recertificationGap, standingCertificates, surveillances } from '../domain/cycle.ts'
import { openMajors } from '../domain/findings.ts'
import { type Certificate, certificate } from '../registers/certificate.ts'

const stage2InTime = rule(
  'R-CERT-1',
  {
    basis: 'CB',
    stage: 'S1',
    worst: 'OFI',
    reads: [audit, organisation],
    remedy: { owner: 'coordinator', register: 'audit', act: 'update' },
  },
  (facts) => {
    const { isms, moment, parameters } = facts
    // Once stage 2 has been held, the body has lived with the days between.
    if (!isInitial(facts, moment)) return noPopulation
    const audits = externalAudits(isms, moment)
    const stage1 = audits.findLast(({ kind }) => kind === 'stage1')
    const stage2 = audits.findLast(({ kind }) => kind === 'stage2')
    if (stage1 === undefined || stage2 === undefined) return noPopulation
    const records = [stage1.audit, stage2.audit].filter((one) => one !== null)
    const limit = addMonths(stage1.lastDay, parameters.stage2Months)
    if (stage2.firstDay <= limit) return okay(records)
    return breach({
      severity: 'OFI',
      values: { months: parameters.stage2Months, date: { date: stage2.firstDay }, limit: { date: limit } },
      failing: stage2.audit === null ? [] : [failing(stage2.audit, ['plannedAt', 'firstDay'])],
      lookedAt: records,
      lookedFor: [lookedFor('stage2_by', { date: { date: limit } })],
    })
  },
)

const surveillanceInTime = rule(
  'R-CERT-3',
  {
    basis: 'CB',
    stage: 'SV',
    worst: 'MAJ',
    reads: [certificate, audit, organisation],
    remedy: { owner: 'coordinator', register: 'audit', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    const overdue = (one: Certificate, lateness: Lateness, moment: Moment) =>
      surveillances(one).filter((demand) => latenessOf(isms, demand, moment) === lateness)
    const limitOf = (lateness: Lateness) => (them: readonly Certificate[]) => {
      const [first] = them.flatMap((one) => overdue(one, lateness, facts.moment))
      return { limit: { date: first?.limit ?? '' } }
    }
    const result = forAll(facts, standingCertificates(isms, facts.moment), [
      {
        variant: 'passed',
        grade: always('MAJ'),
        fails: (one, moment) => overdue(one, 'passed', moment).length > 0,
        values: limitOf('passed'),
      },
      {
        variant: 'unplanned',
        grade: always('MIN'),
        fails: (one, moment) => overdue(one, 'unplanned', moment).length > 0,
        values: limitOf('unplanned'),
        lookedFor: lookedFor('surveillance'),
      },
    ])
    const audits = externalAudits(isms, facts.moment).map((one) => one.audit)
    return heldAgainst(
      result,
      audits.filter((one) => one !== null),
    )
  },
)

const recertifiedInTime = rule(
  'R-CERT-4',
  {
    basis: 'CB',
    stage: 'RC',
    worst: 'MAJ',
    reads: [certificate, audit, organisation, finding],
    remedy: { owner: 'coordinator', register: 'audit', act: 'create' },
  },
  (facts) => {
    const { isms, moment } = facts
    const standing = standingCertificates(isms, moment)
    const [first] = standing
    const until = { date: { date: first?.validUntil ?? '' } }
    const open = openMajors(isms, moment)
    return forAll(facts, standing, [
      {
        variant: open.length > 0 ? 'majors' : 'expired',
        grade: always('MAJ'),
        fails: (one, at) => recertificationGap(isms, one, at) === 'expired',
        values: () => ({ ...until, majors: open.length }),
      },
      {
        variant: 'planned_late',
        grade: always('MIN'),
        fails: (one, at) => recertificationGap(isms, one, at) === 'planned_late',
        values: () => until,
      },
      {
        variant: 'unplanned',
        grade: always('MIN'),
        fails: (one, at) => recertificationGap(isms, one, at) === 'unplanned',
        values: () => until,
        lookedFor: lookedFor('recertification'),
      },
    ])
  },
)

export const rules: readonly Rule[] = [stage2InTime, surveillanceInTime, recertifiedInTime]
