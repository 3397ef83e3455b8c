import { latest } from '../../../kernel/calendar.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { Severity } from '../../../kernel/rule.ts'
import { type Draft, failingObjects } from './draft.ts'
import type { OwnRemedy, World } from './world.ts'

/**
 * The meta rules, in the order of work of readiness 1.4: base severity and gates (M-9) are behind us; then self-found
 * (M-7), raises (M-2, M-5, M-6), pile-ups (M-1, M-4 in `pile-ups.ts`), questions (M-8). What M-3 asks is carried out by
 * R-CERT-5; here it only keeps M-7 from hiding a finding that an external auditor is still waiting for.
 */
export function afterMeta(draft: Draft, world: World, moment: Moment): Draft {
  const isRepeat = isRepeated(draft, world, moment)
  const isOpen = isStillOpen(draft, world, moment)
  if (draft.base === 'MIN' && !isRepeat && !isOpen) {
    const inHand = world.ownRemedies.find((remedy) => hasInHand(remedy, draft, world, moment))
    if (inHand !== undefined) return { ...draft, inHand: inHand.id }
  }
  const raisedBy = isRepeat ? 'M-2' : raisedByControl(draft, world, moment)
  return raisedBy === null || draft.base === 'MAJ' ? draft : { ...draft, severity: raised(draft.base), raisedBy }
}

/** However many meta rules agree, they raise by one level together (1.10, 10). */
function raised(severity: Severity): Severity {
  return severity === 'OFI' ? 'MIN' : 'MAJ'
}

/** M-2: the rule was the subject of a nonconformity in the previous external audit, and is violated again. */
function isRepeated(draft: Draft, world: World, moment: Moment): boolean {
  const past = world.externalFindings.filter((finding) => !finding.isStage1 && moment.late(finding.auditLastDay))
  const held = world.plan.externalAudits.filter((lastDay) => moment.late(lastDay))
  const last = latest(...past.map((finding) => finding.auditLastDay), ...held)
  return past.some((finding) => finding.rule === draft.rule.id && finding.auditLastDay === last)
}

/** M-3: a minor of an earlier external audit on this rule is not implemented; the auditor comes at t (1.10, 6). */
function isStillOpen(draft: Draft, world: World, moment: Moment): boolean {
  return world.externalFindings.some(
    (finding) =>
      finding.rule === draft.rule.id &&
      finding.grade === 'minor' &&
      !finding.isStage1 &&
      moment.late(finding.auditLastDay) &&
      !moment.reached(finding.implementedAt),
  )
}

/** M-7: it covers at least all that fails, has an owner and a date not yet passed, and has begun (1.10, 9). */
function hasInHand(remedy: OwnRemedy, draft: Draft, world: World, moment: Moment): boolean {
  if (remedy.owner === null || remedy.due === null || remedy.raisedAt === null || !remedy.hasProgress) return false
  if (remedy.rule !== null && remedy.rule !== draft.rule.id) return false
  const objects = failingObjects(draft)
  // Something absent has no object to be recognised by, so only a remedy that names the rule can have it in hand.
  const covers = objects.length === 0 ? remedy.rule !== null : objects.every((id) => remedy.objects.includes(id))
  return covers && moment.reached(remedy.raisedAt) && !moment.late(remedy.due) && isBeforeAudit(remedy, world, moment)
}

/** What is raised while the auditors are there comes too late for them; before and after, the auditor comes at t (1.10, 6). */
function isBeforeAudit({ raisedAt }: OwnRemedy, { audits }: World, moment: Moment): boolean {
  const now = audits.filter(({ firstDay, lastDay }) => moment.during(firstDay, lastDay ?? firstDay))
  return now.every(({ firstDay }) => raisedAt === null || raisedAt < firstDay)
}

/** M-5 and M-6 look at Annex A rules only (1.10, 10). */
function raisedByControl(draft: Draft, world: World, moment: Moment): string | null {
  const { control, basis } = draft.rule
  if (control === null) return null
  if (world.isOnlyBarrier(control, moment)) return 'M-5'
  return !basis.includes('law') && world.isPrescribedByLaw(control) ? 'M-6' : null
}
