import { Outlet } from '@tanstack/react-router'
import { type ReactNode, Suspense, useState } from 'react'
import { useAsOf } from '../as-of.ts'
import { useText } from '../text.ts'
import { FrameContext } from './frame.ts'
import { Glossary } from './Glossary.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'
import { Rail } from './Rail.tsx'
import { ReadOnlyLine } from './ReadOnlyLine.tsx'
import { Top } from './Top.tsx'

/** The frame round every page of an organisation. */
export function Shell(): ReactNode {
  const words = useText()
  const { tense } = useAsOf()
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <a className="skip" href="#main">
        {words('shell.skip')}
      </a>
      <div className="app" data-asof={tense} data-nav={isOpen ? 'open' : 'shut'}>
        <Rail onGo={() => setOpen(false)} />
        <Top isMenuOpen={isOpen} onMenu={() => setOpen(!isOpen)} />
        <main id="main" tabIndex={-1}>
          <ReadOnlyLine />
          <FrameContext value={true}>
            <Suspense fallback={<PageSkeleton />}>
              <Outlet />
            </Suspense>
          </FrameContext>
        </main>
        <Glossary />
      </div>
    </>
  )
}
