import type { ReactNode } from 'react'
import { useAddress } from '../../address.ts'
import { useText } from '../../text.ts'
import type { Version } from './lines.ts'

interface VersionChoiceProps {
  readonly name: 'from' | 'to'
  readonly value: string
  readonly versions: readonly Version[]
}

/** One side of a comparison; the later side may also be the lines as they are now. */
export function VersionChoice({ name, value, versions }: VersionChoiceProps): ReactNode {
  const words = useText()
  const address = useAddress()
  return (
    <label className="compared">
      <span className="label">{words(`difference.${name}`)}</span>
      <select className="in" value={value} onChange={(event) => address.set({ [name]: event.target.value })}>
        {name === 'to' ? <option value="now">{words('difference.now')}</option> : null}
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {`${version.versionLabel ?? version.number}, ${words(`statement.state.${version.state}`)}`}
          </option>
        ))}
      </select>
    </label>
  )
}
