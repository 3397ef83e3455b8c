import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import type { Words } from '../../../../kernel/text.ts'
import { useApi } from '../../../api.ts'
import { Problem } from '../../../kit/Problem.tsx'
import { useSpeech } from '../../../text.ts'
import { Single } from '../Single.tsx'
import type { ClimateBody, ContextReply } from './context.ts'

const ANSWERS = ['no', 'yes'] as const
type Answer = (typeof ANSWERS)[number]

interface ClimateFormProps {
  readonly reply: ContextReply
  readonly canEdit: boolean
}

/** Yes or no with a reason that is ready; where it is yes, also what it does here. */
export function ClimateForm({ reply, canEdit }: ClimateFormProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const id = useId()
  const { determination, issues } = reply.climate
  const [answer, setAnswer] = useState(answerIn(determination))
  const [rationale, setRationale] = useState(determination?.rationale ?? '')
  const [issue, setIssue] = useState(words('guide.context.climate.issue.ready'))
  const save = useMutation({
    mutationFn: (body: ClimateBody) => api.send('POST', 'guides/context/climate', { body }),
    onSettled: () => api.refresh(),
  })
  const choose = (one: Answer): void => {
    setAnswer(one)
    if (isReady(rationale, words)) setRationale(words(`guide.context.climate.ready.${one}`))
  }
  const asksIssue = answer === 'yes' && issues.length === 0
  const write = (): void =>
    save.mutate({
      determination: determination === null ? null : { id: determination.id, version: determination.version },
      relevant: answer === 'yes',
      rationale: rationale.trim(),
      issue: asksIssue ? issue.trim() || null : null,
    })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        write()
      }}
    >
      <fieldset className="plainset" disabled={!canEdit}>
        <Single
          text="guide.context.climate.question"
          options={ANSWERS}
          labelOf={(one) => words(`guide.context.climate.${one}`)}
          value={answer}
          onChange={choose}
        />
        {answer === null ? null : (
          <Lines
            id={id}
            rationale={rationale}
            issue={asksIssue ? issue : null}
            onRationale={setRationale}
            onIssue={setIssue}
          />
        )}
      </fieldset>
      {canEdit && answer !== null ? (
        <div className="savebar">
          <button type="submit" className="btn" disabled={save.isPending || rationale.trim() === ''}>
            {words('guide.save')}
          </button>
        </div>
      ) : null}
      <Problem error={save.error} />
    </form>
  )
}

function answerIn(determination: ContextReply['climate']['determination']): Answer | null {
  if (determination === null || determination.relevant === null) return null
  return determination.relevant ? 'yes' : 'no'
}

/** Whether nobody wrote anything of his own yet. */
function isReady(text: string, words: Words): boolean {
  return text === '' || ANSWERS.some((one) => text === words(`guide.context.climate.ready.${one}`))
}

interface LinesProps {
  readonly id: string
  readonly rationale: string
  /** Null where it is not asked. */
  readonly issue: string | null
  readonly onRationale: (text: string) => void
  readonly onIssue: (text: string) => void
}

function Lines({ id, rationale, issue, onRationale, onIssue }: LinesProps): ReactNode {
  const { words } = useSpeech()
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}why`}>{words('context_determination.rationale')}</label>
        <textarea
          id={`${id}why`}
          className="in"
          rows={3}
          value={rationale}
          onChange={({ target }) => onRationale(target.value)}
        />
      </div>
      {issue === null ? null : (
        <div className="field">
          <label htmlFor={`${id}issue`}>{words('guide.context.climate.issue')}</label>
          <input
            id={`${id}issue`}
            className="in"
            maxLength={200}
            value={issue}
            onChange={({ target }) => onIssue(target.value)}
          />
          <p className="why">{words('guide.context.climate.issue.why')}</p>
        </div>
      )}
    </>
  )
}
