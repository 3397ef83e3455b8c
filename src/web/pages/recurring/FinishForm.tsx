import { type ReactNode, useState } from 'react'
import { useAsOf } from '../../as-of.ts'
import { isNothing } from '../../kit/difference.ts'
import { FieldInputs } from '../../kit/fields/FieldInputs.tsx'
import { useNames } from '../../names.ts'
import { findRegister } from '../../registers.ts'
import type { Values } from '../../replies.ts'
import { useText } from '../../text.ts'

interface FinishFormProps {
  /** What shows somebody else that it was done. */
  readonly wanted: string | null
  /** Whether a record in a register of its own is the usual proof, and this the other way. */
  readonly isAside: boolean
  readonly isBusy: boolean
  readonly onSay: (set: Values) => void
}

const FIELDS = ['result', 'file', 'records', 'doneAt'] as const

/** Done, and what shows it: a word, a file, or what the work made. */
export function FinishForm({ wanted, isAside, isBusy, onSay }: FinishFormProps): ReactNode {
  const words = useText()
  const { today } = useAsOf()
  const register = findRegister('occurrence')
  const [set, setSet] = useState<Values>({ doneAt: today, records: [] })
  const names = useNames([set['records']].flat().filter((id) => typeof id === 'string'))
  const isProven = wanted === null || (['result', 'file', 'records'] as const).some((name) => !isNothing(set[name]))
  const form = (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onSay(set)
      }}
    >
      {wanted === null ? null : <p className="note plain field">{words('recurring.wanted', { what: wanted })}</p>}
      {register === null ? null : (
        <FieldInputs
          register={register}
          names={FIELDS}
          values={set}
          titles={names}
          onChange={(change) => setSet({ ...set, ...change })}
        />
      )}
      <p className="btns">
        <button type="submit" className={isAside ? 'ghost' : 'btn'} disabled={isBusy || !isProven}>
          {words('recurring.done')}
        </button>
      </p>
    </form>
  )
  if (!isAside) return form
  return (
    <details className="field">
      <summary className="small">{words('recurring.otherProof')}</summary>
      {form}
    </details>
  )
}
