import type { Extension } from '../../../web/kit/extension.ts'
import { AfterCell } from './AfterCell.tsx'
import { ConsequenceInput } from './ConsequenceInput.tsx'
import { LevelCell } from './LevelCell.tsx'
import { LevelInput } from './LevelInput.tsx'
import { LikelihoodInput } from './LikelihoodInput.tsx'
import { NowCell } from './NowCell.tsx'

/** Levels in the list of risks, and scores picked from the scales of the method that holds. */
export const extension: Extension = {
  lists: { risk: ['number', 'title', 'owner', 'now', 'after', 'decision', 'reviewAt', 'state'] },
  columns: {
    risk: [
      { name: 'now', text: 'riskColumn.now', after: 'owner' },
      { name: 'after', text: 'riskColumn.after', after: 'owner' },
    ],
  },
  cells: { 'risk.now': NowCell, 'risk.after': AfterCell, 'risk_score.level': LevelCell },
  inputs: {
    'risk_score.likelihood': LikelihoodInput,
    'risk_score.consequence': ConsequenceInput,
    'risk_score.level': LevelInput,
  },
}
