import type { ReactNode } from 'react'

/** Numbers of records, as R-16. */
const NUMBER = /(\b[A-Z]{1,3}-\d+\b)/

/** A sentence in which the number of a record stays on one line: R-16, never R- and below it 16. */
export function Said({ text }: { readonly text: string }): ReactNode {
  return text.split(NUMBER).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // oxlint-disable-next-line react/no-array-index-key -- the same number may stand twice in a sentence, and parts never move
      <span key={index} className="nowrap">
        {part}
      </span>
    ),
  )
}
