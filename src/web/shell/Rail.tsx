import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Go } from '../Go.tsx'
import { useSpeech } from '../text.ts'
import { capital } from '../words.ts'
import { BrandMark } from './BrandMark.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { FIRST_PLACES, type Place, placeGroups } from './navigation.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface RailProps {
  readonly onGo: () => void
}

/** The way through the cycle. The group where you are is open; the others open when asked. */
export function Rail({ onGo }: RailProps): ReactNode {
  const { words, has } = useSpeech()
  const { pathname } = useLocation()
  const here = pathname.split('/').slice(2).join('/')
  const line = ({ to, text }: Place): ReactNode => (
    <li key={to}>
      <Go to={to}>{capital(words(has(`nav.short.${text}`) ? `nav.short.${text}` : text))}</Go>
    </li>
  )
  return (
    <div className="rail">
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- links inside do the work; this only shuts the panel behind them */}
      <nav id="menu" aria-label={words('nav.label')} onClick={(event) => shutsBehind(event.target) && onGo()}>
        <Go to="" className="brand" label={words('nav.home')}>
          <BrandMark />
          {words('product')}
        </Go>
        <ul className="first">{FIRST_PLACES.map(line)}</ul>
        {placeGroups().map(({ name, places }) => {
          const isHere = places.some(({ to }) => here === to || here.startsWith(`${to}/`))
          return (
            <details key={`${name}${isHere ? ' here' : ''}`} open={isHere}>
              <summary>{words(`nav.group.${name}`)}</summary>
              <ul>{places.map(line)}</ul>
            </details>
          )
        })}
      </nav>
      <div className="rail-foot small">
        <LanguageSwitch isLong />
        <ThemeSwitch />
      </div>
    </div>
  )
}

function shutsBehind(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a') !== null
}
