import { type ReactNode, useId, useState } from 'react'
import type { Language } from '../../../../kernel/text.ts'
import { RecordPicker } from '../../../kit/fields/RecordPicker.tsx'
import { TextArea } from '../../../kit/TextArea.tsx'
import type { Titles } from '../../../replies.ts'
import { useSpeech } from '../../../text.ts'
import type { LineSet } from '../../statement/lines.ts'
import type { GuideLine } from './guide-lines.ts'

interface DecisionProps {
  readonly isIn: boolean
  readonly line: GuideLine
  readonly titles: Titles
  readonly isPending: boolean
  readonly onDecide: (set: LineSet) => void
}

/** Shorter than this is no reason (R-6.1.3-d-5). */
const SHORTEST = 15

/** The reason, ready in words that fit most companies and to be changed to fit this one. */
export function Decision({ isIn, line, titles, isPending, onDecide }: DecisionProps): ReactNode {
  const { words, language } = useSpeech()
  const [reason, setReason] = useState(readyReason(line, isIn, language))
  const [link, setLink] = useState<string | null>(null)
  const isShort = reason.trim().length < SHORTEST
  const decide = (): void =>
    onDecide(
      isIn
        ? {
            included: true,
            exclusionJustification: null,
            inclusionReasons: [{ type: 'business', link, text: reason.trim() }],
          }
        : { included: false, inclusionReasons: [], exclusionJustification: reason.trim() },
    )
  return (
    <form
      className="inplace"
      aria-label={line.ref}
      onSubmit={(event) => {
        event.preventDefault()
        decide()
      }}
    >
      <TextArea
        label={words(`guide.statement.reason.${isIn ? 'in' : 'out'}`)}
        why={words(`guide.statement.reason.${isIn ? 'in' : 'out'}.why`)}
        value={reason}
        onChange={setReason}
      />
      {isIn ? <LinkChoice link={link} titles={titles} onChange={setLink} /> : null}
      <button type="submit" className="btn" disabled={isPending || isShort}>
        {words(`guide.statement.decide.${isIn ? 'in' : 'out'}`, { ref: line.ref })}
      </button>
    </form>
  )
}

/** What stands there already where it is out, else the usual words. */
function readyReason(
  { follows: { usual }, exclusionJustification }: GuideLine,
  isIn: boolean,
  language: Language,
): string {
  const ready = isIn ? usual?.reason : usual?.out
  return (isIn ? null : exclusionJustification) ?? ready?.[language] ?? ''
}

interface LinkChoiceProps {
  readonly link: string | null
  readonly titles: Titles
  readonly onChange: (link: string | null) => void
}

/** What the reason hangs on, so that it can be followed. */
function LinkChoice({ link, titles, onChange }: LinkChoiceProps): ReactNode {
  const { words } = useSpeech()
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{words('guide.statement.link')}</label>
      <RecordPicker
        id={id}
        targets={['requirement', 'asset', 'service', 'information_system', 'supplier', 'context_issue']}
        values={link === null ? [] : [link]}
        titles={titles}
        isMany={false}
        onChange={([first]) => onChange(first ?? null)}
      />
      <p className="why">{words('guide.statement.link.why')}</p>
    </div>
  )
}
