import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Go } from '../../../Go.tsx'
import { useTermTitles } from '../../../kit/catalogue.ts'
import { useText } from '../../../text.ts'
import { EXPLANATIONS } from '../explanations.ts'
import { type Compared, type PartProps, unasked } from './comparison.ts'
import { UnaskedItem } from './UnaskedItem.tsx'

/** What nothing asks for, each explained, by theme; below it what follows already, and from what. */
export function LookPart(props: PartProps): ReactNode {
  const { reply } = props
  const words = useText()
  const titles = useTermTitles('control_2022')
  const { data } = useQuery(EXPLANATIONS)
  const explained = new Map(data?.explanations.map((one) => [one.id, one]))
  const open = unasked(reply)
  const follow = reply.controls.filter((one) => !open.includes(one))
  return (
    <>
      {open.length === 0 ? (
        <p className="empty">
          {words('guide.comparison.look.none')}{' '}
          <Go to="guide-comparison" search={{ part: 'record' }} isCurrent={false}>
            {words('guide.comparison.part.record')}
          </Go>
        </p>
      ) : (
        <p className="text partwhy">{words('guide.comparison.look.why')}</p>
      )}
      {[...Map.groupBy(open, ({ theme }) => theme)].map(([theme, own]) => (
        <section key={theme} className="sect" aria-labelledby={`theme-${theme}`}>
          <h2 id={`theme-${theme}`}>
            {words(`theme.${theme}`)} <span className="quiet num">{own.length}</span>
          </h2>
          <ul className="choices">
            {own.map((one) => (
              <UnaskedItem
                key={one.annexA}
                {...props}
                one={one}
                title={titles.get(one.annexA) ?? ''}
                explanation={explained.get(one.annexA) ?? null}
              />
            ))}
          </ul>
        </section>
      ))}
      <Following follow={follow} titles={titles} />
    </>
  )
}

interface FollowingProps {
  readonly follow: readonly Compared[]
  readonly titles: ReadonlyMap<string, string>
}

function Following({ follow, titles }: FollowingProps): ReactNode {
  const words = useText()
  if (follow.length === 0) return null
  return (
    <details className="example">
      <summary>{words('guide.comparison.follow', { n: follow.length })}</summary>
      <table className="list stack">
        <caption className="hide">{words('guide.comparison.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('soa.column.control')}</th>
            <th scope="col">{words('guide.comparison.column.from')}</th>
          </tr>
        </thead>
        <tbody>
          {follow.map(({ annexA, control, risks, requirements }) => (
            <tr key={annexA}>
              <td className="name">
                <Go to={`registers/control/${control ?? ''}`}>{`A.${annexA}`}</Go> {titles.get(annexA)}
              </td>
              <td data-l={words('guide.comparison.column.from')}>
                {words('guide.comparison.from', {
                  risks: risks.length,
                  requirements: requirements.length,
                  both: risks.length > 0 && requirements.length > 0 ? 'yes' : 'no',
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
