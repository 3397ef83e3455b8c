import type { Isms } from '../../kernel/isms.ts'
import type { Moment } from '../../kernel/moment.ts'
import type { RecordId } from '../../kernel/register.ts'
import { isFilled } from '../../kernel/verdict.ts'
import { isInForce } from '../documents/domain/in-force.ts'
import { documentsServing } from '../documents/domain.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { continuityPlan } from './registers/continuity-plan.ts'
import type { ContinuityTest } from './registers/continuity-test.ts'

/** What covers a service at a moment; a card without services, as a paper without a card, is about all of them. */
export interface Cover {
  readonly services: readonly RecordId[]
}

/**
 * The plans in force: cards whose document has a version in force, and documents of type continuity plan that nobody made
 * a card for yet.
 */
export function coversAt(isms: Isms, moment: Moment): readonly Cover[] {
  const holds = (paper: RecordId | null): boolean =>
    paper !== null &&
    isms.find(document, paper)?.state === 'active' &&
    isms.pointing(documentVersion, 'document', paper).some((version) => isInForce(version, moment))
  const cards = isms.all(continuityPlan).filter(({ state }) => state === 'active')
  const carded = new Set(cards.map((card) => card.document))
  const papers = documentsServing(isms, 'continuity_plan').filter(({ id }) => !carded.has(id) && holds(id))
  return [...cards.filter((card) => holds(card.document)), ...papers.map(() => ({ services: [] }))]
}

/** Whether somebody is writing a plan that does not hold yet. */
export function isPlanBegun(isms: Isms): boolean {
  return documentsServing(isms, 'continuity_plan')
    .flatMap(({ id }) => isms.pointing(documentVersion, 'document', id))
    .some(({ state }) => state === 'draft' || state === 'in_review' || state === 'approved')
}

export function isCovered(covers: readonly Cover[], service: RecordId): boolean {
  return covers.some(({ services }) => services.length === 0 || services.includes(service))
}

/** Which services a test was about: those that it names, else those of its plan; none at all stands for every one. */
export function isAbout(isms: Isms, test: ContinuityTest, service: RecordId): boolean {
  const named = test.services.length > 0 ? test.services : (isms.find(continuityPlan, test.plan)?.services ?? [])
  return named.length === 0 || named.includes(service)
}

/** A test without a result, or with lessons that nobody took up, proves nothing. */
export function isComplete(test: ContinuityTest): boolean {
  return test.state === 'done' && test.result !== null && (test.followUp.length > 0 || isFilled(test.noFollowUpReason))
}
