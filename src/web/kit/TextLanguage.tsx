import { type ReactNode, useId } from 'react'
import { useText } from '../text.ts'

interface TextLanguageProps<Option extends string> {
  /** Empty for a text of which nobody said what it is written in. */
  readonly languages: readonly (Option | '')[]
  readonly value: Option | ''
  readonly onChange: (language: Option | '') => void
}

/** In which language a text is shown; nothing where there is but one. */
export function TextLanguage<Option extends string>(props: TextLanguageProps<Option>): ReactNode {
  const { languages, value, onChange } = props
  const words = useText()
  const name = useId()
  if (languages.length < 2) return null
  return (
    <fieldset className="seg textlanguage">
      <legend className="hide">{words('text.language')}</legend>
      {languages.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} />
          {words(one === '' ? 'text.language.unsaid' : `document_version.language.${one}`)}
        </label>
      ))}
    </fieldset>
  )
}
