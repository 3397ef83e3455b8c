import { useDebouncedCallback } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { Draft, RecordReply, Values } from '../../replies.ts'
import { withoutSame } from '../difference.ts'

/** What somebody is typing over a record, kept on the server while it is typed. */
export interface Typing {
  /** Only the fields that were changed. */
  readonly typed: Values
  /** The record as it was when typing began; null where a draft of another day was begun on an older version. */
  readonly base: AnyRecord | null
  readonly savedAt: string | null
  readonly isKept: boolean
  readonly type: (values: Values) => void
  /** After somebody else saved first: goes on from the record as it is now. */
  readonly rebase: (typed: Values, record: AnyRecord) => void
  readonly discard: () => void
  /** After a save: the draft has become the record. */
  readonly done: () => void
}

/** Between two strokes of a hand that types; a draft that is a second old is no loss. */
const WAIT_MS = 700

interface State {
  readonly typed: Values
  readonly base: AnyRecord | null
  readonly version: number | null
}

/** `draft` is what the server kept from an earlier visit; `given` what the address brings along for a new record. */
export function useTyping(register: Register, record: AnyRecord | null, draft: Draft | null, given: Values): Typing {
  const api = useApi()
  const client = useQueryClient()
  const which = `${register.name}/${record?.id ?? 'new'}`
  const path = `drafts/${which}`
  const [state, setState] = useState<State>(() => begun(record, draft, given))
  // The record as it was read is used again by whoever comes back to it soon: it has to tell of the draft as well.
  const { queryKey } = api.read<RecordReply>(`registers/${which}`)
  const tell = (kept: Draft | null): void => {
    client.setQueryData<RecordReply>(queryKey, (known) => (known === undefined ? known : { ...known, draft: kept }))
  }
  const keep = useMutation({
    mutationFn: ({ typed, version }: State) => api.send<Draft>('PUT', path, { body: { version, set: typed } }),
    onSuccess: tell,
  })
  const forget = useMutation({ mutationFn: () => api.send('DELETE', path), onSuccess: () => tell(null) })
  const keepSoon = useDebouncedCallback((next: State) => keep.mutate(next), { delay: WAIT_MS, flushOnUnmount: true })
  const typed = record === null ? state.typed : withoutSame(state.typed, state.base ?? {})
  const clear = (): void => {
    keepSoon.cancel()
    keep.reset()
    setState({ typed: {}, base: null, version: null })
  }
  return {
    typed,
    base: state.base,
    savedAt: keep.data?.savedAt ?? draft?.savedAt ?? null,
    isKept: keep.isSuccess || (draft !== null && keep.isIdle),
    type: (values) => {
      const isFirst = Object.keys(typed).length === 0
      const base = isFirst ? record : state.base
      const version = isFirst ? (record?.version ?? null) : state.version
      const next = { typed: { ...typed, ...values }, base, version }
      setState(next)
      keepSoon(next)
    },
    rebase: (merged, now) => {
      const next = { typed: merged, base: now, version: now.version }
      setState(next)
      keepSoon(next)
    },
    discard: () => {
      clear()
      forget.mutate()
    },
    done: clear,
  }
}

function begun(record: AnyRecord | null, draft: Draft | null, given: Values): State {
  if (draft === null) return { typed: given, base: record, version: record?.version ?? null }
  const isCurrent = record !== null && draft.version === record.version
  return { typed: draft.set, base: isCurrent ? record : null, version: draft.version }
}
