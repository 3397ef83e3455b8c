import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useApi } from '../../api.ts'
import type { Line, LineSet } from './lines.ts'

interface LineChange {
  readonly set: LineSet
  readonly reason?: string
}

/** Changes one line where it stands; the table is read again whatever came of it. */
export function useLineSave(line: Line): UseMutationResult<unknown, Error, LineChange> {
  const api = useApi()
  return useMutation({
    mutationFn: ({ set, reason }: LineChange) =>
      api.send('PATCH', 'statement/lines', {
        body: { lines: [{ id: line.id, version: line.version, set }], reason: reason ?? null },
      }),
    onSettled: () => api.refresh(),
  })
}
