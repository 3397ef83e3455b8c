import type { ReactNode } from 'react'

export function BrandMark(): ReactNode {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor">
      <path d="M4.5 1h7L15 4.5v7L11.5 15h-7L1 11.5v-7z" strokeWidth="1.6" />
      <path d="M4.2 5.4l1.9 5.2L8 6.2l1.9 4.4 1.9-5.2" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  )
}
