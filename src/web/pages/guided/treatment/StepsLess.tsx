import { type ReactNode, useId } from 'react'
import { useText } from '../../../text.ts'
import type { TogetherBody } from './treatment.ts'

export type Steps = TogetherBody['steps']

interface StepsLessProps {
  readonly value: Steps
  readonly onChange: (steps: Steps) => void
}

const AXES = ['likelihood', 'consequence'] as const
const CHOICES = [0, 1, 2, 3, 4] as const

/** How many steps smaller on each scale. */
export function StepsLess({ value, onChange }: StepsLessProps): ReactNode {
  const words = useText()
  const id = useId()
  return AXES.map((axis) => (
    <div className="field" key={axis}>
      <label htmlFor={`${id}${axis}`}>{words(`guide.treatment.less.${axis}`)}</label>
      <select
        id={`${id}${axis}`}
        className="in"
        value={value[axis]}
        onChange={(event) => onChange({ ...value, [axis]: Number(event.target.value) })}
      >
        {CHOICES.map((n) => (
          <option key={n} value={n}>
            {words('guide.treatment.less', { n })}
          </option>
        ))}
      </select>
    </div>
  ))
}
