import { type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, isFilled, ratio, together } from '../../../kernel/verdict.ts'
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
    const systems = facts.isms.all(informationSystem).filter((one) => one.state === 'active' && one.inScope !== false)
    return together(
      forAll(facts, { of: systems.filter((one) => one.cloud === true), grade: ratio(0.5) }, [
        {
          variant: 'sheet',
          fails: (one) => gapsOf(one).length > 0,
          fields: [...SHEET],
          values: (them) => ({
            gaps: { keys: [...new Set(them.flatMap(gapsOf))].map((name) => `information_system.${name}`) },
          }),
        },
      ]),
      forAll(
        facts,
        systems.filter((one) => one.cloud === null),
        [{ variant: 'cloud', fails: () => 'unknown', fields: ['cloud'] }],
      ),
    )
  },
)

export const rules: readonly Rule[] = [cloudArranged]
