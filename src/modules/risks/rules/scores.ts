import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, type Grade, ratio } from '../../../kernel/verdict.ts'
import { type AssessedScore, assessedScores } from '../domain/assessed.ts'
import { isOpen, openRisks, presentScore } from '../domain/levels.ts'
import { consequenceOf, levelOf, onScale } from '../domain/method.ts'
import { risk } from '../registers/risk.ts'
import { riskAssessment } from '../registers/risk-assessment.ts'
import { riskMethod } from '../registers/risk-method.ts'
import { type RiskScore, riskScore } from '../registers/risk-score.ts'

const SCALES_FOLLOWED = 'R-6.1.2-b-1'
const VALUES = [
  'likelihood',
  'consequence',
  'consequenceConfidentiality',
  'consequenceIntegrity',
  'consequenceAvailability',
] as const

/** A score without any value is no score yet; another rule says so. */
function hasValue(score: RiskScore): boolean {
  return VALUES.some((name) => score[name] !== null)
}

function riskOf({ score }: AssessedScore): string {
  return score.risk
}

const scalesFollowed = rule(
  SCALES_FOLLOWED,
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-10',
    reads: [risk, riskScore, riskAssessment, riskMethod],
    remedy: { owner: 'object_owner', register: 'risk_score', act: 'update' },
  },
  (facts) => {
    const scores = () => assessedScores(facts.isms, facts.moment).filter(({ score }) => hasValue(score))
    return forAll(facts, { of: scores, grade: ratio(0.2) }, [
      {
        variant: 'off_scale',
        fails: ({ score, method }) => (method.likelihoodScale.length === 0 ? 'unknown' : !onScale(method, score)),
        object: riskOf,
        fields: VALUES,
      },
      {
        variant: 'other_version',
        fails: (one) => !one.hasOwnVersion,
        object: riskOf,
        fields: ['method', 'methodVersion'],
      },
    ])
  },
)

/** Whether it shows how large an open risk is now. */
function isPresent({ isms }: Facts, score: RiskScore): boolean {
  return isOpen(isms.find(risk, score.risk)) && presentScore(isms, score.risk)?.id === score.id
}

/** Missing for more than a quarter → MIN, fewer → OFI. */
const reproducibleGrade: Grade = ({ fails, total }) => (fails / total > 0.25 ? 'MIN' : 'OFI')

const scoresReproducible = rule(
  'R-6.1.2-b-2',
  {
    basis: 'P on N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-10',
    reads: [risk, riskScore],
    remedy: { owner: 'object_owner', register: 'risk_score', act: 'update' },
  },
  (facts) =>
    forAll(
      facts,
      { of: () => facts.isms.all(riskScore), counts: (one) => isPresent(facts, one), grade: reproducibleGrade },
      [
        {
          fails: (score) => (score.rationale ?? '').trim().length < 20 && score.evidence.length === 0,
          object: (score) => score.risk,
          fields: ['rationale', 'evidence'],
        },
      ],
    ),
)

const scoresComplete = rule(
  'R-6.1.2-d-1',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-10',
    reads: [risk, riskScore],
    remedy: { owner: 'object_owner', register: 'risk_score', act: 'create' },
  },
  (facts) => {
    const { isms } = facts
    const risks = () => openRisks(isms).filter((one) => one.state !== 'draft')
    return forAll(facts, { of: risks, grade: ratio(0.25) }, [
      { variant: 'unscored', fails: (one) => presentScore(isms, one.id) === null, fields: ['state'] },
      { variant: 'incomplete', fails: (one) => isIncomplete(presentScore(isms, one.id)), fields: ['state'] },
    ])
  },
)

function isIncomplete(score: RiskScore | null): boolean {
  if (score === null) return true
  const [, ...consequences] = VALUES
  return score.likelihood === null || score.level === null || consequences.every((name) => score[name] === null)
}

/** Null where the matrix cannot say: a value is missing, or the cell is. */
function expectedLevel({ score, method }: AssessedScore): string | null {
  return levelOf(method, score.likelihood, consequenceOf(method, score))?.level ?? null
}

const levelFollows = rule(
  'R-6.1.2-d-2',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MIN',
    document: 'D-10',
    reads: [risk, riskScore, riskAssessment, riskMethod],
    after: [SCALES_FOLLOWED],
    remedy: { owner: 'object_owner', register: 'risk_score', act: 'update' },
  },
  (facts) => {
    const offScale = facts.fails(SCALES_FOLLOWED)
    const scores = assessedScores(facts.isms, facts.moment).filter(
      (one) => !offScale.has(one.id) && one.score.level !== null && one.score.likelihood !== null,
    )
    return forAll(facts, scores, [
      {
        fails: (one) => {
          const level = expectedLevel(one)
          return level === null ? 'unknown' : level !== one.score.level
        },
        object: riskOf,
        fields: ['level', ...VALUES],
      },
    ])
  },
)

export const rules: readonly Rule[] = [scalesFollowed, scoresReproducible, scoresComplete, levelFollows]
