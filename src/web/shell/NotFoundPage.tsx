import type { ReactNode } from 'react'
import { Refused } from '../client.ts'
import { ErrorPage } from './ErrorPage.tsx'

export function NotFoundPage(): ReactNode {
  return <ErrorPage error={new Refused('not_found', {})} />
}
