import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { questionSentence } from '../../../modules/readiness/domain/wording.ts'
import { useApi } from '../../api.ts'
import { Mark, type Severity } from '../../kit/Mark.tsx'
import { findingsOf, markOf, type ReadinessReply, sentencesOf } from '../../readiness.ts'
import { useRuleSpeech } from '../../text.ts'
import { PATH_STAGE } from '../path/path.ts'

/** How one rule of the step stands. */
interface Standing {
  readonly rule: string
  /** Null where there is nothing to say yet: it waits for a day, or for something before it. */
  readonly mark: Severity | null
  readonly sentences: readonly string[]
}

/** What an auditor would still find about this step, and what was cleared since the page was opened. */
export function GuideFindings({ rules }: { readonly rules: readonly string[] }): ReactNode {
  const speech = useRuleSpeech()
  const { words } = speech
  const api = useApi()
  const reading = api.read<ReadinessReply>('readiness', { stage: PATH_STAGE })
  const now = useQuery({ ...reading, placeholderData: keepPreviousData })
  // As it stood when the page was opened: outside of what a save asks for again, and forgotten when the page is left.
  const opened = useQuery({
    ...reading,
    queryKey: ['guide-opened', api.organisation, ...rules],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })
  if (now.data === undefined || opened.data === undefined) return <aside className="panel stick" aria-busy="true" />
  const { data } = now
  const before = opened.data
  const standings = rules.map((rule) => standingOf(rule, data, speech))
  const cleared = standings.filter(({ rule, mark }) => mark === 'ok' && isObjected(standingOf(rule, before, speech)))
  const left = standings.filter(isObjected)
  const isEarly = left.length + cleared.length === 0 && standings.some(({ mark }) => mark === null)
  return (
    // It scrolls beside the form, and a keyboard has to reach what is below.
    <aside className="panel stick clears" aria-labelledby="clears" tabIndex={0}>
      <h2 id="clears">{words(isEarly ? 'guide.clears.early' : 'guide.clears', { n: left.length })}</h2>
      <p className="small soft" role="status">
        {words('guide.cleared', { n: cleared.length })}
      </p>
      <ul className="lines hang">
        {[...left, ...cleared, ...standings.filter((one) => !left.includes(one) && !cleared.includes(one))].map(
          ({ rule, mark, sentences }) => (
            <li key={rule} className={cleared.some((one) => one.rule === rule) ? 'fresh' : undefined}>
              {mark === null ? <span className="mark" /> : <Mark severity={mark} />}{' '}
              {sentences.length > 0 ? sentences.join(' ') : words(`rule.${rule}.clears`)}
              {mark === null ? <span className="quiet">{` ${words('guide.notYet')}`}</span> : null}
            </li>
          ),
        )}
      </ul>
    </aside>
  )
}

function isObjected({ mark }: Standing): boolean {
  return mark !== null && mark !== 'ok'
}

function standingOf(rule: string, answer: ReadinessReply, speech: ReturnType<typeof useRuleSpeech>): Standing {
  const finding = [...findingsOf(answer), ...answer.known].find((one) => one.rule === rule)
  const asked = answer.question.filter((one) => one.rule === rule).map((one) => questionSentence(speech, one))
  if (finding !== undefined) {
    return { rule, mark: markOf(finding), sentences: [...sentencesOf(finding, speech), ...asked] }
  }
  if (asked.length > 0) return { rule, mark: 'question', sentences: asked }
  const state = answer.standing.find((one) => one.rule === rule)?.state
  return { rule, mark: state === 'ok' ? 'ok' : null, sentences: [] }
}
