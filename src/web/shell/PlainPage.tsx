import type { ReactNode } from 'react'
import { useText } from '../text.ts'
import { BrandMark } from './BrandMark.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface PlainPageProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly children: ReactNode
}

/** A page outside any organisation: signing in, the first run, an invitation. */
export function PlainPage({ title, lead, children }: PlainPageProps): ReactNode {
  const words = useText()
  return (
    <div className="plain">
      <header className="plaintop">
        <span className="brand">
          <BrandMark />
          {words('product')}
        </span>
        <LanguageSwitch />
        <ThemeSwitch />
      </header>
      <main id="main" className="plainpage">
        <h1>{title}</h1>
        {lead === undefined ? null : <p className="lead">{lead}</p>}
        {children}
      </main>
    </div>
  )
}
