import type { Language, Words } from '../../../kernel/text.ts'
import { termReference } from '../../catalogue/domain/terms.ts'
import type { RiskMethod } from '../../risks/registers/risk-method.ts'
import { type Answers, isAnswered, type Question } from './chapters.ts'
import { allHold, holds, questionsIn } from './conditions.ts'
import { type Draft, gapsOf, type LinkTo } from './draft.ts'
import { type RiskClass, riskClasses, type StarterRisk } from './starter.ts'

/** What decides how an estimate turns into a level, and from which level on something is done. */
export type Measure = Pick<
  RiskMethod,
  'matrix' | 'levels' | 'acceptanceThreshold' | 'versionLabel' | 'likelihoodScale' | 'consequenceScale'
>

const STEPS = 5

/** A risk that the answers lead to, with its first estimate. */
export interface Chosen {
  readonly risk: StarterRisk
  readonly class: RiskClass['class']
  readonly likelihood: number
  readonly consequence: number
  /** Questions whose answers made it one step more likely or graver. */
  readonly raisedBy: readonly Question[]
  readonly isAbove: boolean
}

export function chosenRisks(answers: Answers, measure: Measure): readonly Chosen[] {
  return riskClasses().flatMap(({ class: of, risks }) =>
    risks.filter(({ when }) => allHold(when, answers) === true).map((risk) => chosen(risk, of, answers, measure)),
  )
}

function chosen(risk: StarterRisk, of: RiskClass['class'], answers: Answers, measure: Measure): Chosen {
  const raises = (condition: string | undefined): boolean =>
    condition !== undefined && holds(condition, answers) === true
  const raise = (value: number, condition: string | undefined, most: number): number =>
    Math.min(most, onScale(value, most) + (raises(condition) ? 1 : 0))
  const likelihood = raise(risk.likelihood, risk.likelier, mostOf(measure.likelihoodScale))
  const consequence = raise(risk.consequence, risk.graver, mostOf(measure.consequenceScale))
  const raisedBy = [risk.likelier, risk.graver].filter(raises).flatMap((each) => questionsIn([each ?? '']))
  return { risk, class: of, likelihood, consequence, raisedBy, isAbove: isAbove(measure, likelihood, consequence) }
}

/** Estimates are made on a scale of five; another scale has its steps in the same places. */
function onScale(value: number, most: number): number {
  return Math.ceil((value * most) / STEPS)
}

function mostOf(scale: readonly { readonly value: number | null }[]): number {
  return Math.max(1, ...scale.map(({ value }) => value ?? 1))
}

function cellOf(
  { matrix }: Measure,
  likelihood: number,
  consequence: number,
): RiskMethod['matrix'][number] | undefined {
  return matrix.find((cell) => cell.likelihood === likelihood && cell.consequence === consequence)
}

function isAbove(measure: Measure, likelihood: number, consequence: number): boolean {
  const rank = (key: string | null | undefined): number => measure.levels.findIndex((level) => level.key === key)
  return rank(cellOf(measure, likelihood, consequence)?.level) > rank(measure.acceptanceThreshold)
}

export interface RiskFacts {
  readonly answers: Answers
  readonly language: Language
  readonly words: Words
  readonly measure: Measure
  /** Numbers of the controls that the statement takes in. */
  readonly included: ReadonlySet<string>
  readonly keys: ReadonlySet<string>
}

/** A risk, its first score, and where that lies above the line a proposal what to do and a line of the plan to do it. */
export function riskDrafts(one: Chosen, facts: RiskFacts): readonly Draft[] {
  const because = questionsIn(one.risk.when)
  const scored = [...new Set([...because, ...one.raisedBy])]
  return [
    riskDraft(one, facts, because),
    scoreDraft(one, facts, scored),
    ...(one.isAbove ? [treatmentDraft(one, facts, scored), actionDraft(one, facts, scored)] : []),
  ]
}

function riskDraft({ risk, class: of }: Chosen, { language, keys }: RiskFacts, because: readonly Question[]): Draft {
  const assets = risk.assets.map((asset) => asset.slice(1)).filter((key) => keys.has(key))
  const set = {
    title: risk.title[language],
    scenario: risk.scenario[language],
    approach: 'event',
    threats: risk.threats,
    properties: risk.properties,
    consequenceCategories: risk.categories,
    scenarioClass: of[language],
    assets: assets.map((to): LinkTo => ({ to })),
    ...linked('ownerRole', risk.role, keys),
  }
  return { key: risk.key, register: 'risk', set, because, gaps: gapsOf('risk', set) }
}

/** A role that the answers do not lead to falls to top management. */
function linked(field: string, role: string, keys: ReadonlySet<string>): { readonly [field: string]: LinkTo } {
  return { [field]: { to: keys.has(role.slice(1)) ? role.slice(1) : 'role.director' } }
}

function scoreDraft(one: Chosen, { language, words, measure }: RiskFacts, because: readonly Question[]): Draft {
  const { risk, likelihood, consequence } = one
  const cell = cellOf(measure, likelihood, consequence)
  const raised = one.raisedBy.map((name) =>
    words('interview.raised', { question: words(`interview.${name}`).replace(/[?.]$/, '') }),
  )
  const set = {
    risk: { to: risk.key },
    kind: 'current',
    likelihood,
    consequence,
    ...Object.fromEntries(risk.properties.map((name) => [`consequence${capital(name)}`, consequence])),
    ...(cell?.level === undefined ? {} : { level: cell.level, score: cell.score }),
    rationale: [words('interview.estimate', { why: risk.why[language] }), ...raised].join(' '),
    method: { to: 'method.first' },
    methodVersion: measure.versionLabel,
    assessment: { to: 'assessment.first' },
  }
  return { key: scoreKey(risk.key), register: 'risk_score', set, because, gaps: gapsOf('risk_score', set) }
}

export const scoreKey = (risk: string): string => `score.${risk}`
export const treatmentKey = (risk: string): string => `treatment.${risk}`
const actionKey = (risk: string): string => `action.${risk}`

function treatmentDraft(one: Chosen, facts: RiskFacts, because: readonly Question[]): Draft {
  const { risk } = one
  const set = {
    title: facts.words('interview.treat', { risk: risk.title[facts.language] }).slice(0, 200),
    risk: { to: risk.key },
    option: 'modify',
    justification: facts.words('interview.treat.why'),
    controls: treatedWith(one, facts.included).map((number): LinkTo => ({ to: `control:${number}` })),
    plan: { to: 'plan.first' },
  }
  return { key: treatmentKey(risk.key), register: 'treatment', set, because, gaps: gapsOf('treatment', set) }
}

/** The line of the plan (ISO/IEC 27001:2022, 6.1.3 e): who, when and with what is for its owner to say. */
function actionDraft(one: Chosen, facts: RiskFacts, because: readonly Question[]): Draft {
  const { risk } = one
  const controls = treatedWith(one, facts.included).map((number) => termReference('control_2022', number))
  const set = {
    title: facts
      .words('interview.carryOut', {
        controls: controls.join(', '),
        n: controls.length,
        risk: risk.title[facts.language],
      })
      .slice(0, 200),
    kind: 'treatment',
    treatment: { to: treatmentKey(risk.key) },
  }
  return { key: actionKey(risk.key), register: 'action', set, because, gaps: gapsOf('action', set) }
}

/** The usual controls that the statement takes in. */
export function treatedWith({ risk }: Chosen, included: ReadonlySet<string>): readonly string[] {
  return risk.controls.filter((number) => included.has(number))
}

function capital(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** Whether anything was answered at all. */
export function isBegun(answers: Answers): boolean {
  return Object.values(answers).some(isAnswered)
}
