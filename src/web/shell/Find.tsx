import { useHotkeys } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useText } from '../text.ts'

const FindDialog = lazy(async () => ({ default: (await import('./FindDialog.tsx')).FindDialog }))

/** Search and commands; the dialog is fetched when it is first asked for. */
export function Find(): ReactNode {
  const words = useText()
  const [isOpen, setOpen] = useState(false)
  useHotkeys([['mod+K', () => setOpen(true)]], [])
  return (
    <>
      <button type="button" className="find" onClick={() => setOpen(true)}>
        <span>
          {words('find.button')}
          <i>{` ${words('find.orCommand')}`}</i>
        </span>
        <kbd>{words('find.keys')}</kbd>
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <FindDialog onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
