import { type ReactNode, useId } from 'react'

interface ScalePickProps {
  readonly label: string
  readonly scale: readonly { readonly value: number; readonly name: string | null }[]
  readonly value: number | null
  readonly onPick: (value: number) => void
}

/** A scale of the method as a row to press; arrows walk through it. The name of the chosen step stands behind it. */
export function ScalePick({ label, scale, value, onPick }: ScalePickProps): ReactNode {
  const name = useId()
  const chosen = scale.find((step) => step.value === value)?.name ?? null
  return (
    <fieldset className="scale">
      <legend className="small quiet">
        {label}
        {chosen === null ? '' : `: ${chosen}`}
      </legend>
      <div className="seg">
        {scale.map((step) => (
          <label key={step.value} title={step.name ?? undefined}>
            <input type="radio" name={name} checked={step.value === value} onChange={() => onPick(step.value)} />
            {step.value}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
