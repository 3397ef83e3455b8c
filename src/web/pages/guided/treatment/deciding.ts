import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type Verdict, verdictOf } from '../../../../modules/risks/web/method.ts'
import { useApi } from '../../../api.ts'
import type { PartProps } from './part-props.ts'
import { type DecideBody, seenOf, type Treated } from './treatment.ts'
import { NO_WORK, type Work, workBody } from './WorkFields.tsx'

export const OPTIONS = ['modify', 'avoid', 'share', 'retain'] as const
export type Option = (typeof OPTIONS)[number]

/** What somebody is about to decide of a risk. */
export interface Said {
  readonly option: Option
  readonly reason: string
  readonly controls: readonly string[]
  readonly likelihood: number | null
  readonly consequence: number | null
  readonly rationale: string
  readonly work: Work
}

export interface Deciding {
  readonly said: Said
  readonly say: (part: Partial<Said>) => void
  readonly verdict: Verdict | null
  /** Whether there is work about which something was not said yet. */
  readonly isWorkOpen: boolean
  readonly isReady: boolean
  readonly error: Error | null
  readonly decide: () => void
}

const WORK_GAPS = ['action', 'owner', 'due', 'resources'] as const

export function useDeciding(risk: Treated, map: PartProps['map'], onDone: () => void): Deciding {
  const api = useApi()
  const [said, setSaid] = useState(() => begun(risk))
  const isWorkOpen = risk.gaps.some((gap) => WORK_GAPS.some((one) => one === gap)) || risk.actions.length === 0
  const verdict = verdictOf(map, said.likelihood, said.consequence)
  const deciding = useMutation({
    mutationFn: () => api.send('POST', 'guides/treatment/decided', { body: bodyOf(risk, said, isWorkOpen) }),
    onSuccess: async () => {
      await api.refresh()
      onDone()
    },
  })
  return {
    said,
    say: (part) => setSaid((before) => ({ ...before, ...part })),
    verdict,
    isWorkOpen,
    isReady: isWhole(said, verdict !== null) && !deciding.isPending,
    error: deciding.error,
    decide: () => deciding.mutate(),
  }
}

/** What was decided or proposed before; else what usually helps. */
function begun({ treatment, usual, expected, score, actions, unfinished }: Treated): Said {
  const work = actions.find(({ id }) => id === unfinished?.id) ?? actions[0]
  return {
    option: treatment?.option ?? 'modify',
    // Of a proposal that says why it was proposed; whoever decides has reasons of his own.
    reason: treatment === null || treatment.state === 'proposed' ? '' : (treatment.justification ?? ''),
    controls: treatment === null || treatment.controls.length === 0 ? usual : treatment.controls,
    ...(expected === null
      ? { likelihood: null, consequence: score.consequence, rationale: '' }
      : { likelihood: expected.likelihood, consequence: expected.consequence, rationale: expected.rationale ?? '' }),
    work: work === undefined ? NO_WORK : workOf(work),
  }
}

function workOf({ owner, due, resources }: Treated['actions'][number]): Work {
  return { owner, due: due ?? '', resources: resources ?? '' }
}

function isWhole({ option, reason, controls }: Said, isExpected: boolean): boolean {
  if (option === 'retain') return reason.trim() !== ''
  return isExpected && (option === 'avoid' || controls.length > 0)
}

function bodyOf(risk: Treated, said: Said, isWorkOpen: boolean): DecideBody {
  const { option, likelihood, consequence } = said
  const isKept = option === 'retain'
  const work = isKept || !isWorkOpen ? null : workBody(said.work)
  return {
    ...seenOf(risk),
    option,
    justification: textOf(said.reason),
    controls: isKept ? [] : [...said.controls],
    expected:
      isKept || likelihood === null || consequence === null
        ? null
        : { likelihood, consequence, rationale: textOf(said.rationale) },
    work: work === null ? null : { ...work, title: null, ...(risk.unfinished ?? { id: null, version: null }) },
  }
}

function textOf(typed: string): string | null {
  return typed.trim() === '' ? null : typed.trim()
}
