import { useLocation } from '@tanstack/react-router'
import { Fragment, type ReactNode } from 'react'
import { Go } from '../Go.tsx'
import { useMembership } from '../session.ts'
import { useSpeech } from '../text.ts'
import { capital } from '../words.ts'
import { BrandMark } from './BrandMark.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { FIRST_PLACES, isOpenTo, type Place, placeGroups } from './navigation.ts'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface RailProps {
  readonly onGo: () => void
}

/** The way through the cycle. The group where you are is open; the others open when asked. */
export function Rail({ onGo }: RailProps): ReactNode {
  const { words, has } = useSpeech()
  const { sees } = useMembership()
  const { pathname } = useLocation()
  const here = pathname.split('/').slice(2).join('/')
  const isAt = ({ holds }: Place): boolean =>
    holds.some((path) => here === path || (path !== '' && here.startsWith(`${path}/`)))
  const line = (place: Place): ReactNode => (
    <li key={place.to}>
      <Go to={place.to} isCurrent={isAt(place)}>
        {capital(words(place.texts.find(has) ?? place.to))}
      </Go>
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
        <ul className="first">{FIRST_PLACES.filter((place) => isOpenTo(place, sees)).map(line)}</ul>
        {placeGroups(sees).map(({ name, parts }) => {
          const isHere = parts.some(({ places }) => places.some(isAt))
          return (
            <details key={`${name}${isHere ? ' here' : ''}`} open={isHere}>
              <summary>{words(`nav.group.${name}`)}</summary>
              {parts.map((part) => (
                <Fragment key={part.name}>
                  {part.name === null ? null : <p className="part">{words(`nav.part.${part.name}`)}</p>}
                  <ul>{part.places.map(line)}</ul>
                </Fragment>
              ))}
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
