import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useApi } from '../../api.ts'
import { useText } from '../../text.ts'
import { PastImport } from './PastImport.tsx'
import type { ImportHead } from './plan.ts'

/** What was brought in before, and previews that wait. */
export function PastImports(): ReactNode {
  const words = useText()
  const api = useApi()
  const past = useQuery(api.read<{ readonly imports: readonly ImportHead[] }>('imports'))
  const imports = (past.data?.imports ?? []).filter(({ state }) => state !== 'dropped')
  if (imports.length === 0) return null
  return (
    <section className="sect" aria-labelledby="past">
      <h2 id="past">{words('bring.past')}</h2>
      <ul className="lines small">
        {imports.map((one) => (
          <PastImport key={one.id} head={one} />
        ))}
      </ul>
    </section>
  )
}
