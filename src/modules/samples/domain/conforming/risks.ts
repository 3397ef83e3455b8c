import type { RecordId } from '../../../../kernel/register.ts'
import { risk } from '../../../risks/registers/risk.ts'
import { riskAssessment } from '../../../risks/registers/risk-assessment.ts'
import type { Builder } from '../builder.ts'
import type { Surroundings } from './context.ts'
import { addMethod } from './method.ts'
import { riskName } from './names.ts'
import { addObjectives, type Objectives } from './objectives.ts'
import type { People } from './people.ts'
import type { Scheme } from './scheme.ts'
import { type Assessed, addScore } from './scores.ts'
import type { Soa } from './statement.ts'
import { addTreatments, type Treated } from './treatments.ts'

export interface Risks extends Treated, Objectives {
  readonly method: RecordId
  /** The newest one. */
  readonly assessment: RecordId
  /** The open risks, 18 unless told: of each eighteen the first seven are treated, and come first. */
  readonly risks: readonly RecordId[]
  /** Current score of each risk. */
  readonly scores: readonly RecordId[]
}

/** Of so many risks so many are treated. */
const TREATED = 7 / 18

function addRisk(
  build: Builder,
  { index, isTreated, owner, assets }: { index: number; isTreated: boolean; owner: RecordId; assets: RecordId[] },
  scheme: Scheme,
): RecordId {
  return build.add(
    risk,
    {
      title: riskName(index),
      approach: 'asset',
      assets,
      properties: ['availability', 'integrity', 'confidentiality'],
      owner,
      decision: isTreated ? 'treat' : 'accept',
      priority: isTreated ? index + 1 : null,
    },
    { state: isTreated ? 'in_treatment' : 'accepted', validFrom: scheme.after({ days: 45 }) },
  )
}

/** One at the beginning, and after that one each year. Gives them in order. */
function addAssessments(build: Builder, people: People, scheme: Scheme, method: RecordId): readonly RecordId[] {
  const first = scheme.after({ days: 61 })
  const later = scheme.turns({ months: 12 }, { months: 3 }).filter((day) => day > first)
  return [first, ...(scheme.phase === 'initial' ? [] : later)].map((completedAt, index) =>
    build.add(
      riskAssessment,
      {
        title: index === 0 ? 'Eerste beoordeling' : 'Jaarlijkse beoordeling',
        method,
        methodVersion: '1.0',
        reason: index === 0 ? 'initial' : 'planned',
        startedAt: index === 0 ? scheme.after({ days: 45 }) : completedAt,
        completedAt,
        owner: people.officer,
      },
      { key: `risk_assessment.${index + 1}`, state: 'completed' },
    ),
  )
}

export function addRisks(build: Builder, about: People & Soa & Surroundings, scheme: Scheme): Risks {
  const { owners, assets } = about
  const method = addMethod(build, about, scheme)
  const assessments = addAssessments(build, about, scheme, method)
  const by: Assessed = { method, assessment: assessments[0] ?? '', scheme }
  const ownerOf = (index: number): RecordId => owners[index % owners.length] ?? owners[0]
  const count = scheme.counts.risks
  const treatedCount = Math.round(count * TREATED)
  const risks = Array.from({ length: count }, (_, index) => {
    const of = assets[index < 18 ? 0 : index % assets.length] ?? about.customerData
    return addRisk(build, { index, isTreated: index < treatedCount, owner: ownerOf(index), assets: [of] }, scheme)
  })
  const scores = risks.map((of, index) =>
    addScore(build, of, index < treatedCount ? ['current', 3, 4] : ['current', 1, 4], by),
  )
  const treated = addTreatments(build, { ...about, ...by, risks: risks.slice(0, treatedCount), ownerOf }, scheme)
  return {
    method,
    assessment: assessments.at(-1) ?? '',
    risks,
    scores,
    ...treated,
    ...addObjectives(build, about, { about: risks[0] ?? '', scheme }),
  }
}
