import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { Go } from '../../Go.tsx'
import { homes } from '../../registers.ts'
import { registersOf } from '../../shell/navigation.ts'
import { useText } from '../../text.ts'
import { capital } from '../../words.ts'

/** The registers of the same topic, side by side: one line of the navigation leads to all of them. */
export function Siblings({ register }: { readonly register: Register }): ReactNode {
  const words = useText()
  const all = registersOf(register.group, homes.get(register.name) ?? '')
  if (all.length < 2) return null
  return (
    <nav className="tabs topic" aria-label={words('topic.label')}>
      {all.map(({ name }) => (
        <Go key={name} to={`registers/${name}`} isCurrent={name === register.name}>
          {capital(words(`${name}.plural`))}
        </Go>
      ))}
    </nav>
  )
}
