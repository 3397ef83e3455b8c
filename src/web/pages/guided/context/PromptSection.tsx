import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import { useApi } from '../../../api.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { useSpeech } from '../../../text.ts'
import type { IssueBody, PromptReply } from './context.ts'
import { IssueForm } from './IssueForm.tsx'
import { IssueLine } from './IssueLine.tsx'

/** One subject: the question, what was said about it, what holds for many companies, and room for one's own words. */
export function PromptSection({
  prompt,
  canEdit,
}: {
  readonly prompt: PromptReply
  readonly canEdit: boolean
}): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const heading = useRef<HTMLHeadingElement>(null)
  const add = useMutation({
    mutationFn: (body: IssueBody) => api.send('POST', 'guides/context/issues', { body }),
    onSettled: () => api.refresh(),
  })
  const { name, issues, ready } = prompt
  return (
    <section className="sect" aria-labelledby={`prompt-${name}`}>
      <h2 id={`prompt-${name}`} ref={heading} tabIndex={-1}>
        {words(`guide.context.prompt.${name}`)}
      </h2>
      <p className="small soft partwhy">{words(`guide.context.prompt.${name}.why`)}</p>
      {issues.length === 0 ? null : (
        <ul className="choices">
          {issues.map((issue) => (
            <IssueLine key={issue.id} issue={issue} canEdit={canEdit} />
          ))}
        </ul>
      )}
      {canEdit && ready.length > 0 ? (
        <details className="ready" open={issues.length === 0}>
          <summary className="small">{words('guide.context.ready', { n: ready.length })}</summary>
          <ul className="choices">
            {ready.map(({ key, title, effect }) => (
              <li key={key}>
                <p>
                  <b>{title[language]}</b>
                </p>
                <p className="small soft">{effect[language]}</p>
                <button
                  type="button"
                  className="ghost"
                  disabled={add.isPending}
                  aria-label={words('guide.context.takeNamed', { title: title[language] })}
                  onClick={() =>
                    add.mutate(
                      { prompt: name, title: title[language], effect: effect[language] },
                      { onSuccess: () => heading.current?.focus() },
                    )
                  }
                >
                  {words('guide.context.take')}
                </button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {canEdit ? <IssueForm name={name} isBusy={add.isPending} onAdd={add.mutate} /> : null}
      <Problem error={add.error} />
    </section>
  )
}
