import { type ReactNode, useId, useState } from 'react'
import { Mark } from '../../../kit/Mark.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { useText } from '../../../text.ts'
import { useRecordSave } from '../saving-record.ts'
import { isUnplaced, type Thing } from './scope.ts'

/** One thing, inside or outside. Each answer is kept at once; the reason when one is done writing it. */
export function PlaceLine({ thing, canEdit }: { readonly thing: Thing; readonly canEdit: boolean }): ReactNode {
  const words = useText()
  const name = useId()
  const save = useRecordSave(thing)
  /** What was answered here and is on its way. */
  const [typed, setTyped] = useState<Partial<Thing>>({})
  const shown = { ...thing, ...typed }
  const keep = (set: Partial<Thing>): void => {
    setTyped({ ...typed, ...set })
    save.mutate(set, { onSettled: () => setTyped({}) })
  }
  const place = (isIn: boolean): void =>
    keep({
      inScope: isIn,
      outOfScopeReason: isIn ? null : (thing.outOfScopeReason ?? words(`guide.scope.out.${thing.register}`)),
    })
  return (
    <li>
      <div className="placing">
        <h3>
          {isUnplaced(shown) ? <Mark severity="question" /> : null} {thing.title}
        </h3>
        <fieldset className="seg" disabled={!canEdit}>
          <legend className="hide">{words('guide.scope.sideOf', { title: thing.title })}</legend>
          {([true, false] as const).map((isIn) => (
            <label key={String(isIn)}>
              <input type="radio" name={name} checked={shown.inScope === isIn} onChange={() => place(isIn)} />
              {words(`guide.scope.side.${isIn ? 'in' : 'out'}`)}
            </label>
          ))}
        </fieldset>
      </div>
      {shown.inScope === false ? <Outside thing={shown} isOpen={canEdit} onSave={keep} /> : null}
      <Problem error={save.error} />
    </li>
  )
}

interface OutsideProps {
  readonly thing: Thing
  readonly isOpen: boolean
  readonly onSave: (set: Partial<Thing>) => void
}

/** Why it is outside; of what people work in or with also whether it touches what is inside, because then it belongs there. */
function Outside({ thing, isOpen, onSave }: OutsideProps): ReactNode {
  const words = useText()
  const id = useId()
  const [reason, setReason] = useState(thing.outOfScopeReason ?? '')
  const { handlesServiceInformation: handles } = thing
  const asksHandling = thing.register === 'unit' || thing.register === 'information_system'
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{words('guide.scope.reason')}</label>
        <textarea
          id={id}
          className="in"
          rows={2}
          value={reason}
          disabled={!isOpen}
          onChange={(event) => setReason(event.target.value)}
          onBlur={() => reason.trim() === (thing.outOfScopeReason ?? '') || onSave({ outOfScopeReason: reason.trim() })}
        />
      </div>
      {asksHandling ? (
        <fieldset className="checks" disabled={!isOpen}>
          <legend>{words('guide.scope.handles')}</legend>
          {([true, false] as const).map((answer) => (
            <label key={String(answer)}>
              <input
                type="radio"
                name={`${id}handles`}
                checked={handles === answer}
                onChange={() => onSave({ handlesServiceInformation: answer })}
              />
              {words(`guide.scope.handles.${answer ? 'yes' : 'no'}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      {asksHandling && handles === true ? <p className="note major">{words('guide.scope.handles.belongs')}</p> : null}
    </>
  )
}
