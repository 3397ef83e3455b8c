import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../text.ts'

export function ThemeSwitch(): ReactNode {
  const words = useText()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <button type="button" className="bare theme" onClick={() => setColorScheme(other)}>
      {words(`shell.theme.${other}`)}
    </button>
  )
}
