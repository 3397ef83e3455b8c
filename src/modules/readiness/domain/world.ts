import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { Parameters } from '../../../kernel/parameters.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { RemedyOwner, Stage, StagePlan } from '../../../kernel/rule.ts'

/** A nonconformity that an external auditor wrote down; a stage 1 area of concern is none (M-2). */
export interface ExternalFinding {
  readonly id: RecordId
  /** The rule that it was about, where somebody said so; a clause alone never matches. */
  readonly rule: string | null
  readonly grade: 'major' | 'minor'
  readonly audit: RecordId
  readonly auditLastDay: CalendarDate
  readonly isStage1: boolean
  /** Since when it is implemented with evidence. */
  readonly implementedAt: CalendarDate | null
}

/** A nonconformity or action of the organisation's own that may have a finding in hand (M-7). */
export interface OwnRemedy {
  readonly id: RecordId
  /** Null where it names objects only. */
  readonly rule: string | null
  readonly objects: readonly RecordId[]
  readonly raisedAt: CalendarDate | null
  readonly owner: RecordId | null
  readonly due: CalendarDate | null
  /** Its state is past planning, or part of its objects are done. */
  readonly hasProgress: boolean
}

/** A deviation from a demand of the organisation's own that was approved for a time (readiness 1.7, 9). */
export interface ApprovedException {
  readonly subject: RecordId
  /** Null lifts whichever demand of the organisation's own. */
  readonly rule: string | null
  readonly approvedAt: CalendarDate
  readonly until: CalendarDate
}

/** An external audit, past or to come: of the register of audits, or a day of the stage plan alone. */
export interface PlannedAudit {
  readonly stage: Stage
  readonly firstDay: CalendarDate
  readonly lastDay: CalendarDate | null
  readonly audit: RecordId | null
}

/** What the meta rules and the engine need to know of the organisation, beyond what each rule reads itself. */
export interface World {
  readonly plan: StagePlan
  readonly parameters: Parameters
  /** Whether anybody approved them, and whether a change waits for that. */
  readonly approval: 'never' | 'waiting' | 'approved'
  /** External audits, in order of day; the moment says which are to come. */
  readonly audits: readonly PlannedAudit[]
  readonly externalFindings: readonly ExternalFinding[]
  readonly ownRemedies: readonly OwnRemedy[]
  readonly exceptions: readonly ApprovedException[]
  /** Whether the newest statement takes the control in; null where there is no statement or no line for it. */
  includes(control: string): boolean | null
  /** Whether it is the only implemented control of a risk above the acceptance line (M-5). */
  isOnlyBarrier(control: string, moment: Moment): boolean
  /** Whether a law that the organisation recorded prescribes it (M-6). */
  isPrescribedByLaw(control: string): boolean
  /** What people call a record. */
  titleOf(record: AnyRecord): string
  /** Fields of a record that hold a fact of technique or population, and are empty. */
  unknownFacts(record: AnyRecord): readonly string[]
  /** Who would take a remedy up. */
  personFor(owner: RemedyOwner, objects: readonly RecordId[], moment: Moment): RecordId | null
}

/** An organisation of which nothing is known but what is given: for tests, and to fill what has no register yet. */
export function worldWith(given: Partial<World> & Pick<World, 'parameters'>): World {
  return {
    plan: { ismsStart: null, stage1: null, stage2: null, externalAudits: [], stage2Held: null },
    approval: 'approved',
    audits: [],
    externalFindings: [],
    ownRemedies: [],
    exceptions: [],
    includes: () => null,
    isOnlyBarrier: () => false,
    isPrescribedByLaw: () => false,
    titleOf: (record) => record.number,
    unknownFacts: () => [],
    personFor: () => null,
    ...given,
  }
}
