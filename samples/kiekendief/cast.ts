/** The people of the sample, all invented, as far as they enter something. */
import type { Role } from '../../src/kernel/permission.ts'

export const CAST = {
  fenna: ['coordinator'],
  marit: ['top_management', 'owner', 'employee'],
  ruben: ['owner', 'employee'],
  youssef: ['owner', 'employee'],
  tijs: ['owner', 'employee'],
  dewi: ['owner', 'employee'],
  anouk: ['owner', 'employee'],
  sanne: ['owner', 'employee'],
  noor: ['employee'],
  sem: ['owner', 'employee'],
  bas: ['employee'],
  joost: ['employee'],
  lieke: ['employee'],
} as const satisfies Record<string, readonly Role[]>

export type Actor = keyof typeof CAST
