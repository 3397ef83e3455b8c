import type { Isms } from '../../../kernel/isms.ts'
import { sameJson } from '../../../kernel/json.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Action, action } from '../../actions/register.ts'
import type { Control } from '../../controls/register.ts'
import { type Requirement, requirement } from '../../parties/registers/requirement.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import { ALWAYS_CONTRARY, contraryTo, hasInformationSystem } from '../../statements/domain/contrary.ts'
import { linesOf } from '../../statements/domain/newest.ts'
import type { StatementLine } from '../../statements/registers/statement-line.ts'
import { isLive } from '../../treatments/domain/treated.ts'
import { type Treatment, treatment } from '../../treatments/registers/treatment.ts'
import { type UsualReason, usualReason } from './usual.ts'

type Reason = StatementLine['inclusionReasons'][number]

/** A risk that is treated with the control, and by which treatments. */
export interface RiskSource {
  readonly risk: Risk
  readonly treatments: readonly Treatment[]
}

/** What the registers say about one line of the statement (ISO/IEC 27001:2022, 6.1.3 b to d). */
export interface Following {
  readonly line: StatementLine
  readonly control: Control
  readonly risks: readonly RiskSource[]
  readonly requirements: readonly Requirement[]
  /** The reasons that the line should give: those that follow, and those of its own that still lead somewhere. */
  readonly reasons: readonly Reason[]
  /** Whether the line gives others now. */
  readonly isBehind: boolean
  /** Text keys of the facts that speak against leaving it out. */
  readonly facts: readonly string[]
  /** Whether an organisation with an information system is asked twice when it leaves this out. */
  readonly isAlways: boolean
  /** Whether a fact that nobody filled in could speak against leaving it out. */
  readonly isOpen: boolean
  readonly usual: UsualReason | null
  /** Whether the work that is left on it is planned: an open action with an owner and a day (R-6.1.3-d-10). */
  readonly isPlanned: boolean
}

/** Line by line, in order of number. */
export function followings(isms: Isms): readonly Following[] {
  const hasSystem = hasInformationSystem(isms)
  return linesOf(isms).map(({ line, control }) => {
    const risks = risksBehind(isms, control.id)
    const requirements = requirementsBehind(isms, control.id)
    const said = followed(risks, requirements)
    const reasons = [...said, ...ownReasons(isms, line, said)]
    const { facts, open } = control.annexA === null ? { facts: [], open: false } : contraryTo(isms, control.annexA)
    return {
      line,
      control,
      risks,
      requirements,
      reasons,
      isBehind: !sameJson(sorted(reasons), sorted(line.inclusionReasons)),
      facts,
      isAlways: hasSystem && control.annexA !== null && ALWAYS_CONTRARY.includes(control.annexA),
      isOpen: open,
      usual: usualReason(control.annexA),
      isPlanned: hasOpenAction(isms, [control.id, line.id]),
    }
  })
}

/** Open risks of which a living treatment counts on the control, in order of number. */
function risksBehind(isms: Isms, control: RecordId): readonly RiskSource[] {
  const living = isms.pointing(treatment, 'controls', control).filter(isLive)
  const byRisk = new Map<RecordId, readonly Treatment[]>()
  for (const one of living) byRisk.set(one.risk, [...(byRisk.get(one.risk) ?? []), one])
  return isms
    .all(risk)
    .filter(({ id, state }) => state !== 'closed' && byRisk.has(id))
    .map((one) => ({ risk: one, treatments: byRisk.get(one.id) ?? [] }))
}

/** Laws, contracts and expectations that the control answers. */
export function requirementsBehind(isms: Isms, control: RecordId): readonly Requirement[] {
  return isms.pointing(requirement, 'answeredBy', control).filter(({ state }) => state !== 'retired')
}

function followed(risks: readonly RiskSource[], requirements: readonly Requirement[]): readonly Reason[] {
  return [
    ...risks.map(({ risk: one }) => ({ type: 'risk' as const, link: one.id, text: null })),
    ...requirements.map(({ id, sourceType }) => ({ type: typeOf(sourceType), link: id, text: null })),
  ]
}

/** What somebody expects without a law or a contract is a choice of the business to meet. */
function typeOf(source: Requirement['sourceType']): 'law' | 'contract' | 'business' {
  return source === 'law' || source === 'contract' ? source : 'business'
}

/** What people gave as reasons themselves, without what leads nowhere any more (R-6.1.3-d-7) or was said already. */
function ownReasons(isms: Isms, { inclusionReasons }: StatementLine, said: readonly Reason[]): readonly Reason[] {
  return inclusionReasons.filter((reason) => {
    if (reason.link !== null && said.some(({ link }) => link === reason.link)) return false
    if (reason.type === 'risk') return reason.link === null && reason.text !== null
    return reason.text !== null || isms.find(requirement, reason.link) !== null
  })
}

function sorted(reasons: readonly Reason[]): readonly string[] {
  return reasons.map(({ type, link, text }) => [type, link, text].join(' ')).toSorted()
}

function hasOpenAction(isms: Isms, subjects: readonly RecordId[]): boolean {
  const found: readonly Action[] = subjects.flatMap((id) => [
    ...isms.pointing(action, 'deliverableControl', id),
    ...isms.pointing(action, 'subject', id),
  ])
  return found.some(
    ({ state, owner, due }) => (state === 'open' || state === 'in_progress') && owner !== null && due !== null,
  )
}
