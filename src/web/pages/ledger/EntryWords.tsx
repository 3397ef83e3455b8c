import type { ReactNode } from 'react'
import { Go } from '../../Go.tsx'
import { Sentence } from '../../Sentence.tsx'
import { useSpeech } from '../../text.ts'
import type { LedgerEntry } from './ledger.ts'

interface EntryWordsProps {
  readonly entry: LedgerEntry
}

const NAMED = 4
const PLAIN: ReadonlySet<string> = new Set(['create', 'update', 'erase'])

/** An entry as a sentence: Tijs van Beek wijzigde R-8 Kwetsbare bibliotheek: kans, niveau. */
export function EntryWords({ entry }: EntryWordsProps): ReactNode {
  const { words, has, list } = useSpeech()
  const { register, id, number, title, actor, act, state, changed } = entry
  const fields = changed
    .filter((field) => has(`${register}.${field}`))
    .map((field) => words(`${register}.${field}`).toLocaleLowerCase())
  const rest = fields.length - NAMED
  const named = rest > 0 ? [...fields.slice(0, NAMED), words('did.more', { n: rest })] : fields
  const via =
    actor.via === null || !has(`ledgerPage.via.${actor.via}`) ? '' : ` ${words(`ledgerPage.via.${actor.via}`)}`
  const stateKey = `${register}.state.${state}`
  return (
    <Sentence
      id={PLAIN.has(act) ? `ledgerPage.did.${act}` : 'ledgerPage.did.act'}
      values={{
        name: `${actor.name}${via}`,
        record: title === '' || title === number ? `${words(register)} ${number}` : `${number} ${title}`,
        state: has(stateKey) ? words(stateKey) : state,
        n: named.length,
        fields: list(named),
      }}
      parts={{ b: <b className="who" />, a: <Go to={`registers/${register}/${id}`} /> }}
    />
  )
}
