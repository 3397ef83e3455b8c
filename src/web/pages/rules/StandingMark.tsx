import type { ReactNode } from 'react'
import { Mark } from '../../kit/Mark.tsx'
import type { ReadinessReply } from '../../readiness.ts'

type State = ReadinessReply['standing'][number]['state']

const MARKS = { ok: 'ok', undetermined: 'question' } as const

/** Where a rule stands, in shapes: a tick, a question, a cross-line for what objects, nothing for what does not speak. */
export function StandingMark({ state }: { readonly state: State }): ReactNode {
  if (state === 'ok' || state === 'undetermined') return <Mark severity={MARKS[state]} isNamed={false} />
  if (state === 'violated') {
    return (
      <svg className="mark ink" viewBox="0 0 12 12" aria-hidden="true">
        <path d="M2 2l8 8M10 2l-8 8" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
    )
  }
  return <span />
}
