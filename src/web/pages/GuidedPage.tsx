import { lazy, type ReactNode, Suspense } from 'react'
import { useParam } from '../address.ts'
import { NotFoundPage } from '../shell/NotFoundPage.tsx'
import { PageSkeleton } from '../shell/PageSkeleton.tsx'
import { Guide } from './guided/Guide.tsx'
import { type GuideName, isGuide } from './guided/guides.ts'

const FORMS = {
  context: lazy(async () => ({ default: (await import('./guided/ContextGuide.tsx')).ContextGuide })),
  scope: lazy(async () => ({ default: (await import('./guided/ScopeGuide.tsx')).ScopeGuide })),
  documents: lazy(async () => ({ default: (await import('./guided/DocumentsGuide.tsx')).DocumentsGuide })),
  policy: lazy(async () => ({ default: (await import('./guided/PolicyGuide.tsx')).PolicyGuide })),
  treatment: lazy(async () => ({ default: (await import('./guided/TreatmentGuide.tsx')).TreatmentGuide })),
  comparison: lazy(async () => ({ default: (await import('./guided/ComparisonGuide.tsx')).ComparisonGuide })),
  statement: lazy(async () => ({ default: (await import('./guided/StatementGuide.tsx')).StatementGuide })),
  plan: lazy(async () => ({ default: (await import('./guided/PlanGuide.tsx')).PlanGuide })),
  consent: lazy(async () => ({ default: (await import('./guided/ConsentGuide.tsx')).ConsentGuide })),
  objectives: lazy(async () => ({ default: (await import('./guided/ObjectivesGuide.tsx')).ObjectivesGuide })),
  measure: lazy(async () => ({ default: (await import('./guided/MeasureGuide.tsx')).MeasureGuide })),
} as const satisfies Record<GuideName, unknown>

/** One of the guided forms, in its frame. */
export function GuidedPage(): ReactNode {
  const name = useParam('guide')
  if (!isGuide(name)) return <NotFoundPage />
  const Form = FORMS[name]
  return (
    <Guide key={name} name={name}>
      <Suspense fallback={<PageSkeleton />}>
        <Form />
      </Suspense>
    </Guide>
  )
}
