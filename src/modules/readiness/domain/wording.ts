import type { SentenceValue, SentenceValues } from '../../../kernel/rule.ts'
import { daysIn, type Language, LOCALES, type TextValues, type Words } from '../../../kernel/text.ts'
import type { ExpectedFinding, FindingPart, ObjectRef, Question } from './answer.ts'

/** Turns keys and values into sentences, for whatever shows them: screens, reports, mail, the command line. */
export interface Voice {
  readonly words: Words
  readonly language: Language
}

/** A sentence names so many objects and counts the rest, so that it stays a sentence. */
const MOST_NAMED = 6

/** Records that people know by number; all others go by their title. */
const BY_NUMBER: readonly string[] = ['risk', 'treatment', 'action', 'risk_score']

/** What a sentence calls an object: R-12, A.5.23, or a name. */
export function nameOf(object: ObjectRef): string {
  return BY_NUMBER.includes(object.register) || object.title === '' ? object.number : object.title
}

/** One sentence per thing that the finding has to say; what two of its conditions say alike is said once. */
export function sentences(voice: Voice, finding: ExpectedFinding): readonly string[] {
  return [...new Set(finding.parts.map((part) => sentence(voice, part, finding.objects)))]
}

export function sentence(voice: Voice, part: FindingPart, objects: readonly ObjectRef[]): string {
  const named = objects.filter(({ id }) => part.objects.includes(id))
  return voice.words(part.key, { ...plain(voice, part.values), names: names(voice, named, part.more) })
}

export function questionSentence(voice: Voice, question: Question): string {
  return voice.words(question.key, { ...plain(voice, question.values), names: names(voice, question.objects) })
}

/** What was looked for and not found. */
export function lookedForWords(voice: Voice, finding: ExpectedFinding): readonly string[] {
  return finding.lookedFor.map(({ key, values }) => voice.words(key, plain(voice, values)))
}

/** Since when, in words: by which kind of day it is known. */
export function sinceWords({ words, language }: Voice, finding: ExpectedFinding): string {
  if (finding.since === null || finding.sinceBy === null) return words('since.unknown')
  return words(`since.${finding.sinceBy}`, { date: daysIn(language)(finding.since) })
}

/** `more` are those that nobody told the names of. */
function names(voice: Voice, objects: readonly ObjectRef[], more = 0): string {
  const said = [...new Set(objects.map(nameOf))]
  const shown = said.slice(0, MOST_NAMED).join(', ')
  const rest = said.length + more - MOST_NAMED
  return rest <= 0 ? shown : voice.words('names.more', { names: shown, n: rest })
}

function plain(voice: Voice, values: SentenceValues): TextValues {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plainValue(voice, value)]))
}

function plainValue({ words, language }: Voice, value: SentenceValue): string | number {
  if (typeof value === 'string' || typeof value === 'number') return value
  if ('date' in value) return daysIn(language)(value.date)
  const said = value.keys.map((key) => words(key))
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(said)
}
