import { useClipboard } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { useText } from '../text.ts'

interface CopyButtonProps {
  readonly value: string
  /** What is copied, for who hears the page. */
  readonly label: string
}

/** Copies a text and says that it did. */
export function CopyButton({ value, label }: CopyButtonProps): ReactNode {
  const words = useText()
  const clipboard = useClipboard({ timeout: 2_500 })
  return (
    <button
      type="button"
      className="link"
      aria-label={words('copy.label', { label })}
      onClick={() => clipboard.copy(value)}
    >
      <span role="status">{words(clipboard.copied ? 'copy.done' : 'copy.do')}</span>
    </button>
  )
}
