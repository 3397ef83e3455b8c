import type { ReactNode } from 'react'
import type { FieldProps } from '../../../web/kit/fields/field-props.ts'
import { levelFor, useRiskMap } from './method.ts'
import { ScaleInput } from './ScaleInput.tsx'

export function ConsequenceInput(props: FieldProps): ReactNode {
  const map = useRiskMap()
  const also = (value: number | null) => (map === null ? {} : levelFor(map, props.values?.['likelihood'], value))
  return <ScaleInput props={props} scale={map?.consequences ?? []} also={also} />
}
