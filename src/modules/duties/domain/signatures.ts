import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { ownersOf } from '../../people/domain/presence.ts'
import { scoreOf } from '../../risks/domain/levels.ts'
import type { Risk } from '../../risks/registers/risk.ts'
import { statedApproval } from '../../treatments/domain/consent.ts'
import { currentPlan, treatedRisks } from '../../treatments/domain/treated.ts'
import { planWord, residualWord, type Word } from './consents.ts'

/** How it stands with the words of one owner on one of his risks. */
export interface Signature {
  readonly owner: RecordId
  readonly risk: Risk
  /** Key of the level that remains. */
  readonly level: string | null
  readonly plan: Word
  readonly residual: Word
}

export interface Signatures {
  readonly words: readonly Signature[]
  /** Treated risks that nobody owns: there is nobody to ask. */
  readonly ownerless: readonly Risk[]
}

/** Who has signed for which treated risk, and who has not (ISO/IEC 27001:2022, 6.1.3 f). */
export function signatures(isms: Isms, moment: Moment): Signatures {
  const plan = currentPlan(isms, moment)
  const owned = treatedRisks(isms).map((one) => ({ one, owners: ownersOf(isms, one, moment) }))
  return {
    words: owned.flatMap(({ one, owners }) =>
      owners.map((owner): Signature => {
        const level = scoreOf(isms, one.id, 'residual', 'target')?.level ?? null
        // Confirmed from a file it is as good as given here.
        if (statedApproval(one) === 'confirmed') return { owner, risk: one, level, plan: 'given', residual: 'given' }
        return {
          owner,
          risk: one,
          level,
          plan: planWord(isms, one, { owner, plan }, moment),
          residual: residualWord(isms, one, owner, moment),
        }
      }),
    ),
    ownerless: owned.filter(({ owners }) => owners.length === 0).map(({ one }) => one),
  }
}
