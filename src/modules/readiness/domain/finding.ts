import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { Parameters } from '../../../kernel/parameters.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Failing, Since, Watch } from '../../../kernel/rule.ts'
import {
  type ExpectedFinding,
  type FailingObject,
  type FindingPart,
  MOST_LOOKED_AT,
  type ObjectRef,
  type Question,
  type Remedy,
} from './answer.ts'
import { firstOf, notBefore, type SinceWhen, sinceFull } from './changes.ts'
import type { Case, Day, Judged } from './day.ts'
import { type Draft, failingObjects } from './draft.ts'
import type { PileUp } from './pile-ups.ts'
import type { SinceOfRule } from './since.ts'

/** Turns what the rules and meta rules found into the answer's plain data. */

export function findingOf(about: Case, day: Day, moment: Moment, draft: Draft): ExpectedFinding {
  const { rule, result } = draft
  const { since, clearsAt } = day.trace(draft.judged)
  const objects = objectsOf(
    about,
    day.at,
    result.parts.flatMap((part) => part.failing),
    since,
  )
  return {
    rule: rule.id,
    clause: rule.clause,
    item: rule.item,
    severity: draft.severity,
    baseSeverity: draft.base,
    raisedBy: draft.raisedBy,
    basis: basisOf(draft),
    stage: rule.stage,
    document: rule.document,
    parts: partsOf(draft),
    objects,
    lookedAt: { count: result.lookedAt.length, ids: result.lookedAt.slice(0, MOST_LOOKED_AT) },
    lookedFor: result.lookedFor,
    ...sinceOf(objects, absenceOn(about, day.at, since)),
    clearsAt,
    remedy: remedyOf(about, draft, moment),
    isTolerated: isTolerated(about, draft, moment),
    inHand: draft.inHand,
    minors: [],
  }
}

/** Late, or not quite all (1.10, 23). What is planned in time for an initial audit is neither: nothing is due yet (1.10, 3). */
function isTolerated({ world }: Case, { rule, severity }: Draft, moment: Moment): boolean {
  if (severity !== 'OFI' || rule.pattern === null) return false
  return rule.pattern !== 'late_core' || moment.late(world.plan.stage2Held)
}

/** What is absent since the start of an ISMS that has not begun is not yet missing. */
function absenceOn({ world }: Case, at: CalendarDate, { absence }: SinceOfRule): SinceOfRule['absence'] {
  if (absence?.by === 'start') return absence.date > at ? null : absence
  return absence === null ? null : { ...absence, date: notBefore(world.plan.ismsStart, absence.date, at) }
}

/** What the rule has to say, one part for each thing. */
export function partsOf({ rule, result }: Draft): readonly FindingPart[] {
  return result.parts.map((part) => ({
    key: sentenceKey(rule.id, 'finding', part.variant),
    severity: part.severity,
    basis: part.basis ?? rule.basis,
    values: part.values,
    objects: part.failing.map((object) => object.id),
    more: 0,
  }))
}

/** What would put it right, and who would take it up. */
export function remedyOf(about: Case, draft: Draft, moment: Moment): Remedy {
  const { rule } = draft
  return {
    key: sentenceKey(rule.id, 'remedy', null),
    register: rule.remedy.register,
    act: rule.remedy.act,
    owner: about.world.personFor(rule.remedy.owner, failingObjects(draft), moment),
  }
}

/** The basis of what weighs most in it. */
export function basisOf(draft: Draft): Draft['rule']['basis'] {
  return draft.result.parts.find((part) => part.severity === draft.base)?.basis ?? draft.rule.basis
}

export function sentenceKey(rule: string, what: 'finding' | 'question' | 'remedy', variant: string | null): string {
  return variant === null ? `rule.${rule}.${what}` : `rule.${rule}.${what}.${variant}`
}

function objectsOf(
  about: Case,
  at: CalendarDate,
  failing: readonly Failing[],
  since: SinceOfRule,
): readonly FailingObject[] {
  const seen = new Map<RecordId, FailingObject>()
  for (const object of failing) {
    const known: Since = object.since ?? since.objects.get(object.id) ?? { by: 'change' }
    const before = seen.get(object.id)
    if (before !== undefined && !isEarlier(known, before)) continue
    seen.set(object.id, {
      ...(before ?? refOf(about, object.id)),
      since: known.by === 'date' ? notBefore(about.world.plan.ismsStart, known.date, at) : null,
      sinceBy: known.by,
      watch: { id: object.through ?? object.id, fields: object.fields },
    })
  }
  return [...seen.values()]
}

/** An object that fails in several ways fails since the first of them; what only the ledger knows is asked of it. */
function isEarlier(known: Since, before: FailingObject): boolean {
  if (before.sinceBy === 'change') return false
  return known.by === 'change' || before.since === null || known.date < before.since
}

export function refOf(about: { readonly isms: Isms; readonly world: Case['world'] }, id: RecordId): ObjectRef {
  const record: AnyRecord | null = about.isms.any(id)
  if (record === null) return { id, register: '', number: '', title: '' }
  return { id, register: record.register, number: record.number, title: about.world.titleOf(record) }
}

/** The first day on which any of it failed; not told while an object still waits for the ledger's word. */
function sinceOf(objects: readonly FailingObject[], absence: SinceOfRule['absence']): SinceWhen {
  if (objects.some((object) => object.sinceBy === 'change')) return { since: null, sinceBy: 'change' }
  const dated: SinceWhen[] = objects.map(({ since, sinceBy }) => ({ since, sinceBy }))
  if (absence !== null) dated.push({ since: absence.date, sinceBy: absence.by })
  return firstOf(dated)
}

/** A likely breakdown (M-1, M-4): it names the minors, and dates from the one that made the heap full. */
export function pileUpFinding(
  pile: PileUp,
  minors: readonly ExpectedFinding[],
  parameters: Parameters,
): ExpectedFinding {
  return {
    rule: `${pile.meta}:${pile.heap}`,
    clause: pile.meta === 'M-1' ? pile.item : '8.1',
    item: pile.item,
    severity: 'MAJ',
    baseSeverity: 'MAJ',
    raisedBy: pile.meta,
    basis: 'N',
    stage: minors[0]?.stage ?? 'S1',
    document: null,
    parts: [pilePart(pile, parameters)],
    objects: [],
    lookedAt: { count: 0, ids: [] },
    lookedFor: [],
    ...sinceFull(minors, leastOf(pile, parameters)),
    clearsAt: null,
    remedy: remedyOfPile(pile),
    isTolerated: false,
    inHand: null,
    minors: minors.map((minor) => minor.rule),
  }
}

function leastOf({ meta }: PileUp, { pileUp, clusterPileUp }: Parameters): number {
  return meta === 'M-1' ? pileUp : clusterPileUp
}

export function pilePart(pile: PileUp, parameters: Parameters): FindingPart {
  const rules = pile.minors.map((draft) => draft.rule.id)
  return {
    key: pile.meta === 'M-1' ? 'rule.M-1.finding' : `rule.M-4.finding.${pile.heap}`,
    severity: 'MAJ',
    basis: 'N',
    values: { n: rules.length, least: leastOf(pile, parameters), clause: pile.item, rules: rules.join(', ') },
    objects: [],
    more: 0,
  }
}

export function remedyOfPile({ meta }: PileUp): Remedy {
  return { key: `rule.${meta}.remedy`, register: 'action', act: 'create', owner: null }
}

/** The fields that nobody filled in; where the rule names none, the facts of the record that are unknown. */
function missingIn({ isms, world }: Case, { id, fields }: Watch): Watch {
  const record = isms.any(id)
  if (record === null) return { id, fields }
  if (fields.length === 0) return { id, fields: world.unknownFacts(record) }
  const empty = fields.filter((field) => record[field] === null)
  return { id, fields: empty.length > 0 ? empty : fields }
}

export function questionsOf(about: Case, judged: Judged): readonly Question[] {
  const { rule, result } = judged
  const open = result.state === 'violated' || result.state === 'undetermined' ? result.questions : []
  return open.map((question) => ({
    rule: rule.id,
    clause: rule.clause,
    basis: rule.basis,
    stage: rule.stage,
    key: sentenceKey(rule.id, 'question', question.variant),
    values: question.values,
    objects: question.objects.map((id, index) => ({
      ...refOf(about, id),
      watch: missingIn(about, question.watch?.[index] ?? { id, fields: [] }),
    })),
    bars: rule.worst === 'MAJ',
  }))
}
