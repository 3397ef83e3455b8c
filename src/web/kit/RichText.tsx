import { type ReactNode, useMemo } from 'react'
import { safeHtml } from './safe-html.ts'

interface RichTextProps {
  readonly html: string
}

/** Text with headings, lists and links. The server keeps it clean; what comes from elsewhere is cleaned once more here. */
export function RichText({ html }: RichTextProps): ReactNode {
  const clean = useMemo(() => safeHtml(html), [html])
  // oxlint-disable-next-line react/no-danger -- only what `safeHtml` lets through
  return <div className="doc" dangerouslySetInnerHTML={{ __html: clean }} />
}
