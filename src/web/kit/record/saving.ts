import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnyRecord } from '../../../kernel/isms.ts'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { Refused } from '../../client.ts'
import type { RecordReply } from '../../replies.ts'
import { type Conflict, conflictsOf } from '../difference.ts'
import type { Typing } from './draft.ts'

/** What is said with a save: why, and from which day it is true (empty: today). */
export interface SaveWords {
  readonly reason: string
  readonly validFrom: string
}

const NOTHING_SAID: SaveWords = { reason: '', validFrom: '' }

/** Saving what was typed over a record, and what stands in its way. */
export interface Saving {
  readonly said: SaveWords
  readonly say: (said: SaveWords) => void
  /** Somebody else saved since typing began. */
  readonly isBehind: boolean
  readonly conflicts: readonly Conflict[]
  readonly isReady: boolean
  readonly isPending: boolean
  readonly isSaved: boolean
  readonly error: Error | null
  readonly faultOf: (field: string) => string | undefined
  readonly save: () => void
}

export function useSaving(
  register: Register,
  record: AnyRecord | null,
  typing: Typing,
  onSaved: (reply: RecordReply) => void,
): Saving {
  const api = useApi()
  const [said, say] = useState(NOTHING_SAID)
  const isTyped = Object.keys(typing.typed).length > 0
  const isBehind = record !== null && isTyped && typing.base?.version !== record.version
  const conflicts = isBehind ? conflictsOf(register, typing.base, typing.typed, record) : []
  const mutation = useMutation({
    mutationFn: () => {
      const body = { set: typing.typed, ...filled(said) }
      const path = `registers/${register.name}`
      return record === null
        ? api.send<RecordReply>('POST', path, { body })
        : api.send<RecordReply>('PATCH', `${path}/${record.id}`, { body: { version: record.version, ...body } })
    },
    onSuccess: async (saved) => {
      typing.done()
      say(NOTHING_SAID)
      onSaved(saved)
      await api.refresh()
    },
    onError: async (error) => {
      if (error instanceof Refused && error.code === 'record.stale') await api.refresh()
    },
  })
  const faults = mutation.error instanceof Refused ? mutation.error.faults : []
  return {
    said,
    say,
    isBehind,
    conflicts,
    isReady: isTyped && !isBehind && !mutation.isPending,
    isPending: mutation.isPending,
    isSaved: mutation.isSuccess && !isTyped,
    error: isBehind ? null : mutation.error,
    faultOf: (field) => faults.find(({ path }) => path === field || path.startsWith(`${field}.`))?.message,
    save: () => mutation.mutate(),
  }
}

function filled({ reason, validFrom }: SaveWords): Partial<SaveWords> {
  return { ...(reason.trim() === '' ? {} : { reason }), ...(validFrom === '' ? {} : { validFrom }) }
}
