import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Register } from '../../../kernel/register.ts'
import { useApi } from '../../api.ts'
import type { RecordReply, Values } from '../../replies.ts'
import { useText } from '../../text.ts'
import { Dialog } from '../Dialog.tsx'
import { FieldInputs } from '../fields/FieldInputs.tsx'
import { Problem } from '../Problem.tsx'
import { nameOf } from '../values.ts'

interface ActDialogProps {
  readonly register: Register
  readonly reply: RecordReply
  readonly act: string
  readonly onClose: () => void
}

/** Asks what an act needs, says what it brings about, and does it. */
export function ActDialog({ register, reply, act, onClose }: ActDialogProps): ReactNode {
  const words = useText()
  const api = useApi()
  const { record, titles } = reply
  const [set, setSet] = useState<Values>({})
  const [reason, setReason] = useState('')
  const transition = register.states.transitions[act]
  const perform = useMutation({
    mutationFn: () =>
      api.send('POST', `registers/${register.name}/${record.id}/acts/${act}`, {
        body: { version: record.version, set, ...(reason.trim() === '' ? {} : { reason }) },
      }),
    onSuccess: async () => {
      await api.refresh()
      onClose()
    },
  })
  if (transition === undefined) return null
  const isReady = !perform.isPending && (!transition.needsReason || reason.trim() !== '')
  return (
    <Dialog onClose={onClose} title={words(`${register.name}.act.${act}`)}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          perform.mutate()
        }}
      >
        <p className="small soft field">
          {words(transition.to === record.state ? 'act.about.same' : 'act.about', {
            number: record.number,
            title: nameOf(register, record, titles),
            from: words(`${register.name}.state.${record.state}`),
            to: words(`${register.name}.state.${transition.to}`),
          })}
        </p>
        <FieldInputs
          register={register}
          names={transition.asks}
          values={{ ...record, ...set }}
          titles={titles}
          onChange={(change) => setSet({ ...set, ...change })}
        />
        <label className="field">
          <span className="label">{words(transition.needsReason ? 'act.reason' : 'act.reason.free')}</span>
          <textarea className="in" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
        <Problem error={perform.error} />
        <p className="btns">
          <button type="submit" className="btn" disabled={!isReady}>
            {words(`${register.name}.act.${act}`)}
          </button>
          <button type="button" className="ghost" onClick={onClose}>
            {words('form.cancel')}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
