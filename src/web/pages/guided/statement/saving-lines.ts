import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api.ts'
import type { Line, LineSet } from '../../statement/lines.ts'

export interface LineChange {
  readonly line: Line
  readonly set: LineSet
}

/**
 * Changes several lines at once, all or none; the page is read again whatever came of it. `onSaved` comes before that: the page
 * as it is read again may have no place any more for what asked.
 */
export function useLinesSave(onSaved?: () => void): UseMutationResult<unknown, Error, readonly LineChange[]> {
  const api = useApi()
  return useMutation({
    mutationFn: (changes: readonly LineChange[]) =>
      api.send('PATCH', 'statement/lines', {
        body: { lines: changes.map(({ line, set }) => ({ id: line.id, version: line.version, set })) },
      }),
    onSuccess: () => onSaved?.(),
    onSettled: () => api.refresh(),
  })
}
