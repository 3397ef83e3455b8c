import { useHotkeys } from '@mantine/hooks'
import { lazy, type ReactNode, Suspense, useState } from 'react'

const GlossaryDialog = lazy(async () => ({ default: (await import('./GlossaryDialog.tsx')).GlossaryDialog }))

/** The words, one key away from every page: what was typed in a form stays behind the dialog. */
export function Glossary(): ReactNode {
  const [isOpen, setOpen] = useState(false)
  // Which keys make a question mark differs by keyboard; typing in a field never opens it.
  useHotkeys([
    ['shift+?', () => setOpen(true)],
    ['?', () => setOpen(true)],
  ])
  return isOpen ? (
    <Suspense fallback={null}>
      <GlossaryDialog onClose={() => setOpen(false)} />
    </Suspense>
  ) : null
}
