import { useEffect } from 'react'

/** On a narrow screen what was opened lies far below what was pressed: it comes into view, and the keyboard goes on from there. */
export function useInView(id: string, opened: string | null): void {
  useEffect(() => {
    const found = opened === null ? null : document.getElementById(id)?.closest('aside')
    if (found === null || found === undefined) return
    const { top } = found.getBoundingClientRect()
    if (top >= 0 && top < window.innerHeight / 2) return
    found.tabIndex = -1
    found.scrollIntoView({ block: 'start' })
    found.focus({ preventScroll: true })
  }, [id, opened])
}
