import { lazy, type ReactNode, Suspense } from 'react'
import { useParam } from '../address.ts'
import { Refused } from '../client.ts'
import { RegisterList } from '../kit/list/RegisterList.tsx'
import { SingleRecord } from '../kit/record/SingleRecord.tsx'
import { findRegister } from '../registers.ts'

const MapBelow = lazy(async () => ({ default: (await import('./risk-map/MapBelow.tsx')).MapBelow }))

const MethodPresets = lazy(async () => ({
  default: (await import('./risk-method/MethodPresets.tsx')).MethodPresets,
}))

/** What stands under the list of a register that has more to show. */
const BELOW: Readonly<Record<string, ReactNode>> = {
  risk: (
    <Suspense fallback={null}>
      <MapBelow />
    </Suspense>
  ),
  risk_method: (
    <Suspense fallback={null}>
      <MethodPresets />
    </Suspense>
  ),
}

/** The list of a register; a register of one record shows that record. */
export function RegisterPage(): ReactNode {
  const register = findRegister(useParam('register'))
  if (register === null) throw new Refused('not_found', {})
  return register.single ? (
    <SingleRecord key={register.name} register={register} />
  ) : (
    <RegisterList key={register.name} register={register} below={BELOW[register.name]} />
  )
}
