import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import type { Language } from '../../../../kernel/text.ts'
import { documentVersion } from '../../../../modules/documents/registers/document-version.ts'
import { type DocumentChoices, documentText } from '../../../../modules/guides/domain/document-form.ts'
import { useAddress } from '../../../address.ts'
import { useApi } from '../../../api.ts'
import { RichTextField } from '../../../kit/fields/RichTextField.tsx'
import { Problem } from '../../../kit/Problem.tsx'
import { RichText } from '../../../kit/RichText.tsx'
import { TextLanguage } from '../../../kit/TextLanguage.tsx'
import { useSpeech } from '../../../text.ts'
import type { DocumentBody, DocumentReply } from './documents.ts'
import { FormDocument } from './FormDocument.tsx'

interface WriteFormProps {
  readonly reply: DocumentReply
  /** Those that the document is written in. */
  readonly languages: readonly Language[]
  /** The document that comes after this one, if any. */
  readonly next: string | null
  readonly canEdit: boolean
}

type OwnTexts = Readonly<Partial<Record<Language, string>>>

/** The words that somebody wrote himself in the draft; making them anew from choices would lose them. */
function ownTextsIn({ texts }: DocumentReply, languages: readonly Language[]): OwnTexts | null {
  const own = languages.flatMap((language): [Language, string][] => {
    const found = texts.find((one) => one.language === language)
    return found?.isHandWritten === true ? [[language, found.text]] : []
  })
  return own.length === 0 ? null : Object.fromEntries(own)
}

/** A document to choose in, or to write in one's own words, in each of its languages. */
export function WriteForm({ reply, languages, next, canEdit }: WriteFormProps): ReactNode {
  const { words, language: spoken } = useSpeech()
  const { form, line, texts } = reply
  const [choices, setChoices] = useState<DocumentChoices>(reply.choices)
  const [own, setOwn] = useState<OwnTexts | null>(() => ownTextsIn(reply, languages))
  const [asked, setAsked] = useState<Language | ''>(spoken)
  const language = languages.find((one) => one === asked) ?? languages[0] ?? spoken
  const made = documentText(form, choices, language)
  const foreign = texts.find((one) => one.language === language)?.text ?? null
  return (
    <>
      <TextLanguage languages={languages} value={language} onChange={setAsked} />
      {own === null ? (
        <FormDocument
          form={form}
          choices={choices}
          language={language}
          isOpen={canEdit}
          onChoose={(name, option) => setChoices({ ...choices, [name]: option })}
        />
      ) : canEdit ? (
        <RichTextField
          key={language}
          field={documentVersion.fields.text}
          text="document_version.text"
          value={own[language] ?? made}
          titles={reply.titles}
          onChange={(value) => setOwn({ ...own, [language]: typeof value === 'string' ? value : '' })}
        />
      ) : (
        <RichText html={foreign ?? made} />
      )}
      {canEdit ? (
        <>
          <p className="small">
            <button
              type="button"
              className="link"
              onClick={() => setOwn(own === null ? { [language]: foreign ?? made } : null)}
            >
              {words(own === null ? 'guide.documents.ownWords' : 'guide.documents.toChoices')}
            </button>{' '}
            {own === null ? null : <span className="soft">{words('guide.documents.toChoices.why')}</span>}
          </p>
          <KeepBar line={line} body={{ choices, languages: [...languages], texts: textsOf(own) }} next={next} />
        </>
      ) : null}
    </>
  )
}

function textsOf(own: OwnTexts | null): DocumentBody['texts'] {
  if (own === null) return []
  return (['nl', 'en'] as const).flatMap((language) => {
    const text = own[language]?.trim() ?? ''
    return text === '' ? [] : [{ language, text }]
  })
}

interface KeepBarProps {
  readonly line: DocumentReply['line']
  readonly body: Omit<DocumentBody, 'draft'>
  readonly next: string | null
}

/** Writes the draft: a new one, or over the one that is there; and goes on to the next document where that is wanted. */
function KeepBar({ line, body, next }: KeepBarProps): ReactNode {
  const { words } = useSpeech()
  const api = useApi()
  const address = useAddress()
  const { key, draft } = line
  const onward = (): void => {
    if (next !== null) address.set({ part: 'write', document: next })
    window.scrollTo({ top: 0 })
  }
  const save = useMutation({
    mutationFn: (_isOnward: boolean) => {
      const seen = draft === null ? null : { id: draft.id, version: draft.version }
      return api.send('POST', `guides/documents/${key}`, { body: { ...body, draft: seen } })
    },
    // Before the page is read again: that puts another form in the place of this one.
    onSuccess: (_saved, isOnward) => {
      if (isOnward) onward()
    },
    onSettled: () => api.refresh(),
  })
  return (
    <>
      <div className="savebar">
        <button type="button" className="btn" disabled={save.isPending} onClick={() => save.mutate(true)}>
          {words(next === null ? 'guide.documents.keep' : 'guide.documents.keepNext')}
        </button>
        {next === null ? null : (
          <button type="button" className="ghost" disabled={save.isPending} onClick={() => save.mutate(false)}>
            {words('guide.documents.keep')}
          </button>
        )}
        <p className="small soft" role="status">
          {words(draft === null ? 'guide.documents.unsaved' : 'guide.documents.kept', {
            version: draft?.versionLabel ?? '',
          })}
        </p>
      </div>
      <Problem error={save.error} />
    </>
  )
}
