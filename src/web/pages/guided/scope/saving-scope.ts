import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useApi } from '../../../api.ts'
import { type ScopeBody, type ScopeReply, seenDraft } from './scope.ts'

export type ScopeChange = Omit<ScopeBody, 'draft'>

/** Writes the scope with this changed: over the draft that was seen, else as a new one. */
export function useScopeSave(reply: ScopeReply): UseMutationResult<unknown, Error, ScopeChange> {
  const api = useApi()
  return useMutation({
    mutationFn: (change: ScopeChange) =>
      api.send('POST', 'guides/scope', { body: { draft: seenDraft(reply), ...change } }),
    onSettled: () => api.refresh(),
  })
}
