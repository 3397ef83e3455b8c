import { Menu } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import { guideFor } from '../../pages/guided/guides.ts'
import type { ListReply } from '../../replies.ts'
import type { Search } from '../../search.ts'
import { useSpeech } from '../../text.ts'
import { capital } from '../../words.ts'
import { Siblings } from './Siblings.tsx'

interface ListHeadProps {
  readonly register: Register
  readonly total: number | null
  readonly search: Search
  readonly can: ListReply['can'] | null
}

/** What this list is, how much is in it, and the ways in and out. */
export function ListHead({ register, total, search, can }: ListHeadProps): ReactNode {
  const { words, has, number } = useSpeech()
  const api = useApi()
  const { tense } = useAsOf()
  const { limit: _, ...filters } = search
  const about = `${register.name}.about`
  const guide = guideFor(register.name)
  return (
    <>
      <Siblings register={register} />
      <div className="head">
        <h1>{capital(words(`${register.name}.plural`))}</h1>
        {total === null ? null : (
          <span className="quiet">{words('list.count', { n: total, shown: number(total) })}</span>
        )}
        <div className="do">
          {guide === null ? null : (
            <Go to={`guide-${guide}`} className="ghost">
              {words(`nav.guide.${guide}`)}
            </Go>
          )}
          {tense === 'present' && can?.create === true ? (
            <Go to="import" search={{ register: register.name }} className="ghost">
              {words('list.in')}
            </Go>
          ) : null}
          <Menu position="bottom-end">
            <Menu.Target>
              <button type="button" className="ghost">
                {words('list.out')}
              </button>
            </Menu.Target>
            <Menu.Dropdown>
              {(['xlsx', 'csv', 'pdf'] as const).map((format) => (
                <Menu.Item
                  key={format}
                  component="a"
                  href={api.href(`registers/${register.name}/export`, { ...filters, format })}
                  download
                >
                  {words(`list.out.${format}`)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {tense === 'present' && can?.create === true ? (
            <Go to={`registers/${register.name}/new`} className="btn">
              {capital(words('list.new', { register: words(register.name) }))}
            </Go>
          ) : null}
        </div>
      </div>
      {has(about) ? <p className="small soft text about">{words(about)}</p> : null}
    </>
  )
}
