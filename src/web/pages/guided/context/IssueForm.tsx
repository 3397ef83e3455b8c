import { type ReactNode, useId, useRef, useState } from 'react'
import { useText } from '../../../text.ts'
import type { IssueBody } from './context.ts'

interface IssueFormProps {
  readonly name: IssueBody['prompt']
  readonly isBusy: boolean
  readonly onAdd: (body: IssueBody) => void
}

const NOTHING = { title: '', effect: '' }

/** What somebody at the table says, in his own words, and what it does to the security of information. */
export function IssueForm({ name, isBusy, onAdd }: IssueFormProps): ReactNode {
  const words = useText()
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const [{ title, effect }, setTyped] = useState(NOTHING)
  return (
    <form
      className="inplace"
      aria-label={words('guide.context.own', { prompt: words(`guide.context.prompt.${name}`) })}
      onSubmit={(event) => {
        event.preventDefault()
        onAdd({ prompt: name, title: title.trim(), effect: effect.trim() || null })
        setTyped(NOTHING)
        first.current?.focus()
      }}
    >
      <div className="pair">
        <div className="field">
          <label htmlFor={`${id}title`}>{words('guide.context.issue')}</label>
          <input
            id={`${id}title`}
            ref={first}
            className="in"
            maxLength={200}
            value={title}
            onChange={({ target }) => setTyped({ title: target.value, effect })}
          />
        </div>
        <div className="field">
          <label htmlFor={`${id}effect`}>{words('guide.context.effect')}</label>
          <input
            id={`${id}effect`}
            className="in"
            value={effect}
            onChange={({ target }) => setTyped({ title, effect: target.value })}
          />
        </div>
      </div>
      <button type="submit" className="ghost" disabled={isBusy || title.trim() === ''}>
        {words('guide.context.add')}
      </button>
    </form>
  )
}
