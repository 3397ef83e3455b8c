import { type ReactNode, useMemo } from 'react'
import { useAddress } from '../../address.ts'
import { findRegister } from '../../registers.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { ApiGroup } from './ApiGroup.tsx'
import { found, type Group, groupsOf, type OpenApi } from './open-api.ts'

interface ApiGroupsProps {
  readonly document: OpenApi
  readonly organisation: string
}

const FEW = 12

/** All endpoints, registers and the rest apart, with a search within. */
export function ApiGroups({ document, organisation }: ApiGroupsProps): ReactNode {
  const { words, has, number, language } = useSpeech()
  const { get, set } = useAddress()
  const query = get('q') ?? ''
  const nameOf = (tag: string): string => {
    if (findRegister(tag) !== null) return capital(words(`${tag}.plural`))
    return has(`apiPage.tag.${tag}`) ? words(`apiPage.tag.${tag}`) : tag
  }
  const groups = useMemo(() => groupsOf(document), [document])
  const shown = found(groups, query, nameOf).toSorted((a, b) => nameOf(a.tag).localeCompare(nameOf(b.tag), language))
  const count = shown.reduce((sum, { endpoints }) => sum + endpoints.length, 0)
  const isOpen = query !== '' && shown.length <= FEW
  const section = (id: string, some: readonly Group[]): ReactNode =>
    some.length === 0 ? null : (
      <section className="sect" aria-labelledby={id}>
        <h2 id={id}>{words(`apiPage.${id}`)}</h2>
        {some.map((group) => (
          <ApiGroup
            key={`${group.tag}${isOpen ? ' open' : ''}`}
            group={group}
            title={nameOf(group.tag)}
            document={document}
            organisation={organisation}
            isOpen={isOpen}
          />
        ))}
      </section>
    )
  return (
    <>
      <div className="bar apisearch" role="search">
        <input
          type="search"
          className="in listsearch"
          aria-label={words('apiPage.search')}
          placeholder={words('apiPage.search')}
          value={query}
          onChange={(event) =>
            set({ q: event.target.value === '' ? undefined : event.target.value }, { replace: true })
          }
        />
        <span className="quiet" role="status">
          {words('apiPage.count', { n: count, shown: number(count) })}
        </span>
      </div>
      {section(
        'registers',
        shown.filter(({ tag }) => findRegister(tag) !== null),
      )}
      {section(
        'others',
        shown.filter(({ tag }) => findRegister(tag) === null),
      )}
      {count === 0 ? <p className="empty">{words('find.nothing', { query })}</p> : null}
    </>
  )
}
