import { addMonths } from '../../kernel/calendar.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { RecordId } from '../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import { always, breach, forAll, isFilled, lookedFor, okay, orAll, together } from '../../kernel/verdict.ts'
import { type Action, action } from '../actions/register.ts'
import { service } from '../organisation/registers/service.ts'
import { lastReviewOf } from '../suppliers/domain.ts'
import { type Supplier, supplier } from '../suppliers/register.ts'
import { supplierReview } from '../suppliers/registers/supplier-review.ts'
import { type IsmsProcess, ismsProcess, PROCESS_KINDS } from './registers/isms-process.ts'
import { type IsmsRiskOpportunity, ismsRiskOpportunity } from './registers/isms-risk-opportunity.ts'

function isIncomplete(process: IsmsProcess): boolean {
  const hasOwner = process.owner !== null || process.ownerRole !== null
  return !(hasOwner && isFilled(process.inputs) && isFilled(process.outputs) && process.interactions.length > 0)
}

const processesDetermined = rule(
  'R-4.4-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-08',
    reads: [ismsProcess],
    remedy: { owner: 'coordinator', register: 'isms_process', act: 'update' },
  },
  (facts) => {
    const processes = facts.isms.all(ismsProcess).filter((process) => process.state === 'active')
    const uncovered = PROCESS_KINDS.filter((kind) => processes.every((process) => !process.covers.includes(kind)))
    const kinds = { keys: uncovered.map((kind) => `isms_process.covers.${kind}`) }
    const covered: RuleResult =
      uncovered.length === 0
        ? okay(processes)
        : breach({
            variant: 'uncovered',
            severity: 'MIN',
            values: { n: uncovered.length, total: PROCESS_KINDS.length, kinds },
            lookedAt: processes,
            lookedFor: [lookedFor('active', { register: { keys: ['isms_process.plural'] }, of: kinds })],
          })
    const described = forAll(facts, processes, [
      {
        variant: 'incomplete',
        fails: isIncomplete,
        fields: ['owner', 'ownerRole', 'inputs', 'outputs', 'interactions'],
      },
    ])
    return together(covered, described)
  },
)

const KINDS = ['risk', 'opportunity'] as const

const ismsRisksDetermined = rule(
  'R-6.1.1-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-08',
    reads: [ismsRiskOpportunity],
    remedy: { owner: 'coordinator', register: 'isms_risk_opportunity', act: 'create' },
  },
  (facts) => {
    const rows = facts.isms.all(ismsRiskOpportunity).filter((row) => row.state === 'active')
    const missing = KINDS.filter((kind) => rows.every((row) => row.kind !== kind))
    const kinds = { keys: missing.map((kind) => `isms_risk_opportunity.kind.${kind}`) }
    const present: RuleResult =
      missing.length === 0
        ? okay(rows)
        : breach({
            variant: 'none',
            severity: 'MIN',
            values: { n: missing.length, kinds },
            lookedAt: rows,
            lookedFor: [lookedFor('active', { register: { keys: ['isms_risk_opportunity.plural'] }, of: kinds })],
          })
    const described = forAll(facts, rows, [
      { variant: 'unlinked', fails: (row) => row.arisesFrom.length === 0, fields: ['arisesFrom'] },
      {
        variant: 'unplanned',
        fails: (row) => row.actions.length === 0 && !isFilled(row.noActionReason),
        fields: ['actions', 'noActionReason'],
      },
    ])
    return together(present, described)
  },
)

interface Planned {
  readonly id: string
  readonly row: IsmsRiskOpportunity
  readonly action: Action
}

/** Done, and nobody said within a year whether it worked. */
function isUnevaluated({ row, action: done }: Planned, moment: Moment): boolean {
  if (done.doneAt === null || !moment.reached(done.doneAt)) return false
  const due = addMonths(done.doneAt, 12)
  return row.evaluatedAt === null ? moment.late(due) : row.evaluatedAt > due
}

const ismsRisksEvaluated = rule(
  'R-6.1.1-2',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-08',
    reads: [ismsRiskOpportunity, action],
    remedy: { owner: 'object_owner', register: 'action', act: 'update' },
  },
  (facts) => {
    const rows = facts.isms.all(ismsRiskOpportunity).filter((row) => row.state === 'active')
    const planned = rows.flatMap((row) =>
      row.actions.flatMap((id): readonly Planned[] => {
        const found = facts.isms.find(action, id)
        return found === null || found.state === 'cancelled' ? [] : [{ id, row, action: found }]
      }),
    )
    return forAll(facts, planned, [
      { variant: 'open', fails: ({ action: one }) => one.owner === null || one.due === null, fields: ['owner', 'due'] },
      { variant: 'unevaluated', fails: isUnevaluated, object: ({ row }) => row.id },
    ])
  },
)

/** A service in scope or a process of the ISMS that somebody else carries out. */
interface Outsourced {
  /** Of the supplier, on whose page the answer stands; of the work itself where there is none. */
  readonly id: RecordId
  readonly work: RecordId
  readonly by: Supplier | null
}

function outsourced({ isms }: Facts): readonly Outsourced[] {
  const services = isms.all(service).filter(({ state, inScope }) => state === 'active' && inScope === true)
  const processes = isms.all(ismsProcess).filter(({ state }) => state === 'active')
  return [...services, ...processes].flatMap(({ id, providedBy }) =>
    providedBy === null ? [] : [outsourcedTo(id, isms.find(supplier, providedBy))],
  )
}

function outsourcedTo(work: RecordId, by: Supplier | null): Outsourced {
  return { id: by?.id ?? work, work, by }
}

function isAgreed({ contract }: Supplier, moment: Moment): boolean {
  return moment.reached(contract.agreedAt) && !moment.late(contract.endsAt)
}

const toWork = { object: ({ work }: Outsourced): RecordId => work }

const outsourcedControlled = rule(
  'R-8.1-3',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    document: 'D-09',
    reads: [service, ismsProcess, supplier, supplierReview],
    remedy: { owner: 'object_owner', register: 'supplier', act: 'update' },
  },
  (facts) =>
    forAll(facts, { of: outsourced(facts), grade: orAll(always('MIN')) }, [
      { ...toWork, variant: 'undemanded', fails: ({ by }) => !isFilled(by?.requirements), fields: ['requirements'] },
      {
        ...toWork,
        variant: 'unagreed',
        fails: ({ by }, moment) => by === null || !isAgreed(by, moment),
        fields: ['contract'],
      },
      {
        ...toWork,
        variant: 'unreviewed',
        // How long ago is the matter of R-A.5.22-1.
        fails: ({ by }, moment) => by === null || lastReviewOf(facts.isms, by, moment) === null,
        fields: ['lastReviewAt'],
      },
    ]),
)

export const rules: readonly Rule[] = [
  processesDetermined,
  ismsRisksDetermined,
  ismsRisksEvaluated,
  outsourcedControlled,
]
