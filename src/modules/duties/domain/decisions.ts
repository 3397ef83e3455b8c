import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { Guard } from '../../../kernel/module.ts'
import type { Actor } from '../../../kernel/permission.ts'
import type { Register, Transition } from '../../../kernel/register.ts'
import { parametersInForce } from '../../organisation/domain/parameters.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { mayDo, ownerOf } from '../../registers/domain.ts'

/** A record whose next act is a decision of the organisation. */
export interface OpenDecision {
  readonly register: Register
  readonly record: AnyRecord
  readonly act: string
}

type Waits = (record: AnyRecord, isms: Isms) => boolean
const never: Waits = () => false
const without =
  (field: string): Waits =>
  (record) =>
    record[field] === null

/**
 * Where the state alone does not tell whether a decision waits. The yes to a treatment and to what remains of a risk is given
 * as an approval (R-6.1.3-f-1 and -2), so the acts of those records ask for nothing beside it.
 */
const WAITS: Readonly<Record<string, Waits>> = {
  'organisation.approveParameters': ({ id }, isms) =>
    parametersInForce(isms.find(organisation, id)).approval !== 'approved',
  'statement_line.confirmExclusion': never,
  'competence_evidence.assess': without('assessedAt'),
  'role_assignment.accept': without('acceptedAt'),
  'treatment.approve': never,
  'treatment.accept': never,
  'risk.accept': (record) => record['decision'] !== 'treat',
  'risk.acceptResidual': never,
}

/** What waits for a decision of somebody, whoever it may be. */
export function openDecisions(isms: Isms, registers: readonly Register[]): readonly OpenDecision[] {
  return registers.flatMap((register) => {
    const { transitions } = register.states
    if (!Object.values(transitions).some(({ isApproval }) => isApproval)) return []
    // What a state leads to is worked out once for each state.
    const acts = new Map<string, string | null>()
    const actOf = (state: string): string | null => {
      const known = acts.get(state)
      const act = known === undefined ? decisionAct(register, state) : known
      acts.set(state, act)
      return act
    }
    return isms.all(register).flatMap((record): readonly OpenDecision[] => {
      const act = actOf(record.state)
      if (act === null || WAITS[`${register.name}.${act}`]?.(record, isms) === false) return []
      return [{ register, record, act }]
    })
  })
}

/** The decision that a state leads to next; null where it leads to none, or is still being prepared. */
function decisionAct(register: Register, state: string): string | null {
  const found = Object.entries(register.states.transitions).find(
    ([act, step]) => isForward(step) && step.from.includes(state) && !isPrepared(register, state, act),
  )
  return found?.[0] ?? null
}

/** A no, an end and a way back take a reason; a yes takes none. */
function isForward(step: Transition): boolean {
  return step.isApproval && !step.needsReason
}

/** While a step on the way leads to the same decision, whoever prepares it is not done: a draft to be handed in first. */
function isPrepared(register: Register, state: string, act: string): boolean {
  const { transitions } = register.states
  return Object.values(transitions).some(
    (step) =>
      !step.isApproval &&
      !step.needsReason &&
      step.to !== state &&
      step.from.includes(state) &&
      transitions[act]?.from.includes(step.to) === true,
  )
}

/** Decisions of every day: the director may take them, and leaves them to whoever runs the ISMS. */
const DAILY: readonly string[] = [
  'access_grant',
  'access_review',
  'backup_policy',
  'baseline',
  'change_record',
  'competence_evidence',
  'evidence',
  'improvement',
  'nonconformity',
  'supplier',
]

/** What somebody can only say for himself. */
const OWN_YES: readonly string[] = ['role_assignment']

/** Whether it is this actor who is asked: he may, and it is not the daily work of others. */
export function isAskedOf(
  decision: OpenDecision,
  actor: Actor,
  facts: { readonly isms: Isms; readonly guards: readonly Guard[] },
): boolean {
  const isTop = actor.roles.includes('top_management') && !actor.roles.includes('coordinator')
  const owner = ownerOf(decision.register, decision.record)
  const isOwn = owner !== null && owner === actor.person
  // Whoever is appointed says yes himself.
  if (!isOwn && OWN_YES.includes(decision.register.name)) return false
  if (isTop && !isOwn && DAILY.includes(decision.register.name)) return false
  return mayGive(decision, actor, facts)
}

/** Whether this actor may give it now: by permission, and by what the module lets the act wait for. */
function mayGive(
  { register, record, act }: OpenDecision,
  actor: Actor,
  facts: { readonly isms: Isms; readonly guards: readonly Guard[] },
): boolean {
  if (!mayDo(actor, 'read', register, record).ok || !mayDo(actor, 'approve', register, record).ok) return false
  return facts.guards
    .filter((guard) => guard.register === register.name && guard.act === act)
    .every((guard) => guard.decide(record, { isms: facts.isms, person: actor.person }).ok)
}
