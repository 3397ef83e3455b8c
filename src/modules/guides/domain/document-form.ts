import type { Language } from '../../../kernel/text.ts'
import type { Bilingual } from '../../catalogue/domain/facts.ts'

/** One of several rules, chosen by somebody. */
export interface FormChoice {
  readonly kind: 'choice'
  readonly name: string
  readonly ask: Bilingual
  /** What hangs on it, in a sentence. */
  readonly why: Bilingual
  /** What most like them choose, by its name. */
  readonly usual: string
  readonly options: readonly { readonly name: string; readonly text: Bilingual }[]
}

export interface FormRule {
  readonly kind: 'rule'
  readonly text: Bilingual
}

export type FormEntry = FormChoice | FormRule

/** A document as somebody fills it in: rules that stand, and rules to choose, about this organisation. */
export interface DocumentForm {
  readonly about: Bilingual
  readonly parts: readonly { readonly title: Bilingual; readonly entries: readonly FormEntry[] }[]
  readonly closing: { readonly title: Bilingual; readonly text: Bilingual }
}

/** The chosen option of each choice, by their names. */
export type DocumentChoices = Readonly<Record<string, string>>

export function choicesOf(form: DocumentForm): readonly FormChoice[] {
  return form.parts.flatMap(({ entries }) => entries.filter((entry) => entry.kind === 'choice'))
}

/** Where most like them begin. */
export function usualChoices(form: DocumentForm): DocumentChoices {
  return Object.fromEntries(choicesOf(form).map(({ name, usual }) => [name, usual]))
}

/** The document as HTML. What is not chosen, or not among the options, is as most have it. */
export function documentText(form: DocumentForm, choices: DocumentChoices, language: Language): string {
  const parts = form.parts.map(({ title, entries }) => {
    const rules = entries.map((entry) => `<li>${escaped(textOf(entry, choices)[language])}</li>`)
    return `${heading(title[language])}<ul>${rules.join('')}</ul>`
  })
  const { title, text } = form.closing
  return `<p>${escaped(form.about[language])}</p>${parts.join('')}${heading(title[language])}<p>${escaped(text[language])}</p>`
}

function textOf(entry: FormEntry, choices: DocumentChoices): Bilingual {
  if (entry.kind === 'rule') return entry.text
  const { name, usual, options } = entry
  const chosen = options.find((one) => one.name === choices[name]) ?? options.find((one) => one.name === usual)
  if (chosen === undefined) throw new Error(`cannot find \`${usual}\` among the options of \`${name}\``)
  return chosen.text
}

/** The choices that a text was made from, read back from its sentences; what it does not say is as most have it. */
export function choicesIn(form: DocumentForm, text: string, language: Language): DocumentChoices {
  const said = choicesOf(form).flatMap(({ name, options }): [string, string][] => {
    const chosen = options.filter((one) => text.includes(`<li>${escaped(one.text[language])}</li>`))
    return chosen[0] === undefined ? [] : [[name, chosen[0].name]]
  })
  return { ...usualChoices(form), ...Object.fromEntries(said) }
}

/** Whether a text is what choices make of the form, so that making it anew loses nobody's words. */
export function isMadeFrom(form: DocumentForm, text: string, language: Language): boolean {
  return documentText(form, choicesIn(form, text, language), language) === text
}

const heading = (text: string): string => `<h2>${escaped(text)}</h2>`

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
