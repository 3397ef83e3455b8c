import { type ReactNode, useState } from 'react'
import { DEFAULT_ACCESS } from '../../../kernel/permission.ts'
import type { Register } from '../../../kernel/register.ts'
import { useAsOf } from '../../as-of.ts'
import type { RecordReply } from '../../replies.ts'
import { useSpeech } from '../../text.ts'
import { actsFrom } from '../states.ts'
import { ActDialog } from './ActDialog.tsx'

interface RecordActsProps {
  readonly register: Register
  readonly reply: RecordReply
}

/** What can be done with a record now. An act that waits for something stays in sight and says for what. */
export function RecordActs({ register, reply }: RecordActsProps): ReactNode {
  const { words, list } = useSpeech()
  const { tense } = useAsOf()
  const [act, setAct] = useState<string | null>(null)
  if (tense !== 'present') return null
  const possible = actsFrom(register, reply.record.state)
  const acts = possible.filter(([name]) => name in reply.can.acts)
  // Whoever prepares must know for whose word it then waits.
  const others = reply.can.update
    ? possible.filter(([name, { isApproval }]) => isApproval && !(name in reply.can.acts))
    : []
  const deciders = (register.access.approve ?? DEFAULT_ACCESS.approve).map((role) => words(`accountRole.${role}`))
  const waiting = acts.flatMap(([name]) => {
    const decision = reply.can.acts[name]
    return decision === undefined || decision.ok ? [] : [{ name, why: decision.message ?? decision.why }]
  })
  return (
    <>
      {acts.map(([name]) => (
        <button
          key={name}
          type="button"
          className="ghost"
          disabled={reply.can.acts[name]?.ok !== true}
          onClick={() => setAct(name)}
        >
          {words(`${register.name}.act.${name}`)}
        </button>
      ))}
      {waiting.length + others.length > 0 ? (
        <ul className="small quiet waiting">
          {others.map(([name]) => (
            <li key={name}>
              {words('act.others', { act: words(`${register.name}.act.${name}`), who: list(deciders) })}
            </li>
          ))}
          {waiting.map(({ name, why }) => (
            <li key={name}>{words('act.waits', { act: words(`${register.name}.act.${name}`), why })}</li>
          ))}
        </ul>
      ) : null}
      {act === null ? null : <ActDialog register={register} reply={reply} act={act} onClose={() => setAct(null)} />}
    </>
  )
}
