import { type ReactNode, useId, useState } from 'react'
import { Go } from '../../../Go.tsx'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import { useScopeSave } from './saving-scope.ts'
import type { ScopeReply } from './scope.ts'

/** The words that will stand on the certificate: proposed from what was placed, changed by whoever knows better. */
export function WordingPart({ reply, canEdit }: { readonly reply: ScopeReply; readonly canEdit: boolean }): ReactNode {
  const words = useText()
  const save = useScopeSave(reply)
  const id = useId()
  const base = reply.draft ?? reply.inForce
  const [typed, setTyped] = useState(base?.statement ?? reply.wording)
  const { issues, requirements } = reply.considered
  return (
    <>
      <p className="text partwhy">{words('guide.scope.wording.why')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate({ statement: typed.trim() })
        }}
      >
        <div className="field">
          <label htmlFor={id}>{words('scope.statement')}</label>
          <textarea
            id={id}
            className="in"
            rows={5}
            value={typed}
            disabled={!canEdit}
            onChange={(event) => setTyped(event.target.value)}
          />
          <p className="why">{words('guide.scope.wording.length')}</p>
        </div>
        {typed === reply.wording ? null : (
          <Proposal wording={reply.wording} onUse={canEdit ? () => setTyped(reply.wording) : null} />
        )}
        <Considered issues={issues} requirements={requirements} />
        {reply.isBehind && base !== null ? (
          <p className="small">
            <Mark severity="question" isNamed={false} /> {words('guide.scope.behind')}
          </p>
        ) : null}
        {canEdit ? <KeepBar draft={reply.draft} isReady={!save.isPending && typed.trim() !== ''} /> : null}
        <Problem error={save.error} />
      </form>
    </>
  )
}

interface KeepBarProps {
  readonly draft: ScopeReply['draft']
  readonly isReady: boolean
}

function KeepBar({ draft, isReady }: KeepBarProps): ReactNode {
  const words = useText()
  return (
    <div className="savebar">
      <button type="submit" className="btn" disabled={!isReady}>
        {draft === null ? words('guide.scope.make') : words('guide.scope.keep', { version: draft.versionLabel ?? '' })}
      </button>
    </div>
  )
}

interface ProposalProps {
  readonly wording: string
  /** Null where it may only be read. */
  readonly onUse: (() => void) | null
}

function Proposal({ wording, onUse }: ProposalProps): ReactNode {
  const words = useText()
  return (
    <p className="note plain">
      {words('guide.scope.wording.proposal', { wording })}{' '}
      {onUse === null ? null : (
        <button type="button" className="link" onClick={onUse}>
          {words('guide.scope.wording.use')}
        </button>
      )}
    </p>
  )
}

/** With what the border is drawn: the context and what others expect (4.3 a and b). */
function Considered({ issues, requirements }: ScopeReply['considered']): ReactNode {
  const words = useText()
  const isBare = issues === 0 || requirements === 0
  return (
    <p className="small">
      {isBare ? <Mark severity="question" isNamed={false} /> : null}{' '}
      {words('guide.scope.considered', { issues, requirements })}{' '}
      {isBare ? (
        <Go to="path" search={{ step: issues === 0 ? '6' : '7' }} isCurrent={false}>
          {words('guide.scope.considered.first')}
        </Go>
      ) : null}
    </p>
  )
}
