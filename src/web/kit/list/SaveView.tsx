import { Popover } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { SavedView } from '../../replies.ts'
import { useText } from '../../text.ts'

interface SaveViewProps {
  readonly register: Register
  readonly views: readonly SavedView[]
  /** The list as it is now. */
  readonly saved: string
}

/** Keeps the list as it is under a name, or forgets the name. */
export function SaveView({ register, views, saved }: SaveViewProps): ReactNode {
  const words = useText()
  const api = useApi()
  const [isOpen, setOpen] = useState(false)
  const [name, setName] = useState('')
  const known = views.find((view) => view.search === saved)
  const keep = useMutation({
    mutationFn: (next: readonly SavedView[]) => api.send('PUT', `views/${register.name}`, { body: { views: next } }),
    onSuccess: () => {
      setOpen(false)
      return api.refresh()
    },
  })
  if (known !== undefined) {
    return (
      <button type="button" className="link" onClick={() => keep.mutate(views.filter((view) => view !== known))}>
        {words('views.forget')}
      </button>
    )
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <button type="button" className="link" onClick={() => setOpen(!isOpen)}>
          {words('views.save')}
        </button>
      </Popover.Target>
      <Popover.Dropdown className="float">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            keep.mutate([...views.filter((view) => view.name !== name), { name, search: saved }])
          }}
        >
          <label className="field">
            <span className="label">{words('views.name')}</span>
            <input className="in" value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
          </label>
          <button type="submit" className="btn" disabled={name.trim() === '' || keep.isPending}>
            {words('views.keep')}
          </button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
