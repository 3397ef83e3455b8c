import type { ReactNode } from 'react'
import { useSpeech } from '../../text.ts'
import type { Typing } from './draft.ts'

interface DraftLineProps {
  readonly typing: Typing
  /** The version that was just saved, until something is typed again. */
  readonly savedVersion: number | null
}

/** Where what was typed is now: nowhere yet, kept as a draft, or saved. */
export function DraftLine({ typing, savedVersion }: DraftLineProps): ReactNode {
  const { words, time } = useSpeech()
  const isTyped = Object.keys(typing.typed).length > 0
  if (!isTyped) {
    return (
      <p className="small quiet draftline" role="status">
        {savedVersion === null ? null : words('form.saved', { version: savedVersion })}
      </p>
    )
  }
  return (
    <p className="small quiet draftline" role="status">
      {typing.isKept && typing.savedAt !== null
        ? words('form.draftKept', { time: time(typing.savedAt) })
        : words('form.draftPending')}{' '}
      <button type="button" className="link" onClick={typing.discard}>
        {words('form.discard')}
      </button>
    </p>
  )
}
