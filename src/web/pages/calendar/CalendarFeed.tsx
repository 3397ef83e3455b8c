import { type ReactNode, useState } from 'react'
import { useText } from '../../text.ts'
import { FeedDialog } from './FeedDialog.tsx'

interface CalendarFeedProps {
  readonly className?: string
}

/** The button with which somebody lets his calendar program read along. */
export function CalendarFeed({ className = 'ghost' }: CalendarFeedProps): ReactNode {
  const words = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <button type="button" className={className} onClick={() => setOpen(true)}>
        {words('calendarFeed.open')}
      </button>
      {isOpen ? <FeedDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}
