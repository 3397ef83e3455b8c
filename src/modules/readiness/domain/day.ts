import { differenceOf } from '../../../kernel/footprint.ts'
import type { Isms } from '../../../kernel/isms.ts'
import { momentOf, standsOn, type Validity } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, STAGES, type Stage } from '../../../kernel/rule.ts'
import { type Before, type Sayings, speakerOf } from '../../../kernel/said.ts'
import { excluded } from '../../../kernel/verdict.ts'
import { compareRules } from './order.ts'
import { clearingOf, type SinceOfRule, sinceOfRule } from './since.ts'
import type { World } from './world.ts'

/** The rules that are put to an organisation, under the name of their version. */
export interface RuleSet {
  readonly version: string
  /** In the order of the standard. */
  readonly rules: readonly Rule[]
  readonly byId: ReadonlyMap<string, Rule>
  /** All that any of them reads. */
  readonly registers: ReadonlySet<string>
  /** The registers that a rule, or a rule that it waits for, reads. */
  readsOf(rule: Rule): readonly string[]
  /** The controls that a rule, or a rule that it waits for, is about. */
  controlsOf(rule: Rule): readonly string[]
}

export function ruleSetOf(version: string, rules: readonly Rule[]): RuleSet {
  const byId = new Map(rules.map((rule) => [rule.id, rule]))
  const before = new Map(rules.map((rule) => [rule.id, waitsFor(byId, rule)]))
  const gather = (of: (rule: Rule) => readonly string[]): ReadonlyMap<string, readonly string[]> =>
    new Map(rules.map((rule) => [rule.id, [...new Set((before.get(rule.id) ?? [rule]).flatMap(of))]]))
  const reads = gather((rule) => rule.reads)
  const controls = gather((rule) => (rule.control === null ? [] : [rule.control]))
  return {
    version,
    rules: rules.toSorted((a, b) => compareRules(a.id, b.id)),
    byId,
    registers: new Set(rules.flatMap((rule) => rule.reads)),
    readsOf: (rule) => reads.get(rule.id) ?? rule.reads,
    controlsOf: (rule) => controls.get(rule.id) ?? [],
  }
}

/** The rule, and those that must be judged before it. */
function waitsFor(byId: ReadonlyMap<string, Rule>, rule: Rule): readonly Rule[] {
  const found = new Set([rule])
  for (const one of found) {
    for (const id of one.after) {
      const other = byId.get(id)
      if (other !== undefined) found.add(other)
    }
  }
  return [...found]
}

/** What one rule said on one day, and between which days it says the same. */
export interface Judged {
  readonly rule: Rule
  readonly result: RuleResult
  readonly validity: Validity
  readonly sayings: Sayings
}

export interface Case {
  readonly isms: Isms
  readonly world: World
  readonly ruleSet: RuleSet
  readonly stage: Stage
}

/** Judgements of one day of a case, for whoever asks about another day or a later state. */
export interface Kept {
  readonly about: Case
  readonly judged: ReadonlyMap<string, Judged>
  readonly traces: WeakMap<Judged, Trace>
}

/** Since when a rule objects and when that clears by itself: the same for as long as the judgement stands. */
export interface Trace {
  readonly since: SinceOfRule
  readonly clearsAt: CalendarDate | null
}

/** One day of an organisation: judges a rule when it is first asked for, and the rules that it waits for before it. */
export interface Day {
  readonly at: CalendarDate
  judge(id: string): Judged
  trace(judged: Judged): Trace
  kept(): Kept
}

/**
 * What `kept` holds is not judged again where it still stands: the day lies within its validity, and no register that the
 * rule, or a rule it waits for, reads has changed since.
 */
export function dayOf(about: Case, at: CalendarDate, kept: Kept | null = null): Day {
  const byId = about.ruleSet.byId
  const judged = new Map<string, Judged>()
  const underway = new Set<string>()
  const left = kept === null ? null : leftOf(kept, about, at)
  const judge = (id: string): Judged => {
    const known = judged.get(id)
    if (known !== undefined) return known
    const rule = byId.get(id)
    if (rule === undefined)
      throw new Error(`cannot judge \`${id}\`: it is not in rule set \`${about.ruleSet.version}\``)
    const stands = left?.judgement(rule) ?? null
    if (stands !== null) {
      judged.set(id, stands)
      return stands
    }
    if (underway.has(id)) throw new Error(`cannot judge \`${id}\`: it waits for itself`)
    underway.add(id)
    const ask = (other: string): Judged | null => (byId.has(other) ? judge(other) : null)
    const made = judgeRule(about, at, rule, { ask, before: left?.sayings(rule, ask) ?? null })
    underway.delete(id)
    judged.set(id, made)
    return made
  }
  const traces = kept?.traces ?? new WeakMap<Judged, Trace>()
  const trace = (one: Judged): Trace => {
    const made = traces.get(one) ?? traceOf(about, one)
    traces.set(one, made)
    return made
  }
  return { at, judge, trace, kept: () => ({ about, judged, traces }) }
}

/** What another rule says; null where the set does not hold it. */
type Ask = (id: string) => Judged | null

/** What is left of earlier judgements. */
interface Left {
  /** The whole judgement, where it stands. */
  judgement(rule: Rule): Judged | null
  /** Else what it said of single members, where nothing but records can have changed that. */
  sayings(rule: Rule, ask: Ask): Before | null
}

function leftOf(kept: Kept, about: Case, at: CalendarDate): Left {
  const isSame = sameness(kept.about, about)
  const difference = lazily(() => differenceOf(kept.about.isms, about.isms, about.ruleSet.registers))
  const last = (rule: Rule): Judged | null => {
    const one = kept.judged.get(rule.id)
    return one !== undefined && standsOn(one.validity, at) ? one : null
  }
  return {
    judgement: (rule) => (isSame(rule, about.ruleSet.readsOf(rule)) ? last(rule) : null),
    sayings: (rule, ask) => {
      const one = last(rule)
      if (one === null || !isSame(rule, [])) return null
      const isSaidAgain = rule.after.every((id) => isSameFailing(kept.judged.get(id) ?? null, ask(id)))
      return isSaidAgain ? { sayings: one.sayings, difference: difference() } : null
    },
  }
}

function isSameFailing(before: Judged | null, now: Judged | null): boolean {
  if (before === null || now === null || before === now) return before === now
  const [those, these] = [failingIds(before.result), failingIds(now.result)]
  return those.size === these.size && [...those].every((id) => these.has(id))
}

function traceOf(about: Case, judged: Judged): Trace {
  const judgeOn = (at: CalendarDate): Judged => dayOf(about, at).judge(judged.rule.id)
  return {
    since: sinceOfRule(judgeOn, about.world.plan.ismsStart, judged),
    clearsAt: judged.rule.looksBack ? clearingOf(judgeOn, judged) : null,
  }
}

/** Whether a rule looks at nothing that differs between two cases, as far as those registers go. */
function sameness(before: Case, after: Case): (rule: Rule, reads: readonly string[]) => boolean {
  if (before.ruleSet.version !== after.ruleSet.version || before.stage !== after.stage) return () => false
  if (before.isms === after.isms && before.world === after.world) return () => true
  const isSameWorld = keyOf(before.world) === keyOf(after.world)
  return (rule, reads) =>
    isSameWorld &&
    reads.every((name) => before.isms.revision(name) === after.isms.revision(name)) &&
    after.ruleSet.controlsOf(rule).every((one) => before.world.includes(one) === after.world.includes(one))
}

/** What every rule is given of the organisation, whatever it reads. */
function keyOf({ plan, parameters, exceptions }: World): string {
  return JSON.stringify([plan, parameters, exceptions])
}

interface Given {
  readonly ask: Ask
  /** What it said before, where only records can have changed what it says. */
  readonly before: Before | null
}

function judgeRule(about: Case, at: CalendarDate, rule: Rule, { ask, before }: Given): Judged {
  const moment = momentOf(at)
  const speaker = speakerOf(about.isms, moment, before)
  const facts: Facts = {
    isms: speaker.isms,
    moment,
    parameters: about.world.parameters,
    stage: stageFor(about.stage, rule),
    plan: about.world.plan,
    fails: (id) => {
      if (!rule.after.includes(id))
        throw new Error(`cannot let \`${rule.id}\` ask for \`${id}\`: it does not wait for it`)
      const other = ask(id)
      if (other === null) return new Set()
      moment.absorb(other.validity)
      return failingIds(other.result)
    },
    each: speaker.each,
    aside: speaker.aside,
    isExcepted: (object) =>
      about.world.exceptions.some(
        (exception) =>
          exception.subject === object &&
          (exception.rule === null || exception.rule === rule.id) &&
          moment.during(exception.approvedAt, exception.until),
      ),
  }
  const result = isLeftOut(about.world, rule) ? excluded : rule.judge(facts)
  return { rule, result, validity: moment.validity(), sayings: speaker.sayings() }
}

/** A rule that belongs to a later stage is judged as at that stage: in a preview (readiness 1.3). */
function stageFor(asked: Stage, rule: Rule): Stage {
  return runsAt(rule, asked) ? asked : rule.stage
}

export function runsAt(rule: Rule, stage: Stage): boolean {
  return STAGES.indexOf(rule.stage) <= STAGES.indexOf(stage)
}

/** Rules on a control run only where the newest statement takes it in, drafts included (1.7, 1; 1.10, 13). */
function isLeftOut(world: World, rule: Rule): boolean {
  return rule.control !== null && world.includes(rule.control) !== true
}

export function failingIds(result: RuleResult): ReadonlySet<RecordId> {
  if (result.state !== 'violated') return new Set()
  const failing = result.parts.flatMap((part) => part.failing)
  return new Set(failing.flatMap(({ id, through }) => (through === null ? [id] : [id, through])))
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
