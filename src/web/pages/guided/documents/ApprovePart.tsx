import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { textFor } from '../../../../modules/documents/domain.ts'
import { useAddress } from '../../../address.ts'
import { useApi } from '../../../api.ts'
import { useAsOf } from '../../../as-of.ts'
import { Go } from '../../../Go.tsx'
import { langOf } from '../../../kit/language.ts'
import { ListError } from '../../../kit/list/ListError.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { RichText } from '../../../kit/RichText.tsx'
import { TextLanguage } from '../../../kit/TextLanguage.tsx'
import { PageSkeleton } from '../../../shell/PageSkeleton.tsx'
import { useSpeech } from '../../../text.ts'
import { type DocumentReply, type DocumentsReply, drafts, lineToApprove, titleOf } from './documents.ts'

/** What waits for a word, one text at a time: whoever approves has it before him. */
export function ApprovePart({ reply }: { readonly reply: DocumentsReply }): ReactNode {
  const { words, language } = useSpeech()
  const api = useApi()
  const line = lineToApprove(reply, useAddress().get('document'))
  const one = useQuery({
    ...api.read<DocumentReply>(`guides/documents/${line?.key ?? ''}`),
    enabled: line !== null,
  })
  const waiting = drafts(reply)
  if (line === null) return <NothingWaits />
  return (
    <>
      <p className="text partwhy">{words('guide.documents.approve.why')}</p>
      <p className="small soft" role="status">
        {words('guide.documents.waiting', { n: waiting.length })}
      </p>
      {one.isError ? <ListError error={one.error} onRetry={() => void one.refetch()} /> : null}
      {one.data === undefined && !one.isError ? <PageSkeleton /> : null}
      {one.data === undefined ? null : <Reading key={line.key} reply={one.data} />}
      {waiting.length < 2 ? null : (
        <details className="example">
          <summary>{words('guide.documents.others', { n: waiting.length - 1 })}</summary>
          <ul className="lines">
            {waiting
              .filter(({ key }) => key !== line.key)
              .map((other) => (
                <li key={other.key}>
                  <Go to="guide-documents" search={{ part: 'approve', document: other.key }} isCurrent={false}>
                    {titleOf(other, language)}
                  </Go>
                </li>
              ))}
          </ul>
        </details>
      )}
    </>
  )
}

function NothingWaits(): ReactNode {
  const { words } = useSpeech()
  return (
    <p className="empty">
      {words('guide.documents.nothingWaits')}{' '}
      <Go to="path" search={{ step: '24' }} isCurrent={false}>
        {words('guide.documents.tell')}
      </Go>
    </p>
  )
}

/** The text in full, in each of its languages, and below it the word that makes it hold. */
function Reading({ reply }: { readonly reply: DocumentReply }): ReactNode {
  const { words, language: spoken } = useSpeech()
  const { tense } = useAsOf()
  const { line, texts, titles } = reply
  const { draft, key } = line
  const [asked, setAsked] = useState<string>(spoken)
  const shown = textFor(texts, asked)
  if (draft === null) return null
  return (
    <>
      <div className="head">
        <h2>{titleOf(line, spoken)}</h2>
        <span className="quiet">
          {words('guide.documents.written', {
            version: draft.versionLabel,
            name: titles[draft.author ?? '']?.title ?? words('guide.documents.nobody'),
          })}
        </span>
      </div>
      <TextLanguage
        languages={texts.map(({ language }) => language)}
        value={shown?.language ?? 'nl'}
        onChange={setAsked}
      />
      {shown === null ? (
        <p className="empty">{words('guide.documents.noText')}</p>
      ) : (
        <article lang={langOf(shown.language)}>
          <RichText html={shown.text} />
        </article>
      )}
      {tense === 'present' ? <Word reply={reply} draft={draft} /> : null}
      <p className="small">
        <Go to="guide-documents" search={{ part: 'write', document: key }} isCurrent={false}>
          {words('guide.documents.change')}
        </Go>
      </p>
    </>
  )
}

interface WordProps {
  readonly reply: DocumentReply
  readonly draft: NonNullable<DocumentReply['line']['draft']>
}

function Word({ reply: { line, can, me, texts }, draft }: WordProps): ReactNode {
  const { words, has } = useSpeech()
  const api = useApi()
  const address = useAddress()
  const adopt = useMutation({
    mutationFn: () =>
      api.send('POST', `guides/documents/${line.key}/adopted`, { body: { id: draft.id, version: draft.version } }),
    onSuccess: () => {
      address.set({ part: 'approve', document: undefined })
      window.scrollTo({ top: 0 })
    },
    onSettled: () => api.refresh(),
  })
  const why = can.approve.ok ? null : `refusal.${can.approve.why}`
  return (
    <>
      {me !== null && me === draft.author ? <p className="note plain">{words('guide.documents.ownText')}</p> : null}
      <p className="btns">
        <button
          type="button"
          className="btn"
          disabled={!can.approve.ok || adopt.isPending || texts.length === 0}
          onClick={() => adopt.mutate()}
        >
          {words('guide.documents.adopt', { version: draft.versionLabel })}
        </button>
      </p>
      {texts.length > 1 ? <p className="small soft">{words('guide.documents.adopt.languages')}</p> : null}
      {why !== null && has(why) ? <p className="small soft">{words(why)}</p> : null}
      <Problem error={adopt.error} />
    </>
  )
}
