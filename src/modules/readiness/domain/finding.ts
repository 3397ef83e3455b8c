import type { AnyRecord, Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Failing, Since } from '../../../kernel/rule.ts'
import { type ExpectedFinding, type FailingObject, MOST_LOOKED_AT, type ObjectRef, type Question } from './answer.ts'
import { firstOf, type SinceWhen, sinceFull } from './changes.ts'
import { type Case, dayOf, type Judged } from './day.ts'
import type { Draft } from './draft.ts'
import type { PileUp } from './pile-ups.ts'
import { type SinceOfRule, sinceOfRule } from './since.ts'

/** Turns what the rules and meta rules found into the answer's plain data. */

export function findingOf(about: Case, at: CalendarDate, moment: Moment, draft: Draft): ExpectedFinding {
  const { rule, result } = draft
  const since = sinceOfRule(about, at, draft.judged)
  const objects = objectsOf(
    about,
    result.parts.flatMap((part) => part.failing),
    since,
  )
  const records = objects.map((object) => about.isms.any(object.id)).filter((record) => record !== null)
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
    parts: result.parts.map((part) => ({
      key: sentenceKey(rule.id, 'finding', part.variant),
      severity: part.severity,
      basis: part.basis ?? rule.basis,
      values: part.values,
      objects: part.failing.map((object) => object.id),
    })),
    objects,
    lookedAt: { count: result.lookedAt.length, ids: result.lookedAt.slice(0, MOST_LOOKED_AT) },
    lookedFor: result.lookedFor,
    ...sinceOf(objects, since.absence),
    clearsAt: rule.looksBack ? clearsAt(about, draft.judged) : null,
    remedy: {
      key: sentenceKey(rule.id, 'remedy', null),
      register: rule.remedy.register,
      act: rule.remedy.act,
      owner: about.world.personFor(rule.remedy.owner, records, moment),
    },
    isTolerated: draft.severity === 'OFI' && rule.pattern !== null,
    inHand: draft.inHand,
    minors: [],
  }
}

/** The basis of what weighs most in it. */
function basisOf(draft: Draft): Draft['rule']['basis'] {
  return draft.result.parts.find((part) => part.severity === draft.base)?.basis ?? draft.rule.basis
}

export function sentenceKey(rule: string, what: 'finding' | 'question' | 'remedy', variant: string | null): string {
  return variant === null ? `rule.${rule}.${what}` : `rule.${rule}.${what}.${variant}`
}

function objectsOf(about: Case, failing: readonly Failing[], since: SinceOfRule): readonly FailingObject[] {
  const seen = new Map<RecordId, FailingObject>()
  for (const object of failing) {
    if (seen.has(object.id)) continue
    const known: Since = object.since ?? since.objects.get(object.id) ?? { by: 'change' }
    seen.set(object.id, {
      ...refOf(about, object.id),
      since: known.by === 'date' ? known.date : null,
      sinceBy: known.by,
      watch: { id: object.through ?? object.id, fields: object.fields },
    })
  }
  return [...seen.values()]
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

/** Two years forward are enough: no look-back is longer than that. */
const MOST_TURNS_AHEAD = 60

/** The day on which time alone clears it: events grow old and leave the look-back. */
function clearsAt(about: Case, judged: Judged): CalendarDate | null {
  let { next } = judged.validity
  for (let turns = 0; turns < MOST_TURNS_AHEAD && next !== null; turns += 1) {
    const then = dayOf(about, next).judge(judged.rule.id)
    if (then.result.state !== 'violated') return next
    next = then.validity.next
  }
  return null
}

/** A likely breakdown (M-1, M-4): it names the minors, and dates from the one that made the heap full. */
export function pileUpFinding(pile: PileUp, minors: readonly ExpectedFinding[], least: number): ExpectedFinding {
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
    parts: [
      {
        key: pile.meta === 'M-1' ? 'rule.M-1.finding' : `rule.M-4.finding.${pile.heap}`,
        severity: 'MAJ',
        basis: 'N',
        values: { n: minors.length, least, clause: pile.item, rules: minors.map((minor) => minor.rule).join(', ') },
        objects: [],
      },
    ],
    objects: [],
    lookedAt: { count: 0, ids: [] },
    lookedFor: [],
    ...sinceFull(minors, least),
    clearsAt: null,
    remedy: { key: `rule.${pile.meta}.remedy`, register: 'action', act: 'create', owner: null },
    isTolerated: false,
    inHand: null,
    minors: minors.map((minor) => minor.rule),
  }
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
    objects: question.objects.map((id) => refOf(about, id)),
    bars: rule.worst === 'MAJ',
  }))
}
