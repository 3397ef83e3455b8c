import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'

interface ListEmptyProps {
  readonly register: Register
  readonly isNarrowed: boolean
  readonly canCreate: boolean
  readonly onClear: () => void
}

/** Nothing to show: what to do first, with the button. */
export function ListEmpty({ register, isNarrowed, canCreate, onClear }: ListEmptyProps): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  if (isNarrowed) {
    return (
      <div className="empty">
        <p>{words('list.noneFit')}</p>
        <p className="btns">
          <button type="button" className="ghost" onClick={onClear}>
            {words('list.clear')}
          </button>
        </p>
      </div>
    )
  }
  return (
    <div className="empty">
      <p className="text">{words(tense === 'present' ? `${register.name}.empty` : 'list.noneThen')}</p>
      {canCreate && tense === 'present' ? (
        <p className="btns">
          <Go to={`registers/${register.name}/new`} className="btn">
            {capital(words('list.new', { register: words(register.name) }))}
          </Go>
          <Go to="import" search={{ register: register.name }} className="ghost">
            {words('list.in')}
          </Go>
        </p>
      ) : null}
    </div>
  )
}
