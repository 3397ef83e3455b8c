import { isInLookBack } from '../../kernel/interval.ts'
import { type Rule, rule } from '../../kernel/rule.ts'
import { forAll, isFilled } from '../../kernel/verdict.ts'
import { type IsmsChange, ismsChange } from './registers/isms-change.ts'

const THOUGHT_THROUGH = ['purpose', 'consequences', 'resources', 'responsibilities'] as const

function missing(change: IsmsChange): readonly string[] {
  return THOUGHT_THROUGH.filter((name) => !isFilled(change[name])).map((name) => `isms_change.${name}`)
}

const changesPlanned = rule(
  'R-6.3-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MIN',
    document: 'D-08',
    reads: [ismsChange],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'isms_change', act: 'update' },
  },
  (facts) => {
    const changes = facts.isms.all(ismsChange).filter((change) => change.state !== 'cancelled')
    return forAll(facts, { of: changes, counts: (change, moment) => isInLookBack(facts, moment, change.effectiveAt) }, [
      {
        variant: 'thoughtless',
        fails: (change) => missing(change).length > 0,
        fields: THOUGHT_THROUGH,
        values: (them) => ({ gaps: { keys: [...new Set(them.flatMap(missing))] } }),
      },
      {
        variant: 'unapproved',
        fails: ({ approvedAt, effectiveAt }) => approvedAt === null || effectiveAt === null || approvedAt > effectiveAt,
        fields: ['approvedAt', 'effectiveAt'],
      },
    ])
  },
)

export const rules: readonly Rule[] = [changesPlanned]
