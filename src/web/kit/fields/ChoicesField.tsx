import type { ReactNode } from 'react'
import { useText } from '../../text.ts'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

export function ChoicesField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const words = useText()
  const all = field.options.choices ?? []
  const chosen: readonly unknown[] = Array.isArray(value) ? value : []
  const toggle = (choice: string): void =>
    onChange(all.filter((known) => (known === choice ? !chosen.includes(choice) : chosen.includes(known))))
  return (
    <FieldFrame field={field} text={text} fault={fault} isGroup>
      {() => (
        <div className="checks">
          {all.map((choice) => (
            <label key={choice}>
              <input type="checkbox" checked={chosen.includes(choice)} onChange={() => toggle(choice)} />{' '}
              {words(`${text}.${choice}`)}
            </label>
          ))}
        </div>
      )}
    </FieldFrame>
  )
}
