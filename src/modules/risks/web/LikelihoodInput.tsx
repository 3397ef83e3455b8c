import type { ReactNode } from 'react'
import type { FieldProps } from '../../../web/kit/fields/field-props.ts'
import { levelFor, useRiskMap } from './method.ts'
import { ScaleInput } from './ScaleInput.tsx'

export function LikelihoodInput(props: FieldProps): ReactNode {
  const map = useRiskMap()
  const also = (value: number | null) => (map === null ? {} : levelFor(map, value, props.values?.['consequence']))
  return <ScaleInput props={props} scale={map?.likelihoods ?? []} also={also} />
}
