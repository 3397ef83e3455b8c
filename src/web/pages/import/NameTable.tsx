import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import type { ShownName } from './plan.ts'

interface NameTableProps {
  readonly names: readonly ShownName[]
  readonly onCorrect: (name: string, as: ShownName['as']) => void
}

const KINDS = ['person', 'role', 'stated'] as const satisfies readonly ShownName['as'][]

/** Names found in the files: a person, a role, or only kept as they are written. */
export function NameTable({ names, onCorrect }: NameTableProps): ReactNode {
  const words = useText()
  return (
    <section className="sect" aria-labelledby="names">
      <h2 id="names">{words('bring.names', { n: names.length })}</h2>
      <p className="small soft text after">{words('bring.names.why')}</p>
      <table className="mapping">
        <thead>
          <tr>
            <th scope="col">{words('bring.name')}</th>
            <th scope="col" className="r">
              {words('bring.times')}
            </th>
            <th scope="col">{words('bring.as')}</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ name, as, existing, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="r">{count}</td>
              <td>
                <select
                  className="in"
                  aria-label={words('bring.asOf', { name })}
                  value={as}
                  onChange={(event) => onCorrect(name, KINDS.find((kind) => kind === event.target.value) ?? as)}
                >
                  {KINDS.map((kind) => (
                    <option key={kind} value={kind}>
                      {words(`bring.as.${kind}`)}
                    </option>
                  ))}
                </select>{' '}
                <span className="quiet">
                  {as === 'stated' ? '' : words(existing === null ? 'bring.as.new' : 'bring.as.known')}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
