import type { ReactNode } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { ListEmpty } from './ListEmpty.tsx'
import { ListError } from './ListError.tsx'
import { ListFoot } from './ListFoot.tsx'
import { ListSkeleton } from './ListSkeleton.tsx'
import { ListTable } from './ListTable.tsx'
import type { ListState } from './list-state.ts'
import type { Rows } from './rows.ts'

interface ListBodyProps {
  readonly register: Register
  readonly state: ListState
  readonly list: Rows
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (chosen: ReadonlySet<string>) => void
}

/** The four faces of a list: on its way, failed, empty, full. */
export function ListBody({ register, state, list, chosen, onChoose }: ListBodyProps): ReactNode {
  if (list.error !== null) return <ListError error={list.error} onRetry={list.retry} />
  if (list.status === 'pending') return <ListSkeleton columns={state.columns.length} />
  if (list.rows.length === 0) {
    return (
      <ListEmpty
        register={register}
        isNarrowed={state.query !== '' || state.filters.length > 0}
        canCreate={list.can?.create ?? false}
        onClear={() => state.clear()}
      />
    )
  }
  return (
    <>
      <ListTable
        register={register}
        state={state}
        rows={list.rows}
        titles={list.titles}
        chosen={chosen}
        onChoose={onChoose}
      />
      <ListFoot
        shown={list.rows.length}
        total={list.total ?? list.rows.length}
        hasMore={list.hasMore}
        isLoading={list.isLoadingMore}
        onMore={list.more}
      />
    </>
  )
}
