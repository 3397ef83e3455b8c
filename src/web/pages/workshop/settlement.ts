import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type RiskMap, type Verdict, verdictOf } from '../../../modules/risks/web/method.ts'
import { useApi } from '../../api.ts'
import type { TabledRisk } from './workshop.ts'

/** What the table is about to agree on. */
export interface Agreed {
  readonly likelihood: number | null
  readonly consequence: number | null
  readonly rationale: string
  readonly owner: string | null
  readonly decision: string | null
}

export interface Settlement {
  readonly agreed: Agreed
  readonly agree: (part: Partial<Agreed>) => void
  /** What the method says of these numbers; null where it has no such cell. */
  readonly verdict: Verdict | null
  readonly isReady: boolean
  readonly error: Error | null
  readonly save: () => void
}

export function useSettlement(risk: TabledRisk, map: RiskMap, onDone: () => void): Settlement {
  const api = useApi()
  const [agreed, setAgreed] = useState<Agreed>(() => ({
    likelihood: risk.score?.likelihood ?? commonOf(risk, 'likelihood'),
    consequence: risk.score?.consequence ?? commonOf(risk, 'consequence'),
    rationale: risk.score?.rationale ?? '',
    owner: risk.owner,
    decision: risk.decision,
  }))
  const settling = useMutation({
    mutationFn: () =>
      api.send('POST', 'workshop/settled', { body: { risk: risk.id, version: risk.version, ...agreed } }),
    onSuccess: async () => {
      await api.refresh()
      onDone()
    },
  })
  const verdict = verdictOf(map, agreed.likelihood, agreed.consequence)
  return {
    agreed,
    agree: (part) => setAgreed((before) => ({ ...before, ...part })),
    verdict,
    isReady: verdict !== null && agreed.rationale.trim() !== '' && !settling.isPending,
    error: settling.error,
    save: () => settling.mutate(),
  }
}

/** Where the opinions agree, that is where the table begins. */
function commonOf(risk: TabledRisk, of: 'likelihood' | 'consequence'): number | null {
  const said = risk.opinions.flatMap((one) => one[of] ?? [])
  const [first] = said
  return first !== undefined && said.every((value) => value === first) ? first : null
}
