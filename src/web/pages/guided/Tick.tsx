import type { ReactNode } from 'react'

interface TickProps {
  readonly label: string
  readonly isOn: boolean
  readonly onChange: (isOn: boolean) => void
}

/** A box to tick in a line that says itself what it is about; its label is for whoever does not see the line. */
export function Tick({ label, isOn, onChange }: TickProps): ReactNode {
  return <input type="checkbox" aria-label={label} checked={isOn} onChange={({ target }) => onChange(target.checked)} />
}
