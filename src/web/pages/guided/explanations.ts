import type { listExplanations } from '../../../modules/catalogue/contract.ts'
import { type ReplyOf, request } from '../../client.ts'

/** Our own explanation of every control: facts of the product, so they hold for as long as the page lives. */
export const EXPLANATIONS = {
  queryKey: ['/catalogue/explanations'],
  queryFn: () => request<ReplyOf<typeof listExplanations>>('GET', '/catalogue/explanations'),
  staleTime: Number.POSITIVE_INFINITY,
}
