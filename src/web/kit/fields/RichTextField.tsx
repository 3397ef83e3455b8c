import { type ReactNode, useState } from 'react'
import { useText } from '../../text.ts'
import { htmlOf, markupOf } from '../markup.ts'
import { RichText } from '../RichText.tsx'
import { FieldFrame } from './FieldFrame.tsx'
import type { FieldProps } from './field-props.ts'

/** Text with headings and lists, written in a few plain signs and shown as it will read. */
export function RichTextField({ field, text, value, fault, onChange }: FieldProps): ReactNode {
  const words = useText()
  const html = typeof value === 'string' ? value : ''
  const [typed, setTyped] = useState<string | null>(null)
  const [isShown, setShown] = useState(false)
  const change = (markup: string): void => {
    setTyped(markup)
    onChange(markup.trim() === '' ? null : htmlOf(markup))
  }
  return (
    <FieldFrame field={field} text={text} fault={fault}>
      {(wiring) => (
        <>
          {isShown ? (
            <RichText html={html} />
          ) : (
            <textarea
              {...wiring}
              className="in long"
              rows={12}
              value={typed ?? markupOf(html)}
              onChange={(event) => change(event.target.value)}
              onBlur={() => setTyped(null)}
            />
          )}
          <p className="why">
            {words('form.markup')}{' '}
            <button type="button" className="link" onClick={() => setShown(!isShown)}>
              {words(isShown ? 'form.write' : 'form.preview')}
            </button>
          </p>
        </>
      )}
    </FieldFrame>
  )
}
