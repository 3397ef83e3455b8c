import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../../api.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { TextArea } from '../../../kit/TextArea.tsx'
import { useText } from '../../../text.ts'
import type { Asked, Given } from './consent.ts'

interface WordProps {
  readonly chosen: readonly Asked[]
  /** Whether the buttons say of how many risks. */
  readonly isCounted: boolean
  readonly onGiven: () => void
}

/** Yes, or no with its reason, in the reader's own name: one word for each subject, so that each stands by itself. */
export function Word({ chosen, isCounted, onGiven }: WordProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [comment, setComment] = useState<string | null>(null)
  const give = useMutation({
    mutationFn: async (decision: Given['decision']) => {
      const said = decision === 'rejected' ? (comment ?? '').trim() : null
      for (const { kind, subject, seen } of chosen) {
        await api.send('POST', 'guides/consent/given', {
          body: { kind, subject: subject.id, seen, decision, comment: said } satisfies Given,
        })
      }
    },
    onSuccess: () => {
      setComment(null)
      onGiven()
    },
    onSettled: () => api.refresh(),
  })
  const isNone = chosen.length === 0 || give.isPending
  const n = chosen.length
  return (
    <>
      <p className="btns wrap">
        <button type="button" className="btn" disabled={isNone} onClick={() => give.mutate('approved')}>
          {isCounted ? words('guide.consent.yes.n', { n }) : words('guide.consent.yes')}
        </button>
        <button
          type="button"
          className="ghost"
          disabled={isNone}
          aria-expanded={comment !== null}
          onClick={() => setComment(comment === null ? '' : null)}
        >
          {isCounted ? words('guide.consent.no.n', { n }) : words('guide.consent.no')}
        </button>
      </p>
      {comment === null ? null : (
        <form
          className="inplace"
          onSubmit={(event) => {
            event.preventDefault()
            give.mutate('rejected')
          }}
        >
          <TextArea
            label={words('guide.consent.comment')}
            why={words('guide.consent.comment.why')}
            value={comment}
            onChange={setComment}
          />
          <p className="btns">
            <button type="submit" className="btn" disabled={isNone || comment.trim() === ''}>
              {words('guide.consent.no.send')}
            </button>
          </p>
        </form>
      )}
      <Problem error={give.error} />
    </>
  )
}
