import { latest } from '../../../kernel/calendar.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { StagePlan } from '../../../kernel/rule.ts'
import {
  type ExternalAudit,
  type ExternalKind,
  externalAudits,
  performedOn,
  plannedDay,
  STAGE_OF,
} from '../../audits/domain/held.ts'
import { audit } from '../../audits/registers/audit.ts'
import { type Finding, finding } from '../../audits/registers/finding.ts'
import type { Organisation } from '../../organisation/registers/organisation.ts'
import type { ExternalFinding, PlannedAudit } from './world.ts'

/** When the certification body came, comes, and what it wrote down. */

/** Their days do not depend on the moment, so any will do; who reads them asks the moment which have come. */
function visitsOf(isms: Isms): readonly ExternalAudit[] {
  return externalAudits(isms, momentOf('9999-12-31')).toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1))
}

/** The last day of an audit that took place, or that the stage plan alone says will have. */
function heldOn({ audit: of, lastDay }: ExternalAudit): CalendarDate | null {
  return of === null ? lastDay : performedOn(of)
}

export function planOf(isms: Isms, own: Organisation | null): StagePlan {
  const visits = visitsOf(isms)
  const ofKind = (kind: ExternalKind) => visits.filter((one) => one.kind === kind)
  const held = (some: readonly ExternalAudit[]) => some.map(heldOn).filter((day) => day !== null)
  return {
    ismsStart: own?.ismsStart ?? null,
    stage1: ofKind('stage1').at(-1)?.firstDay ?? null,
    stage2: ofKind('stage2').at(-1)?.firstDay ?? null,
    externalAudits: held(visits),
    stage2Held: held(ofKind('stage2')).sort()[0] ?? null,
  }
}

export function auditsOf(isms: Isms): readonly PlannedAudit[] {
  return visitsOf(isms).map(({ kind, firstDay, lastDay, audit: of }) => ({
    stage: STAGE_OF[kind],
    firstDay,
    lastDay,
    audit: of?.id ?? null,
  }))
}

/** Nonconformities of a certification body; what is still a draft, was withdrawn or is an OFI raises nothing. */
export function externalFindings(isms: Isms): readonly ExternalFinding[] {
  return isms
    .all(finding)
    .filter(({ authorKind, state }) => authorKind === 'external_auditor' && state !== 'draft' && state !== 'withdrawn')
    .flatMap((one) => externalFinding(isms, one) ?? [])
}

function externalFinding(isms: Isms, one: Finding): ExternalFinding | null {
  const { grade } = one
  const of = isms.find(audit, one.audit)
  const auditLastDay = of === null ? one.raisedAt : (of.lastDay ?? plannedDay(of) ?? one.raisedAt)
  if ((grade !== 'major' && grade !== 'minor') || auditLastDay === null) return null
  return {
    id: one.id,
    rule: one.rule,
    grade,
    audit: of?.id ?? one.id,
    auditLastDay,
    isStage1: of?.kind === 'stage1',
    implementedAt: implementedWithEvidence(one),
  }
}

/** What the body verified was implemented, whatever was written down of it. */
function implementedWithEvidence(one: Finding): CalendarDate | null {
  if (one.implementedAt !== null && one.implementationEvidence.length > 0) return one.implementedAt
  return one.verifiedAt === null ? null : latest(one.verifiedAt, one.implementedAt)
}
