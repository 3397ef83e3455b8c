import { type ReactNode, useId, useState } from 'react'
import { useText } from '../../../text.ts'
import type { InterfaceLine } from './scope.ts'

interface InterfaceItemProps {
  readonly line: InterfaceLine
  readonly isOpen: boolean
  readonly onSave: (line: InterfaceLine) => void
  readonly onRemove: () => void
}

const FIELDS = ['what', 'border', 'control'] as const

/** One line of the border: what is done there, who does what, and how that is kept an eye on. */
export function InterfaceItem({ line, isOpen, onSave, onRemove }: InterfaceItemProps): ReactNode {
  const words = useText()
  const id = useId()
  const [typed, setTyped] = useState(line)
  const isChanged = FIELDS.some((name) => typed[name] !== line[name])
  const title = line.with ?? line.what ?? ''
  return (
    <li>
      <h3>{title}</h3>
      <details>
        <summary className="small">{line.border ?? words('guide.scope.noBorder')}</summary>
        <form
          className="inplace"
          aria-label={title}
          onSubmit={(event) => {
            event.preventDefault()
            onSave(typed)
          }}
        >
          {FIELDS.map((name) => (
            <div key={name} className="field">
              <label htmlFor={`${id}${name}`}>{words(`scope.interfaces.${name}`)}</label>
              <textarea
                id={`${id}${name}`}
                className="in"
                rows={name === 'what' ? 1 : 2}
                value={typed[name] ?? ''}
                disabled={!isOpen}
                onChange={({ target }) => setTyped({ ...typed, [name]: target.value === '' ? null : target.value })}
              />
            </div>
          ))}
          {isOpen ? (
            <p className="btns">
              <button type="submit" className="btn" disabled={!isChanged}>
                {words('guide.save')}
              </button>
              <button type="button" className="ghost" onClick={onRemove}>
                {words('guide.scope.remove')}
              </button>
            </p>
          ) : null}
        </form>
      </details>
    </li>
  )
}
