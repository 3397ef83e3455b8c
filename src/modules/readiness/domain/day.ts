import type { Isms } from '../../../kernel/isms.ts'
import { momentOf, standsOn, type Validity } from '../../../kernel/moment.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, type RuleResult, STAGES, type Stage } from '../../../kernel/rule.ts'
import { excluded } from '../../../kernel/verdict.ts'
import type { World } from './world.ts'

/** The rules that are put to an organisation, under the name of their version. */
export interface RuleSet {
  readonly version: string
  readonly rules: readonly Rule[]
}

/** What one rule said on one day, and between which days it says the same. */
export interface Judged {
  readonly rule: Rule
  readonly result: RuleResult
  readonly validity: Validity
}

export interface Case {
  readonly isms: Isms
  readonly world: World
  readonly ruleSet: RuleSet
  readonly stage: Stage
}

/** One day of an organisation: judges a rule when it is first asked for, and the rules that it waits for before it. */
export interface Day {
  readonly at: CalendarDate
  judge(id: string): Judged
}

/** `kept` are judgements of another day of the same case; those that still stand are not made again. */
export function dayOf(about: Case, at: CalendarDate, kept: ReadonlyMap<string, Judged> = new Map()): Day {
  const byId = new Map(about.ruleSet.rules.map((rule) => [rule.id, rule]))
  const judged = new Map<string, Judged>()
  const underway = new Set<string>()
  const judge = (id: string): Judged => {
    const known = judged.get(id)
    if (known !== undefined) return known
    const rule = byId.get(id)
    if (rule === undefined)
      throw new Error(`cannot judge \`${id}\`: it is not in rule set \`${about.ruleSet.version}\``)
    if (underway.has(id)) throw new Error(`cannot judge \`${id}\`: it waits for itself`)
    underway.add(id)
    const before = kept.get(id)
    const ask = (other: string): Judged | null => (byId.has(other) ? judge(other) : null)
    const made = before !== undefined && standsOn(before.validity, at) ? before : judgeRule(about, at, rule, ask)
    underway.delete(id)
    judged.set(id, made)
    return made
  }
  return { at, judge }
}

function judgeRule(about: Case, at: CalendarDate, rule: Rule, ask: (id: string) => Judged | null): Judged {
  const moment = momentOf(at)
  const facts: Facts = {
    isms: about.isms,
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
    isExcepted: (object) =>
      about.world.exceptions.some(
        (exception) => exception.subject === object && moment.during(exception.approvedAt, exception.until),
      ),
  }
  const result = isLeftOut(about.world, rule) ? excluded : rule.judge(facts)
  return { rule, result, validity: moment.validity() }
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
