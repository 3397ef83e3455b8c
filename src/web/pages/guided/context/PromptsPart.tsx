import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../../api.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import type { Part, PromptReply } from './context.ts'
import { PromptSection } from './PromptSection.tsx'

interface PromptsPartProps {
  readonly part: Part
  readonly prompts: readonly PromptReply[]
  readonly canEdit: boolean
}

/** The subjects of one side, talked through one after the other. Drafts can be said yes to all at once. */
export function PromptsPart({ part, prompts, canEdit }: PromptsPartProps): ReactNode {
  const words = useText()
  const api = useApi()
  const drafts = prompts.flatMap(({ issues }) => issues).filter(({ state }) => state === 'draft')
  const agree = useMutation({
    mutationFn: () =>
      api.send('POST', 'registers/context_issue/bulk', {
        body: { records: drafts.map(({ id, version }) => ({ id, version })), set: {}, act: 'review' },
      }),
    onSettled: () => api.refresh(),
  })
  return (
    <>
      <p className="text partwhy">{words(`guide.context.${part}.why`)}</p>
      {canEdit && drafts.length > 1 ? (
        <p className="btns">
          <button type="button" className="ghost" disabled={agree.isPending} onClick={() => agree.mutate()}>
            {words('guide.context.agreeAll', { n: drafts.length })}
          </button>
        </p>
      ) : null}
      <Problem error={agree.error} />
      {prompts.map((prompt) => (
        <PromptSection key={prompt.name} prompt={prompt} canEdit={canEdit} />
      ))}
    </>
  )
}
