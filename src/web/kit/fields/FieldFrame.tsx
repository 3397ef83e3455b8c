import { type ReactNode, useId } from 'react'
import { useSpeech } from '../../text.ts'
import { Mark } from '../Mark.tsx'
import type { FieldProps } from './field-props.ts'

interface Wiring {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
  readonly 'aria-required': boolean | undefined
}

interface FieldFrameProps extends Pick<FieldProps, 'field' | 'text' | 'fault'> {
  /** Several inputs under one name: a fieldset instead of a label. */
  readonly isGroup?: boolean
  readonly children: (wiring: Wiring) => ReactNode
}

/** Label above, why below in one sentence with its clause, and below that what is wrong. */
export function FieldFrame({ field, text, fault, isGroup = false, children }: FieldFrameProps): ReactNode {
  const { words, has } = useSpeech()
  const id = useId()
  const why = has(`${text}.why`) ? words(`${text}.why`) : null
  const described = [why === null ? '' : `${id}why`, fault === undefined ? '' : `${id}wrong`].join(' ').trim()
  const wiring: Wiring = {
    id,
    'aria-describedby': described === '' ? undefined : described,
    'aria-invalid': fault === undefined ? undefined : true,
    'aria-required': field.isRequired ? true : undefined,
  }
  const label = (
    <>
      {words(text)}
      {field.isRequired ? <span className="quiet">{` ${words('form.required')}`}</span> : null}
    </>
  )
  const below = (
    <>
      {why === null ? null : (
        <p className="why" id={`${id}why`}>
          {why}
        </p>
      )}
      {fault === undefined ? null : (
        <p className="wrong" id={`${id}wrong`}>
          <Mark severity="major" isNamed={false} /> {fault}
        </p>
      )}
    </>
  )
  if (isGroup) {
    return (
      <fieldset className="field" aria-describedby={wiring['aria-describedby']}>
        <legend>{label}</legend>
        {children(wiring)}
        {below}
      </fieldset>
    )
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(wiring)}
      {below}
    </div>
  )
}
