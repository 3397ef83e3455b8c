import { type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, isFilled, ratio } from '../../../kernel/verdict.ts'
import { type InformationSystem, informationSystem } from '../registers/information-system.ts'

const SHEET = ['responsibilities', 'exitPlan', 'acquisitionCheck'] as const

function gapsOf(one: InformationSystem): readonly (typeof SHEET)[number][] {
  return SHEET.filter((name) => !isFilled(one[name]))
}

const cloudArranged = rule(
  'R-A.5.23-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    reads: [informationSystem],
    remedy: { owner: 'object_owner', register: 'information_system', act: 'update' },
  },
  (facts) => {
    // What was placed outside the scope is somebody else's to arrange.
    const systems = facts.isms
      .all(informationSystem)
      .filter((one) => one.state === 'active' && one.inScope !== false && one.cloud !== false)
    return forAll(facts, { of: systems, grade: ratio(0.5) }, [
      { variant: 'cloud', fails: (one) => (one.cloud === null ? 'unknown' : false), fields: ['cloud'] },
      {
        variant: 'sheet',
        fails: (one) => one.cloud === true && gapsOf(one).length > 0,
        fields: [...SHEET],
        values: (them) => ({
          gaps: { keys: [...new Set(them.flatMap(gapsOf))].map((name) => `information_system.${name}`) },
        }),
      },
    ])
  },
)

export const rules: readonly Rule[] = [cloudArranged]
