import { type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, ratio, together } from '../../../kernel/verdict.ts'
import { isExcepted } from '../../exceptions/domain.ts'
import { exception } from '../../exceptions/register.ts'
import { systemsInScope } from '../domain.ts'
import { type InformationSystem, informationSystem } from '../registers/information-system.ts'

const STRONG_SIGN_IN = 'R-A.8.5-1'

function needsStrongSignIn(one: InformationSystem): boolean | null {
  if (one.remoteAccess === true || one.privilegedAccess === true) return true
  return one.remoteAccess === null || one.privilegedAccess === null ? null : false
}

const strongSignIn = rule(
  STRONG_SIGN_IN,
  {
    basis: 'O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [informationSystem, exception],
    remedy: { owner: 'object_owner', register: 'information_system', act: 'update' },
  },
  (facts) => {
    const systems = systemsInScope(facts.isms)
    return together(
      forAll(facts, { of: systems.filter((one) => needsStrongSignIn(one) === true), grade: ratio(0.5) }, [
        {
          variant: 'weak',
          fails: (one, moment) => {
            if (one.mfa === true || isExcepted(facts.isms, one.id, STRONG_SIGN_IN, moment)) return false
            return one.mfa === null ? 'unknown' : true
          },
          fields: ['mfa'],
        },
      ]),
      forAll(
        facts,
        systems.filter((one) => needsStrongSignIn(one) === null),
        [{ variant: 'reach', fails: () => 'unknown', fields: ['remoteAccess', 'privilegedAccess'] }],
      ),
    )
  },
)

export const rules: readonly Rule[] = [strongSignIn]
