import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { RecordId } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { Go } from '../../Go.tsx'
import type { ListReply, RecordReply } from '../../replies.ts'
import { useText } from '../../text.ts'
import { AskDialog } from './AskDialog.tsx'

/** What is known of a task before somebody says to whom it goes. */
export interface Asked {
  readonly title: string
  /** The finding that it takes up, and what that is about. */
  readonly rule?: string
  readonly objects?: readonly RecordId[]
  readonly assignee?: RecordId | null
}

interface AskSomebodyProps {
  readonly asked: Asked
  /** Key of what the button says. */
  readonly text?: string
}

/** Asks a colleague for something: a task that he finds on his first page and in his mail, to be done with proof. */
export function AskSomebody({ asked, text = 'ask.open' }: AskSomebodyProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { tense } = useAsOf()
  const [isOpen, setOpen] = useState(false)
  const [made, setMade] = useState<RecordReply['record'] | null>(null)
  // Whether one may ask is what the register says; whoever may not read it is not asked twice.
  const tasks = useQuery({ ...api.read<ListReply>('registers/task', { limit: '1' }), retry: false })
  if (tense !== 'present' || tasks.data?.can.create !== true) return null
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {words(text)}
      </button>
      {made === null ? null : (
        <span role="status">
          {' '}
          {words('ask.made')} <Go to={`registers/task/${made.id}`}>{made.number}</Go>
        </span>
      )}
      {isOpen ? (
        <AskDialog
          asked={asked}
          onClose={(task) => {
            setOpen(false)
            if (task !== null) setMade(task)
          }}
        />
      ) : null}
    </>
  )
}
