import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Problem } from '../../kit/Problem.tsx'
import { useText } from '../../text.ts'
import { ArrangeLine } from './ArrangeLine.tsx'
import { type Arranged, type ArrangeRow, arrangedBody, isWhole as isLineWhole } from './arranging.ts'
import { PersonChoice } from './PersonChoice.tsx'
import type { Overview } from './recurring.ts'

interface ArrangeSectionProps {
  readonly rows: readonly ArrangeRow[]
  readonly people: Overview['people']
  readonly isWhole: boolean
}

/** Names, rhythms and first days in one go: what nobody has yet and what a rule asks for, put in the calendar together. */
export function ArrangeSection({ rows, people, isWhole }: ArrangeSectionProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [set, setSet] = useState<Readonly<Record<string, Partial<Arranged>>>>({})
  const [left, setLeft] = useState<readonly string[]>([])
  const shown = rows.map((row) => ({ ...row, ...set[row.key] }))
  const chosen = shown.filter((row) => !left.includes(row.key) && isLineWhole(row))
  const save = useMutation({
    mutationFn: () => api.send('PATCH', 'recurring', { body: arrangedBody(chosen) }),
    onSuccess: () => api.refresh(),
  })
  const change = (keys: readonly string[], to: Partial<Arranged>): void =>
    setSet({ ...set, ...Object.fromEntries(keys.map((key) => [key, { ...set[key], ...to }])) })
  const nameless = shown.filter(({ owner, key }) => owner === null && !left.includes(key)).map(({ key }) => key)
  return (
    <section className="sect" aria-labelledby="arrange">
      <h2 id="arrange">{words(isWhole ? 'recurring.arrange.all' : 'recurring.arrange', { n: rows.length })}</h2>
      <p className="small soft text">{words('recurring.arrange.what')}</p>
      {nameless.length > 1 && people.length > 0 ? (
        <label className="field allof">
          <span className="label">{words('recurring.arrange.everybody', { n: nameless.length })}</span>
          <PersonChoice
            people={people}
            value={null}
            none={words('recurring.arrange.choose')}
            onChoose={(owner) => change(nameless, { owner })}
          />
        </label>
      ) : null}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save.mutate()
        }}
      >
        <ul className="lines arrange">
          {shown.map((row) => (
            <ArrangeLine
              key={row.key}
              row={row}
              people={people}
              isChosen={!left.includes(row.key)}
              onChange={(to) => change([row.key], to)}
              onChoose={(isOn) => setLeft(isOn ? left.filter((key) => key !== row.key) : [...left, row.key])}
            />
          ))}
        </ul>
        <Problem error={save.error} />
        <p className="btns">
          <button type="submit" className="btn" disabled={chosen.length === 0 || save.isPending}>
            {words('recurring.arrange.do', { n: chosen.length })}
          </button>
        </p>
      </form>
    </section>
  )
}
