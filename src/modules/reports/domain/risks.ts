import type { Isms } from '../../../kernel/isms.ts'
import { type Moment, momentOf } from '../../../kernel/moment.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { compareRefs } from '../../controls/domain.ts'
import { control } from '../../controls/register.ts'
import { isRiskAbove, methodOf, openRisks, presentScore, scoreOf } from '../../risks/domain/levels.ts'
import { consequenceOf, thresholdOf } from '../../risks/domain/method.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import { type RiskMethod, riskMethod } from '../../risks/registers/risk-method.ts'
import type { RiskScore } from '../../risks/registers/risk-score.ts'
import { standing, subjectsOf } from '../../treatments/domain/consent.ts'
import { treatmentsOf } from '../../treatments/domain/treated.ts'
import type { Treatment } from '../../treatments/registers/treatment.ts'
import { densityOf, levelName, type Placed, type ReportedMethod, reportedMethod, unplaced } from './method.ts'
import {
  type Basis,
  basisFacts,
  byAndOn,
  type Cover,
  capital,
  type Fact,
  footerOf,
  nameOf,
  organisationNames,
  ownerOf,
  type Speech,
  scopeWording,
} from './report.ts'

export interface ReportedScore {
  readonly likelihood: number | null
  readonly consequence: number | null
  readonly score: number | null
  readonly level: string
  readonly density: number
  readonly isAbove: boolean
  /** Inherent, current, target or residual, in words. */
  readonly kind: string
  readonly scoredAt: CalendarDate | null
}

export interface ReportedRisk {
  readonly number: string
  readonly title: string
  readonly scenario: string
  readonly owner: string
  /** Availability, integrity, confidentiality, in words and as the letters by which people know them. */
  readonly properties: readonly string[]
  readonly letters: string
  readonly state: string
  readonly now: ReportedScore | null
  readonly decision: string
  readonly options: readonly string[]
  readonly controls: readonly string[]
  readonly after: ReportedScore | null
  readonly acceptance: string
  readonly reviewAt: CalendarDate | null
}

export interface RiskReport {
  readonly cover: Cover
  readonly counts: {
    readonly total: number
    readonly above: number
    readonly unscored: number
    readonly afterAbove: number
  }
  readonly method: ReportedMethod | null
  readonly risks: readonly ReportedRisk[]
  /** Numbers of risks that the map cannot show. */
  readonly unplaced: readonly string[]
}

const PROPERTIES = ['availability', 'integrity', 'confidentiality'] as const

/** What an auditor asks of a risk register (ISO/IEC 27001:2022, 6.1.2, 6.1.3 and 8.2), in one language. */
export function riskReport(basis: Basis, speech: Speech): RiskReport {
  const { isms } = basis
  const moment = momentOf(basis.at)
  const method = methodOf(isms, moment)
  const open = openRisks(isms)
  const placed = open.map((one) => ({
    number: one.number,
    now: presentScore(isms, one.id),
    after: afterScore(isms, one),
  }))
  const risks = open.map((one) => riskOf(one, { isms, moment, method }, speech))
  const counts = {
    total: risks.length,
    above: risks.filter(({ now }) => now?.isAbove === true).length,
    unscored: risks.filter(({ now }) => now === null || now.level === '').length,
    afterAbove: risks.filter(({ after }) => after?.isAbove === true).length,
  }
  const reported = method === null ? null : reportedMethod(method, placed, isms, speech)
  return {
    cover: coverOf(basis, { method, counts }, speech),
    counts,
    method: reported,
    risks,
    unplaced: reported === null ? placed.map(({ number }) => number) : unplaced(placed, reported.map),
  }
}

function afterScore(isms: Isms, one: Risk): Placed['after'] {
  return scoreOf(isms, one.id, 'residual', 'target')
}

interface Known {
  readonly isms: Isms
  readonly moment: Moment
  readonly method: RiskMethod | null
}

function riskOf(one: Risk, known: Known, speech: Speech): ReportedRisk {
  const { isms } = known
  const { words } = speech
  const treatments = treatmentsOf(isms, one)
  const touched = PROPERTIES.filter((property) => one.properties.includes(property))
  return {
    number: one.number,
    title: one.title,
    scenario: one.scenario ?? '',
    owner: ownerOf(isms, one, speech),
    properties: touched.map((property) => words(`risk.properties.${property}`)),
    letters: touched.map((property) => words(`report.letter.${property}`)).join(' '),
    state: words(`risk.state.${one.state}`),
    now: scoreReport(one, presentScore(isms, one.id), known, speech),
    decision: one.decision === null ? words('report.decision.none') : words(`risk.decision.${one.decision}`),
    options: [...new Set(treatments.flatMap((each) => optionOf(each, speech)))],
    controls: controlsOf(treatments, isms),
    after: scoreReport(one, afterScore(isms, one), known, speech),
    acceptance: acceptanceOf(one, known, speech),
    reviewAt: one.reviewAt,
  }
}

function optionOf({ option, statedDecision }: Treatment, { words }: Speech): readonly string[] {
  if (option !== null) return [words(`treatment.option.${option}`)]
  return statedDecision === null ? [] : [words('report.option.stated', { option: statedDecision })]
}

function controlsOf(treatments: readonly Treatment[], isms: Isms): readonly string[] {
  const refs = treatments.flatMap(({ controls }) =>
    controls.flatMap((id) => {
      const found = isms.find(control, id)
      return found === null ? [] : [found.ref ?? found.number]
    }),
  )
  return [...new Set(refs)].sort(compareRefs)
}

/** By the method that the score was made with; where it names none, by the one that holds. */
function scoreReport(one: Risk, score: RiskScore | null, known: Known, { words }: Speech): ReportedScore | null {
  if (score === null) return null
  const method = known.isms.find(riskMethod, score.method) ?? known.method
  return {
    likelihood: score.likelihood,
    consequence: method === null ? score.consequence : consequenceOf(method, score),
    score: score.score,
    level: levelName(method, score.level),
    density: method === null ? 1 : densityOf(method, score.level),
    isAbove: isRiskAbove(method, one, score),
    kind: words(`risk_score.kind.${score.kind}`),
    scoredAt: score.scoredAt,
  }
}

/** Who accepted what remains: given here, or stated on paper and then confirmed or not (6.1.3 f). */
function acceptanceOf(one: Risk, { isms, moment }: Known, speech: Speech): string {
  const { words, day } = speech
  const given = (['residual_risk', 'retain_exception'] as const)
    .flatMap((kind) => standing(isms, kind, subjectsOf(isms, one), moment))
    .at(-1)
  if (given !== undefined) {
    const who = byAndOn(nameOf(isms, given.by), given.at, speech)
    return given.until === null ? who : words('report.acceptance.until', { who, until: day(given.until) })
  }
  const { by, on, confirmedAt, confirmedBy } = one.statedApproval
  if (by === null && on === null) return ''
  const paper = byAndOn(by ?? '', on, speech)
  if (confirmedAt === null) return words('report.approval.paper', { paper })
  const confirmed = byAndOn(nameOf(isms, confirmedBy), confirmedAt, speech)
  return words('report.approval.confirmed', { paper, confirmed })
}

interface Told {
  readonly method: RiskMethod | null
  readonly counts: RiskReport['counts']
}

function coverOf(basis: Basis, { method, counts }: Told, speech: Speech): Cover {
  const { words } = speech
  const { name } = organisationNames(basis.isms)
  const title = words('report.risks.title')
  const isDraft = method !== null && method.approvedAt === null
  return {
    language: speech.language,
    title,
    organisation: name,
    notice: method === null ? words('report.method.none') : isDraft ? words('report.method.draft') : null,
    facts: factsOf(basis, method, speech),
    summary: [
      words('report.risks.summary', { total: counts.total, above: counts.above }),
      ...(counts.unscored > 0 ? [words('report.risks.unscored', { n: counts.unscored })] : []),
      ...(counts.afterAbove > 0 ? [words('report.risks.afterAbove', { n: counts.afterAbove })] : []),
    ],
    footer: footerOf([name, title].filter((part) => part !== '').join(' · '), basis, speech),
    pageWords: words('report.page'),
  }
}

function factsOf(basis: Basis, method: RiskMethod | null, speech: Speech): readonly Fact[] {
  const { isms } = basis
  const { words } = speech
  return [
    { label: words('report.organisation'), value: organisationNames(isms).legal },
    { label: words('report.scope'), value: scopeWording(isms, speech) },
    ...(method === null ? [] : methodFacts(method, isms, speech)),
    ...basisFacts(basis, speech),
  ]
}

function methodFacts(method: RiskMethod, isms: Isms, speech: Speech): readonly Fact[] {
  const { words } = speech
  const version = method.versionLabel ?? method.number
  const approved = byAndOn(nameOf(isms, method.approvedBy), method.approvedAt, speech)
  const line = thresholdOf(method)
  return [
    {
      label: capital(words('risk_method')),
      value: words('report.method.value', { title: method.title, version }),
    },
    {
      label: words('report.approval'),
      value: method.approvedAt === null ? words('report.approval.none') : approved,
    },
    {
      label: words('risk_method.acceptanceThreshold'),
      value:
        line === null ? words('report.method.noLine') : words('report.method.line', { level: levelName(method, line) }),
    },
    ...(method.approach === null
      ? []
      : [{ label: words('risk_method.approach'), value: words(`risk_method.approach.${method.approach}`) }]),
    ...(method.aggregation === null
      ? []
      : [{ label: words('risk_method.aggregation'), value: words(`risk_method.aggregation.${method.aggregation}`) }]),
    ...(method.intervalMonths === null
      ? []
      : [{ label: words('report.interval'), value: words('report.interval.value', { n: method.intervalMonths }) }]),
  ]
}
