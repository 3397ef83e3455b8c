import { useQuery } from '@tanstack/react-query'
import type { Organisation } from '../../../modules/organisation/registers/organisation.ts'
import { useApi } from '../../api.ts'

/** Companies that have so much in common that one example serves them. */
type Kin = 'digital' | 'care' | 'public' | 'office' | 'goods'

const KIN: Readonly<Record<NonNullable<Organisation['sector']>, Kin>> = {
  software: 'digital',
  it_services: 'digital',
  care: 'care',
  government: 'public',
  education: 'public',
  finance: 'office',
  professional_services: 'office',
  other: 'office',
  industry: 'goods',
  trade: 'goods',
  transport: 'goods',
}

/** The record of the organisation itself; undefined while it is on its way. */
export function useOrganisation(): Organisation | undefined {
  const api = useApi()
  const { data } = useQuery(api.read<{ readonly rows: readonly Organisation[] }>('registers/organisation'))
  return data?.rows[0]
}

/** Whose example is shown: that of the sector, and of an office where the sector is not known. */
export function useKin(): Kin {
  return KIN[useOrganisation()?.sector ?? 'other']
}
