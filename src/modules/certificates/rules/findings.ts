import { addDays, addMonths } from '../../../kernel/calendar.ts'
import { type Rule, rule } from '../../../kernel/rule.ts'
import { always, forAll, lookedFor } from '../../../kernel/verdict.ts'
import { audit } from '../../audits/registers/audit.ts'
import { finding } from '../../audits/registers/finding.ts'
import { externalNonconformities, initialMajors, isImplemented } from '../domain/findings.ts'
import { certificate } from '../registers/certificate.ts'

const initialMajorsVerified = rule(
  'R-CERT-2',
  {
    basis: 'CB',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-15',
    reads: [finding, audit, certificate],
    remedy: { owner: 'object_owner', register: 'finding', act: 'implement' },
  },
  (facts) => {
    const months = facts.parameters.initialMajorMonths
    return forAll(facts, { of: initialMajors(facts.isms, facts.moment), grade: always('MAJ') }, [
      {
        fails: ({ finding: one, on }, moment) => {
          const limit = addMonths(on, months)
          // Verified after the limit it does not count any more: stage 2 has to be done again.
          return moment.reached(one.verifiedAt) ? one.verifiedAt !== null && one.verifiedAt > limit : moment.late(limit)
        },
        fields: ['verifiedAt'],
        values: () => ({ months }),
        lookedFor: lookedFor('verification'),
      },
    ])
  },
)

const externalHandled = rule(
  'R-CERT-5',
  {
    basis: 'CB',
    stage: 'SV',
    worst: 'MAJ',
    document: 'D-15',
    reads: [finding, audit],
    remedy: { owner: 'object_owner', register: 'finding', act: 'implement' },
  },
  (facts) => {
    const { minorPlanDays, majorDays } = facts.parameters
    return forAll(facts, externalNonconformities(facts.isms, facts.moment), [
      {
        variant: 'major',
        grade: always('MAJ'),
        fails: ({ finding: one, on }, moment) =>
          one.grade === 'major' && !moment.reached(one.verifiedAt) && moment.late(on, majorDays),
        fields: ['verifiedAt'],
        values: () => ({ days: majorDays }),
        lookedFor: lookedFor('verification'),
      },
      {
        variant: 'open',
        grade: always('MAJ'),
        // The auditor comes at t (readiness 1.10, 6): what is open after the audit that found it is open at the next one.
        fails: (one, moment) => one.finding.grade === 'minor' && moment.late(one.on) && !isImplemented(one, moment),
        fields: ['implementedAt', 'implementationEvidence'],
        lookedFor: lookedFor('implementation'),
      },
      {
        variant: 'plan',
        grade: always('MIN'),
        // What the auditor has verified since, he no longer asks a plan for.
        fails: ({ finding: one, on }, moment) => {
          if (one.grade !== 'minor' || moment.reached(one.verifiedAt)) return false
          if (one.planAcceptedAt === null) return moment.late(on, minorPlanDays)
          return one.planAcceptedAt > addDays(on, minorPlanDays)
        },
        fields: ['planAcceptedAt'],
        values: () => ({ days: minorPlanDays }),
      },
    ])
  },
)

export const rules: readonly Rule[] = [initialMajorsVerified, externalHandled]
