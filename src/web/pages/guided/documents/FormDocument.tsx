import { type ReactNode, useId } from 'react'
import type { Language } from '../../../../kernel/text.ts'
import type {
  DocumentChoices,
  DocumentForm,
  FormChoice,
  FormEntry,
} from '../../../../modules/guides/domain/document-form.ts'

interface FormDocumentProps {
  readonly form: DocumentForm
  readonly choices: DocumentChoices
  readonly language: Language
  readonly isOpen: boolean
  readonly onChoose: (name: string, option: string) => void
}

/** The document as it will read, with a question where a rule is still to be chosen. */
export function FormDocument({ form, choices, language, isOpen, onChoose }: FormDocumentProps): ReactNode {
  return (
    <div className="doc formdoc" lang={language}>
      <p>{form.about[language]}</p>
      {form.parts.map(({ title, entries }) => (
        <section key={title.nl}>
          <h2>{title[language]}</h2>
          <ul>
            {entries.map((entry) => (
              <li key={keyOf(entry)} className={entry.kind === 'choice' ? 'tochoose' : undefined}>
                {entry.kind === 'rule' ? (
                  entry.text[language]
                ) : (
                  <Question
                    choice={entry}
                    value={choices[entry.name] ?? entry.usual}
                    language={language}
                    isOpen={isOpen}
                    onChoose={(option) => onChoose(entry.name, option)}
                  />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>{form.closing.title[language]}</h2>
      <p>{form.closing.text[language]}</p>
    </div>
  )
}

function keyOf(entry: FormEntry): string {
  return entry.kind === 'choice' ? entry.name : entry.text.nl
}

interface QuestionProps {
  readonly choice: FormChoice
  readonly value: string
  readonly language: Language
  readonly isOpen: boolean
  readonly onChoose: (option: string) => void
}

function Question({ choice, value, language, isOpen, onChoose }: QuestionProps): ReactNode {
  const name = useId()
  return (
    <fieldset className="field" disabled={!isOpen}>
      <legend>{choice.ask[language]}</legend>
      <p className="why">{choice.why[language]}</p>
      {choice.options.map((option) => (
        <label key={option.name} className="agree">
          <input type="radio" name={name} checked={value === option.name} onChange={() => onChoose(option.name)} />
          <span>{option.text[language]}</span>
        </label>
      ))}
    </fieldset>
  )
}
