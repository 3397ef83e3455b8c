import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { useSpeech } from '../../text.ts'
import type { LedgerChange } from './today.ts'

interface ChangeWordsProps {
  readonly change: Omit<LedgerChange, 'at' | 'sequence'>
}

const NAMED = 3

/** An entry of the ledger as a sentence: who did what to which record. */
export function ChangeWords({ change }: ChangeWordsProps): ReactNode {
  const { words, has, list } = useSpeech()
  const { register, id, number, title, actor, act, changed, reason } = change
  const key = `${register}.act.${act}`
  const did =
    act === 'create' || act === 'update' || act === 'erase' ? words(`did.${act}`) : has(key) ? words(key) : act
  const fields = changed.filter((field) => has(`${register}.${field}`)).map((field) => words(`${register}.${field}`))
  const rest = fields.length - NAMED
  const named = rest > 0 ? [...fields.slice(0, NAMED), words('did.more', { n: rest })] : fields
  return (
    <>
      {`${actor.name}: ${did.toLocaleLowerCase()} `}
      <Go to={`registers/${register}/${id}`}>{title === number ? number : `${number} ${title}`}</Go>
      {act === 'update' && named.length > 0 ? <span className="quiet">{` (${list(named)})`}</span> : null}
      {reason === null || reason === '' ? null : (
        <span className="quiet">{`. ${words('history.reason', { reason })}`}</span>
      )}
    </>
  )
}
