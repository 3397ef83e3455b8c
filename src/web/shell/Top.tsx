import type { ReactNode } from 'react'
import { useText } from '../text.ts'
import { AsOfControl } from './AsOfControl.tsx'
import { Find } from './Find.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { MeMenu } from './MeMenu.tsx'
import { OrganisationMenu } from './OrganisationMenu.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'

interface TopProps {
  readonly isMenuOpen: boolean
  readonly onMenu: () => void
}

export function Top({ isMenuOpen, onMenu }: TopProps): ReactNode {
  const words = useText()
  return (
    <header className="top">
      <button
        type="button"
        className="bare menu-button"
        aria-expanded={isMenuOpen}
        aria-controls="menu"
        onClick={onMenu}
      >
        {words('shell.menu')}
      </button>
      <OrganisationMenu />
      <AsOfControl />
      <Find />
      <LanguageSwitch />
      <ThemeSwitch />
      <MeMenu />
    </header>
  )
}
