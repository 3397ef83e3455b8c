import type { ReactNode } from 'react'
import { CopyButton } from '../../kit/CopyButton.tsx'
import { useText } from '../../text.ts'
import type { LinkReply } from './members.ts'

interface HandOverProps {
  readonly link: LinkReply
}

/** The link itself, for whoever hands it over; it opens the door, so it is shown once. */
export function HandOver({ link }: HandOverProps): ReactNode {
  const words = useText()
  return (
    <div className="note plain after" role="status">
      <p>{words(link.isSent ? 'members.sent' : 'members.handOver')}</p>
      <p className="hash">{link.link}</p>
      <p>
        <CopyButton value={link.link} label={words('members.link')} />
      </p>
    </div>
  )
}
