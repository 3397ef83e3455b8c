import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { textFor } from '../../../modules/documents/domain.ts'
import { useApi } from '../../api.ts'
import { useAsOf } from '../../as-of.ts'
import { FileLink } from '../../kit/FileLink.tsx'
import { langOf } from '../../kit/language.ts'
import { Problem } from '../../kit/Problem.tsx'
import { RichText } from '../../kit/RichText.tsx'
import { TextLanguage } from '../../kit/TextLanguage.tsx'
import { useMembership } from '../../session.ts'
import { useSpeech } from '../../text.ts'
import { minutesFor } from './OwnLead.tsx'
import type { Reading } from './today.ts'

interface ReadingAskProps {
  readonly reading: Reading
  readonly isOpen: boolean
}

/** A text to read where it stands, and one click that says that it was read. */
export function ReadingAsk({ reading, isOpen }: ReadingAskProps): ReactNode {
  const { words, day, longDay, language } = useSpeech()
  const api = useApi()
  const { today, tense } = useAsOf()
  const { person } = useMembership()
  const [isRead, setRead] = useState(false)
  const [asked, setAsked] = useState<string>(language)
  const { document, version, due } = reading
  const confirm = useMutation({
    mutationFn: () =>
      api.send('POST', 'registers/acknowledgement', {
        body: {
          set: { person: person?.id, documentVersion: version.id, acknowledgedAt: today, channel: 'waarborg' },
        },
      }),
    onSuccess: () => api.refresh(),
  })
  const minutes = words('today.reading.minutes', { n: minutesFor(reading, language) })
  const shown = textFor(version.texts, asked)
  return (
    <details className="ask" open={isOpen}>
      <summary>
        <span className="t">{words('today.reading', { title: document.title })}</span>
        <span className="d">
          {due === null ? minutes : words('today.reading.by', { minutes, day: longDay(due) })}
          {due !== null && due < today ? <b>{` ${words('today.late')}`}</b> : null}
        </span>
      </summary>
      <p className="quiet small">
        {version.approvedBy === null || version.approvedAt === null
          ? words('today.reading.version', { label: version.label })
          : words('today.reading.approved', {
              label: version.label,
              by: version.approvedBy.title,
              day: day(version.approvedAt),
            })}
      </p>
      {shown === null ? null : (
        <>
          <TextLanguage
            languages={version.texts.map((one) => one.language ?? '')}
            value={shown.language ?? ''}
            onChange={setAsked}
          />
          <article aria-label={document.title} lang={langOf(shown.language)}>
            <RichText html={shown.text} />
          </article>
        </>
      )}
      {version.file === null ? null : (
        <p>
          <FileLink hash={version.file} />
        </p>
      )}
      {tense === 'present' ? (
        <>
          <label className="agree">
            <input type="checkbox" checked={isRead} onChange={(event) => setRead(event.target.checked)} />{' '}
            <span>{words('today.reading.agree')}</span>
          </label>
          <p className="btns">
            <button
              type="button"
              className="btn big"
              disabled={!isRead || confirm.isPending}
              onClick={() => confirm.mutate()}
            >
              {words('today.reading.confirm')}
            </button>
          </p>
          <Problem error={confirm.error} />
        </>
      ) : null}
      <p className="small quiet">{words('today.reading.why')}</p>
    </details>
  )
}
