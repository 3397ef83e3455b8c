import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useText } from '../../../text.ts'
import { byTheme } from '../../statement/lines.ts'
import { EXPLANATIONS } from '../explanations.ts'
import { ChooseLine } from './ChooseLine.tsx'
import { linesIn, type PartProps } from './guide-lines.ts'

/** Controls that nothing asks for yet: decided one by one, each explained. What was decided here stays in sight. */
export function ChoosePart({ lines, titles, titleOf, canEdit }: PartProps): ReactNode {
  const words = useText()
  const { data } = useQuery(EXPLANATIONS)
  const [decided, setDecided] = useState<readonly string[]>([])
  const open = linesIn('choose', lines)
  const shown = lines.filter((line) => open.includes(line) || decided.includes(line.id))
  if (shown.length === 0) return <p className="empty">{words('guide.statement.choose.none')}</p>
  const explained = new Map(data?.explanations.map((one) => [one.id, one]))
  const known = new Map(shown.map((line) => [line.id, line]))
  return (
    <>
      <p className="text partwhy">{words('guide.statement.choose.why')}</p>
      {byTheme(shown).map(([theme, own]) => (
        <section key={theme} className="sect" aria-labelledby={`theme-${theme}`}>
          <h2 id={`theme-${theme}`}>
            {words(`theme.${theme}`)}{' '}
            <span className="quiet num">{own.filter(({ id }) => !decided.includes(id)).length}</span>
          </h2>
          <ul className="choices">
            {own.map(({ id }) => {
              const line = known.get(id)
              return line === undefined ? null : (
                <ChooseLine
                  key={id}
                  line={line}
                  title={titleOf(line)}
                  explanation={explained.get(line.annexA ?? '') ?? null}
                  titles={titles}
                  canEdit={canEdit}
                  isDecided={decided.includes(id)}
                  onDecided={() => setDecided((before) => [...before, id])}
                />
              )
            })}
          </ul>
        </section>
      ))}
    </>
  )
}
