import type { DocumentVersion } from '../registers/document-version.ts'

/** What a text says that its writer should have put in his own words, as it stands there. */
export interface Passages {
  /** What was to be filled in. */
  readonly placeholders: readonly string[]
  /** Roles, units and systems that templates name, by the first of their names. */
  readonly named: readonly string[]
}

/**
 * Roles, units and systems that ready-made texts speak of, each with what it is also called. Only these are looked for: what
 * else a text names cannot be told from ordinary words.
 */
const KNOWN: readonly (readonly [string, ...string[]])[] = [
  ['CISO', 'Chief Information Security Officer'],
  ['Security Officer', 'Information Security Officer', 'functionaris informatiebeveiliging'],
  ['ISMS-manager', 'ISMS manager'],
  ['Privacy Officer'],
  ['Compliance Officer'],
  ['Risk Manager', 'risicomanager'],
  ['Facility Manager', 'facilitair manager'],
  ['HR-manager', 'HR manager'],
  ['IT-manager', 'IT manager', 'ICT-manager'],
  ['CTO', 'Chief Technology Officer'],
  ['Change Advisory Board'],
  ['Security Operations Center', 'Security Operations Centre'],
  ['IT-afdeling', 'ICT-afdeling', 'afdeling IT', 'afdeling ICT', 'IT department'],
  ['HR-afdeling', 'afdeling HR', 'personeelsafdeling', 'HR department'],
  ['juridische afdeling', 'legal department'],
  ['Active Directory'],
  ['SharePoint'],
  ['ServiceNow'],
  ['TOPdesk'],
  ['Jira'],
]

/** What stands between brackets is to be filled in where it names what differs between organisations. */
const TO_FILL_IN =
  '(?:\\w*naam|name|company|bedrijf|organisatie|organisation|organization|insert|fill|invullen|vul|datum|date|tbd|ntb|your|uw)'
const BRACKETED = `\\[(?:[^[\\]\\n]{0,60}\\W)?${TO_FILL_IN}(?:\\W[^[\\]\\n]{0,60})?\\]`
const TEMPLATE_FIELD = '\\{\\{[^{}\\n]{1,60}\\}\\}'
const FILLER = '\\bx{3,}\\b|lorem ipsum'

/** Searches texts for a list of patterns; each text once, for as long as its version stays as it is. */
export interface Search {
  (version: DocumentVersion): Passages
}

interface Searched {
  readonly patterns: string
  readonly passages: Passages
}

/**
 * What was found in a version, for one list of patterns. INVARIANT: owned by `searchFor` alone; a version never changes
 * without becoming another object, so what was found in it stays true. It keeps a change in a large organisation from
 * reading every text anew.
 */
const memory = new WeakMap<DocumentVersion, Searched>()

/** A search for the common placeholders, and for those that the organisation names itself, taken literally. */
export function searchFor(own: readonly string[]): Search {
  const literal = own.filter((pattern) => pattern.trim() !== '').map((pattern) => escaped(pattern.trim()))
  const placeholder = new RegExp([...literal, BRACKETED, TEMPLATE_FIELD, FILLER].join('|'), 'giu')
  const name = new RegExp(`(?<!\\w)(?:${allNames().map(escaped).join('|')})(?!\\w)`, 'giu')
  return (version) => {
    const known = memory.get(version)
    if (known?.patterns === placeholder.source) return known.passages
    const text = [version.text, ...version.translations.map((one) => one.text)]
      .map((one) => wordsOf(one ?? ''))
      .join('\n')
    const passages = { placeholders: unique(text.match(placeholder)), named: namedIn(text.match(name)) }
    memory.set(version, { patterns: placeholder.source, passages })
    return passages
  }
}

/** The longest first, because a short name may stand inside a long one. */
function allNames(): readonly string[] {
  return KNOWN.flat().sort((a, b) => b.length - a.length)
}

function escaped(literal: string): string {
  return literal.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(/\s+/g, '\\s+')
}

function unique(found: readonly string[] | null): readonly string[] {
  return [...new Set(found)]
}

function namedIn(found: readonly string[] | null): readonly string[] {
  const said = unique(found).map((name) => name.toLowerCase())
  return KNOWN.filter((names) => names.some((name) => said.includes(name.toLowerCase()))).map(([first]) => first)
}

/** Every name of what is known by the first one, in small letters. */
export function namesOf(first: string): readonly string[] {
  return (KNOWN.find(([name]) => name === first) ?? [first]).map((name) => name.toLowerCase())
}

const INLINE_TAG = /<\/?(?:a|b|code|em|i|mark|s|span|strong|sub|sup|u)\b[^<>]*>/gi
const TAG = /<[^<>]*>/g

/** The words of a text without its layout: a placeholder of which half is bold is one all the same. */
function wordsOf(html: string): string {
  return html
    .replaceAll(INLINE_TAG, '')
    .replaceAll(TAG, '\n')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
