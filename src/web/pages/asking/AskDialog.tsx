import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useApi } from '../../api.ts'
import { Dialog } from '../../kit/Dialog.tsx'
import { FieldInputs } from '../../kit/fields/FieldInputs.tsx'
import { Problem } from '../../kit/Problem.tsx'
import { useNames } from '../../names.ts'
import { findRegister } from '../../registers.ts'
import type { RecordReply, Values } from '../../replies.ts'
import { useMembership } from '../../session.ts'
import { useText } from '../../text.ts'
import type { Asked } from './AskSomebody.tsx'

interface AskDialogProps {
  readonly asked: Asked
  /** With the task that was made, null where none was. */
  readonly onClose: (made: RecordReply['record'] | null) => void
}

/** What the person who asks says: to whom, what, by when, and what shows that it was done. */
const FIELDS = ['assignee', 'title', 'due', 'evidenceWanted', 'description'] as const

export function AskDialog({ asked, onClose }: AskDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { person } = useMembership()
  const register = findRegister('task')
  const longest = register?.fields['title']?.options.max ?? 200
  const [set, setSet] = useState<Values>({ title: asked.title.slice(0, longest), assignee: asked.assignee ?? null })
  const names = useNames([typeof set['assignee'] === 'string' ? set['assignee'] : null])
  const ask = useMutation({
    mutationFn: () =>
      api.send<RecordReply>('POST', 'registers/task', {
        body: {
          set: { ...set, askedBy: person?.id ?? null, rule: asked.rule ?? null, objects: asked.objects ?? [] },
        },
      }),
    onSuccess: async ({ record }) => {
      await api.refresh()
      onClose(record)
    },
  })
  const { title } = set
  const isWhole = typeof title === 'string' && title.trim() !== '' && typeof set['assignee'] === 'string'
  return (
    <Dialog title={words('ask.title')} onClose={() => onClose(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          ask.mutate()
        }}
      >
        <p className="small soft field">{words('ask.what')}</p>
        {register === null ? null : (
          <FieldInputs
            register={register}
            names={FIELDS}
            values={set}
            titles={names}
            onChange={(change) => setSet({ ...set, ...change })}
          />
        )}
        <Problem error={ask.error} />
        <p className="btns">
          <button type="submit" className="btn" disabled={!isWhole || ask.isPending}>
            {words('ask.send')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
