import { type ReactNode, useId, useState } from 'react'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import { InterfaceItem } from './InterfaceItem.tsx'
import { useScopeSave } from './saving-scope.ts'
import type { InterfaceLine, ScopeReply } from './scope.ts'

/** Where others take over: lines that follow from the registers, taken over and put in one's own words. */
export function BorderPart({ reply, canEdit }: { readonly reply: ScopeReply; readonly canEdit: boolean }): ReactNode {
  const words = useText()
  const save = useScopeSave(reply)
  const named = (reply.draft ?? reply.inForce)?.interfaces ?? []
  const isOpen = canEdit && !save.isPending
  const change = (interfaces: readonly InterfaceLine[]): void => save.mutate({ interfaces: [...interfaces] })
  return (
    <>
      <p className="text partwhy">{words('guide.scope.border.why')}</p>
      {reply.interfaces.length === 0 ? null : (
        <section className="sect" aria-labelledby="proposed">
          <h2 id="proposed">{words('guide.scope.proposed', { n: reply.interfaces.length })}</h2>
          <ul className="choices">
            {reply.interfaces.map((line) => (
              <li key={line.party}>
                <h3>{line.with}</h3>
                <p className="text">{[line.what, line.border].join('. ')}</p>
                <p className="small soft">{line.control}</p>
              </li>
            ))}
          </ul>
          {canEdit ? (
            <div className="savebar">
              <button
                type="button"
                className="btn"
                disabled={!isOpen}
                onClick={() => change([...named, ...reply.interfaces])}
              >
                {words('guide.scope.takeOver', { n: reply.interfaces.length })}
              </button>
            </div>
          ) : null}
        </section>
      )}
      <section className="sect" aria-labelledby="named">
        <h2 id="named">{words('guide.scope.named', { n: named.length })}</h2>
        {named.length === 0 ? <NoInterfaces reply={reply} isOpen={isOpen} onSave={save.mutate} /> : null}
        <ul className="choices">
          {named.map((line, index) => (
            <InterfaceItem
              // oxlint-disable-next-line react/no-array-index-key -- lines have no identity of their own
              key={`${index} ${reply.draft?.version ?? 0}`}
              line={line}
              isOpen={isOpen}
              onSave={(changed) => change(named.map((one, at) => (at === index ? changed : one)))}
              onRemove={() => change(named.filter((_, at) => at !== index))}
            />
          ))}
        </ul>
      </section>
      <Problem error={save.error} />
    </>
  )
}

interface NoInterfacesProps {
  readonly reply: ScopeReply
  readonly isOpen: boolean
  readonly onSave: (change: { readonly noInterfacesReason: string | null }) => void
}

/** Hardly anybody does everything himself; whoever does says so. */
function NoInterfaces({ reply, isOpen, onSave }: NoInterfacesProps): ReactNode {
  const words = useText()
  const id = useId()
  const said = (reply.draft ?? reply.inForce)?.noInterfacesReason ?? ''
  const [reason, setReason] = useState(said)
  return (
    <div className="field">
      <label htmlFor={id}>{words('scope.noInterfacesReason')}</label>
      <textarea
        id={id}
        className="in"
        rows={2}
        value={reason}
        disabled={!isOpen}
        onChange={(event) => setReason(event.target.value)}
        onBlur={() => reason.trim() === said || onSave({ noInterfacesReason: reason.trim() || null })}
      />
      <p className="why">{words('guide.scope.none.why')}</p>
    </div>
  )
}
