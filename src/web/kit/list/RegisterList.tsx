import { useHotkeys } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { ColumnsMenu } from './ColumnsMenu.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ListBody } from './ListBody.tsx'
import { ListHead } from './ListHead.tsx'
import { useListState } from './list-state.ts'
import { useRows } from './rows.ts'
import { Views } from './Views.tsx'

// Forms and pickers weigh more than the list itself; they come when a record is opened or rows are chosen.
const RecordPanel = lazy(async () => ({ default: (await import('../record/RecordPanel.tsx')).RecordPanel }))
const BulkEdit = lazy(async () => ({ default: (await import('./BulkEdit.tsx')).BulkEdit }))

interface RegisterListProps {
  readonly register: Register
  /** What stands under the list, for registers that have more to show: the risk map. */
  readonly below?: ReactNode
}

/** The list of a register with everything that belongs to it; all of its state is in the address. */
export function RegisterList({ register, below }: RegisterListProps): ReactNode {
  const state = useListState(register)
  const list = useRows(register, state.search)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const searchBox = useRef<HTMLInputElement>(null)
  useHotkeys([['/', () => searchBox.current?.focus()]])
  const picked = list.rows.filter((row) => chosen.has(row.id))
  return (
    <>
      <ListHead register={register} total={list.total} search={state.search} can={list.can} />
      <Views register={register} state={state} states={list.states} />
      <div className="bar">
        <FilterBar register={register} state={state} titles={list.titles} searchBox={searchBox} />
        <div className="end">
          <Suspense fallback={null}>
            {picked.length > 0 ? (
              <BulkEdit register={register} rows={picked} onDone={() => setChosen(new Set())} />
            ) : null}
          </Suspense>
          <ColumnsMenu register={register} state={state} />
        </div>
      </div>
      <div className={state.open === null ? undefined : 'beside'}>
        <div className="listside">
          <ListBody register={register} state={state} list={list} chosen={chosen} onChoose={setChosen} />
          {below}
        </div>
        <Suspense fallback={<aside className="panel" aria-busy="true" />}>
          {state.open === null ? null : (
            <RecordPanel key={state.open} register={register} id={state.open} onClose={() => state.setOpen(null)} />
          )}
        </Suspense>
      </div>
    </>
  )
}
