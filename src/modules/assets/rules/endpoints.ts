import { addDays } from '../../../kernel/calendar.ts'
import type { Facts, Rule } from '../../../kernel/rule.ts'
import { rule } from '../../../kernel/rule.ts'
import { forAll, ratio, together } from '../../../kernel/verdict.ts'
import { type Asset, asset } from '../registers/asset.ts'

/** Longest time that a device may be out of sight (R-A.8.1-1). */
const SEEN_DAYS = 30

function inScope({ isms }: Facts): readonly Asset[] {
  return isms.all(asset).filter((one) => one.state === 'active' && one.inScope === true)
}

function isNot(fact: boolean | null): boolean | 'unknown' {
  return fact === null ? 'unknown' : !fact
}

const endpointsControlled = rule(
  'R-A.8.1-1',
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [asset],
    remedy: { owner: 'object_owner', register: 'asset', act: 'update' },
  },
  (facts) => {
    const assets = facts.aside(() => inScope(facts))
    // Nobody asks of a rack or a printer room whether it is an endpoint; of equipment he does.
    const unplaced = assets.filter((one) => one.endpoint === null && one.kind === 'hardware')
    return together(
      forAll(facts, { of: assets.filter((one) => one.endpoint === true), grade: ratio(0.3) }, [
        { variant: 'unencrypted', fails: (one) => isNot(one.encrypted), fields: ['encrypted'] },
        { variant: 'unmanaged', fails: (one) => isNot(one.managed), fields: ['managed'] },
        { variant: 'unsupported', fails: (one) => isNot(one.osSupported), fields: ['osSupported'] },
        {
          variant: 'unseen',
          fails: (one, moment) => {
            if (one.lastSeen === null) return 'unknown'
            // The days are the organisation's own, so an exception lifts them and nothing else (1.10, 8).
            return !facts.isExcepted(one.id) && moment.late(addDays(one.lastSeen, SEEN_DAYS))
          },
          fields: ['lastSeen'],
        },
      ]),
      forAll(facts, unplaced, [{ variant: 'endpoint', fails: () => 'unknown', fields: ['endpoint'] }]),
    )
  },
)

export const rules: readonly Rule[] = [endpointsControlled]
