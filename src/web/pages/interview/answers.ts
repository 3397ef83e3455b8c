import { useRef, useState } from 'react'
import { useApi } from '../../api.ts'
import { Refused } from '../../client.ts'
import type { RecordReply, Values } from '../../replies.ts'

/** So long after the last key an answer is kept: a word is one version, not nine. */
const PAUSE_MS = 700

/** What was typed and is on its way to the record. */
export interface Answering {
  readonly typed: Values
  readonly change: (question: string, value: unknown) => void
  readonly isSaving: boolean
  readonly isSaved: boolean
  readonly error: Error | null
  readonly faultOf: (question: string) => string | undefined
}

type Held = { readonly id: string; readonly version: number } | null

/**
 * Keeps answers as they are given. One save at a time, because each names the version that the one before made; what is
 * typed meanwhile goes along with the next. Leaving the page does not stop it.
 */
export function useAnswers(record: Held): Answering {
  const api = useApi()
  const [typed, setTyped] = useState<Values>({})
  const [state, setState] = useState<'idle' | 'saving' | 'saved'>('idle')
  const [error, setError] = useState<Error | null>(null)
  const unsent = useRef<Record<string, unknown>>({})
  const held = useRef<Held>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const isSending = useRef(false)

  const send = async (): Promise<void> => {
    timer.current = null
    if (isSending.current || Object.keys(unsent.current).length === 0) return
    const set = unsent.current
    unsent.current = {}
    isSending.current = true
    setState('saving')
    try {
      held.current = await save(set)
      setError(null)
      setState('saved')
    } catch (cause) {
      held.current = null
      // What was refused as wrong waits for another answer; what could not be sent goes along with the next.
      const isWrong = cause instanceof Refused && cause.kind === 'invalid'
      if (!isWrong) unsent.current = { ...set, ...unsent.current }
      setError(cause instanceof Error ? cause : new Error('cannot save the answer', { cause }))
      setState('idle')
    }
    isSending.current = false
    await api.refresh()
    if (timer.current === null && held.current !== null && Object.keys(unsent.current).length > 0) await send()
  }

  const save = async (set: Values): Promise<Held> => {
    const at = newest(held.current, record)
    const saved =
      at === null
        ? await api.send<RecordReply>('POST', 'registers/interview', { body: { set } })
        : await api.send<RecordReply>('PATCH', `registers/interview/${at.id}`, { body: { version: at.version, set } })
    return { id: saved.record.id, version: saved.record.version }
  }

  const change = (question: string, value: unknown): void => {
    setTyped((before) => ({ ...before, [question]: value }))
    unsent.current = { ...unsent.current, [question]: value }
    setState('saving')
    if (timer.current !== null) clearTimeout(timer.current)
    timer.current = setTimeout(() => void send(), PAUSE_MS)
  }

  const faults = error instanceof Refused ? error.faults : []
  return {
    typed,
    change,
    isSaving: state === 'saving',
    isSaved: state === 'saved',
    error: faults.length > 0 ? null : error,
    faultOf: (question) => faults.find(({ path }) => path === question)?.message,
  }
}

function newest(one: Held, other: Held): Held {
  if (one === null || other === null) return one ?? other
  return one.version >= other.version ? one : other
}
