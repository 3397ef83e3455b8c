import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import { both, momentOf, type Validity } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Stage } from '../../../kernel/rule.ts'
import type { Answer, Standing } from './answer.ts'
import { type Case, type Day, dayOf, type Judged, type Kept, type RuleSet, runsAt } from './day.ts'
import { type Draft, draftOf } from './draft.ts'
import { findingOf, pileUpFinding, questionsOf } from './finding.ts'
import { afterMeta } from './meta.ts'
import { parameterNotes } from './notes.ts'
import { pileUps } from './pile-ups.ts'
import type { World } from './world.ts'
import { yearlyQuestions } from './yearly.ts'

export interface EvaluateOptions {
  readonly at: CalendarDate
  readonly stage: Stage
  /** How the registers were read; the answer states it, the rules do not depend on it. */
  readonly mode: AsOfMode
  readonly ruleSet: RuleSet
  readonly world: World
}

/**
 * What an auditor would write down at a moment: a function of the registers, the moment, the stage and the rules, and of
 * nothing else. Where no date tells since when, `since` is null until the ledger has been asked (`changes.ts`).
 */
export function evaluate(isms: Isms, options: EvaluateOptions): Answer {
  return evaluateFrom(isms, options, null).answer
}

/** The same answer, from judgements of an earlier state or another day as far as those still stand. */
export function evaluateFrom(
  isms: Isms,
  options: EvaluateOptions,
  kept: Kept | null,
): { readonly answer: Answer; readonly kept: Kept } {
  const { at, stage, ruleSet, world } = options
  const about: Case = { isms, world, ruleSet, stage }
  const day = dayOf(about, at, kept)
  return { answer: assemble(about, day, options), kept: day.kept() }
}

/** One day's judgements, of the stage and of the preview, in the order of the standard. */
export function judgeAll(about: Case, day: Day): readonly Judged[] {
  return about.ruleSet.rules
    .filter((rule) => runsAt(rule, about.stage) || isPreviewed(about.stage, rule.stage))
    .map((rule) => day.judge(rule.id))
}

/** Mode S1 shows beforehand what stage 2 would raise. */
function isPreviewed(asked: Stage, stage: Stage): boolean {
  return asked === 'S1' && stage === 'S2'
}

export interface Weighed {
  readonly drafts: readonly Draft[]
  readonly validity: Validity
}

/** Puts the meta rules to the judgements; what they look at may turn on days of its own. */
export function weigh(about: Case, day: Day, judged: readonly Judged[]): Weighed {
  const moment = momentOf(day.at)
  const drafts = judged.flatMap((one) => draftOf(one) ?? []).map((draft) => afterMeta(draft, about.world, moment))
  return { drafts, validity: judged.reduce((all, one) => both(all, one.validity), moment.validity()) }
}

function assemble(about: Case, day: Day, options: EvaluateOptions): Answer {
  const judged = judgeAll(about, day)
  const { drafts, validity } = weigh(about, day, judged)
  const ofStage = drafts.filter((draft) => runsAt(draft.rule, about.stage))
  const moment = momentOf(day.at)
  const byRule = new Map(drafts.map((draft) => [draft.rule.id, findingOf(about, day, moment, draft)]))
  const piles = pileUps(ofStage, about.world.parameters).map((pile) => {
    const minors = pile.minors.flatMap((draft) => byRule.get(draft.rule.id) ?? [])
    return pileUpFinding(pile, minors, about.world.parameters)
  })
  const findings = ofStage.flatMap((draft) => byRule.get(draft.rule.id) ?? [])
  const counted = findings.filter((finding) => finding.inHand === null)
  const major = [...counted.filter((finding) => finding.severity === 'MAJ'), ...piles]
  const question = judged.filter((one) => runsAt(one.rule, about.stage)).flatMap((one) => questionsOf(about, one))
  const barring = question.filter((one) => one.bars).length
  return {
    stage: about.stage,
    mode: options.mode,
    at: day.at,
    ruleSet: about.ruleSet.version,
    sequence: about.isms.sequence,
    ready: { ok: major.length === 0 && barring === 0, majors: major.length, questions: barring },
    major,
    minor: counted.filter((finding) => finding.severity === 'MIN'),
    ofi: counted.filter((finding) => finding.severity === 'OFI'),
    known: findings.filter((finding) => finding.inHand !== null),
    question,
    preview: drafts
      .filter((draft) => !runsAt(draft.rule, about.stage))
      .flatMap((draft) => byRule.get(draft.rule.id) ?? []),
    parameterNotes: parameterNotes(about.isms, about.world),
    yearly: yearlyQuestions(about.isms, about.world, moment, new Set(judged.map((one) => one.rule.id))),
    standing: judged.map(standingOf),
    validity: both(validity, moment.validity()),
  }
}

export function standingOf({ rule, result }: Judged): Standing {
  const due = result.state === 'not_due' ? result.due : null
  const why = result.state === 'not_applicable' ? result.why : null
  return { rule: rule.id, clause: rule.clause, stage: rule.stage, state: result.state, due, why }
}
