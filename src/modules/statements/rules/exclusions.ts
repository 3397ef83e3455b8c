import type { Isms } from '../../../kernel/isms.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../../kernel/rule.ts'
import { breach, failing, noPopulation, okay, together, undetermined } from '../../../kernel/verdict.ts'
import { accessGrant } from '../../access/register.ts'
import { asset } from '../../assets/registers/asset.ts'
import { informationSystem } from '../../assets/registers/information-system.ts'
import { changeRecord } from '../../changes/registers/change-record.ts'
import { control } from '../../controls/register.ts'
import { location } from '../../organisation/registers/location.ts'
import { service } from '../../organisation/registers/service.ts'
import { person } from '../../people/registers/person.ts'
import { isRiskAbove, methodOf, originalScore } from '../../risks/domain/levels.ts'
import { risk } from '../../risks/registers/risk.ts'
import { riskMethod } from '../../risks/registers/risk-method.ts'
import { riskScore } from '../../risks/registers/risk-score.ts'
import { supplier } from '../../suppliers/register.ts'
import { isLive } from '../../treatments/domain/treated.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import { ALWAYS_CONTRARY, contraryTo, hasInformationSystem } from '../domain/contrary.ts'
import { type Line, linesOf, newestStatement } from '../domain/newest.ts'
import { statement } from '../registers/statement.ts'
import { statementLine } from '../registers/statement-line.ts'

/** What the registers say about one line that is out. */
interface Doubt {
  readonly line: Line
  readonly kind: 'contradicted' | 'confirmed_wrong' | 'always' | 'unknown'
  /** Text keys of the facts that speak against it. */
  readonly facts: readonly string[]
}

function doubtOf(isms: Isms, line: Line): Doubt | null {
  const number = line.control.annexA
  if (number === null) return null
  const { facts, open } = contraryTo(isms, number)
  if (facts.length > 0) return { line, kind: 'contradicted', facts }
  if (ALWAYS_CONTRARY.includes(number) && hasInformationSystem(isms)) {
    // A person has looked at it: then it is a finding, or it is settled (1.10, 19).
    if (line.line.exclusionConfirmedAt === null) return { line, kind: 'always', facts }
    return line.line.exclusionWrong === true ? { line, kind: 'confirmed_wrong', facts } : null
  }
  return open ? { line, kind: 'unknown', facts } : null
}

const exclusionsHold = rule(
  'R-6.1.3-d-6',
  {
    basis: 'N',
    stage: 'S1',
    worst: 'MAJ',
    document: 'D-05',
    reads: [
      statement,
      statementLine,
      control,
      informationSystem,
      asset,
      supplier,
      person,
      location,
      service,
      accessGrant,
      changeRecord,
      risk,
      riskScore,
      riskMethod,
      treatment,
    ],
    remedy: { owner: 'coordinator', register: 'statement_line', act: 'update' },
  },
  (facts) => {
    const { isms } = facts
    const excluded = newestStatement(isms) === null ? [] : linesOf(isms).filter(({ line }) => line.included === false)
    if (excluded.length === 0) return noPopulation
    const doubts = excluded.flatMap((line) => doubtOf(isms, line) ?? [])
    const wrong = doubts.filter(({ kind }) => kind === 'contradicted' || kind === 'confirmed_wrong')
    return together(
      wrong.length === 0 ? okay(excluded) : contradicted(facts, excluded, wrong),
      asked('always', doubts),
      asked('unknown', doubts),
    )
  },
)

function contradicted(facts: Facts, excluded: readonly Line[], wrong: readonly Doubt[]): RuleResult {
  const isSerious = wrong.length >= 3 || wrong.some(({ line }) => treatsRiskAbove(facts, line))
  const spoken = [...new Set(wrong.flatMap((doubt) => doubt.facts))]
  return breach({
    severity: isSerious ? 'MAJ' : 'MIN',
    values: { total: excluded.length, known: spoken.length, facts: { keys: spoken } },
    failing: wrong.map(({ line }) => failing(line, ['included', 'exclusionConfirmedAt'])),
    lookedAt: excluded,
  })
}

/** Whether a treatment of a risk above the acceptance line counts on the control (1.10, 12: inherent, else current). */
function treatsRiskAbove({ isms, moment }: Facts, line: Line): boolean {
  const method = methodOf(isms, moment)
  return isms
    .pointing(treatment, 'controls', line.control.id)
    .filter(isLive)
    .some((one) => {
      const treated = isms.find(risk, one.risk)
      return (
        treated !== null && treated.state !== 'closed' && isRiskAbove(method, treated, originalScore(isms, treated.id))
      )
    })
}

function asked(kind: 'always' | 'unknown', doubts: readonly Doubt[]): RuleResult {
  const open = doubts.filter((doubt) => doubt.kind === kind).map(({ line }) => line)
  if (open.length === 0) return okay()
  return undetermined([{ variant: kind, values: { n: open.length }, objects: open.map(({ id }) => id) }], open)
}

export const rules: readonly Rule[] = [exclusionsHold]
