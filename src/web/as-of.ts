import type { AsOfMode } from '../kernel/isms.ts'
import { useAddress } from './address.ts'
import { isDay } from './days.ts'
import { useMembership } from './session.ts'

/** The day that the page shows. In the past everything is read only; a day to come shows what is foreseen. */
export interface AsOf {
  readonly today: string
  readonly day: string
  readonly tense: 'past' | 'present' | 'future'
  readonly mode: AsOfMode
  readonly go: (day: string, mode?: AsOfMode) => void
}

export function useAsOf(): AsOf {
  const { get, set } = useAddress()
  const { today } = useMembership()
  const asked = get('at')
  const day = isDay(asked) ? asked : today
  const mode: AsOfMode = get('mode') === 'true' ? 'true' : 'known'
  return {
    today,
    day,
    tense: day < today ? 'past' : day > today ? 'future' : 'present',
    mode,
    go: (to, asMode = mode) =>
      set({ at: to === today ? undefined : to, mode: to === today || asMode === 'known' ? undefined : asMode }),
  }
}
