import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { daysIn, type Language, LOCALES, type Words } from '../../../kernel/text.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { scope } from '../../scopes/register.ts'

/** One line of a cover: what it is, and what it says. */
export interface Fact {
  readonly label: string
  readonly value: string
}

/** What every report begins with and carries on each page. */
export interface Cover {
  readonly language: Language
  readonly title: string
  readonly organisation: string
  /** Over the page where the report shows something that nobody approved. */
  readonly notice: string | null
  readonly facts: readonly Fact[]
  /** What it says as a whole, in sentences. */
  readonly summary: readonly string[]
  readonly footer: { readonly left: string; readonly ledger: string }
  /** With `{page}` and `{pages}` to be filled in. */
  readonly pageWords: string
}

/** From where a report is read: the registers on a day, and the place in the ledger that proves them. */
export interface Basis {
  readonly isms: Isms
  readonly at: CalendarDate
  readonly mode: AsOfMode
  /** Whether the day is today or later: then it is simply how things stand. */
  readonly isPresent: boolean
  /** Hex of the root over the entries up to `isms.sequence`. */
  readonly root: string
}

/** How a report speaks: words by key, dates and numbers of one language. */
export interface Speech {
  readonly language: Language
  readonly words: Words
  readonly day: (date: CalendarDate) => string
  readonly number: (value: number) => string
}

export function speechOf(language: Language, words: Words): Speech {
  const number = new Intl.NumberFormat(LOCALES[language])
  return {
    language,
    words,
    day: daysIn(language),
    number: (value) => number.format(value),
  }
}

export function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}

/** What a record is called in this state: its title field, else its number. An erased person is only a number. */
export function nameOf(isms: Isms, id: RecordId | null): string {
  const record = isms.any(id)
  if (record === null) return ''
  const named = record['title'] ?? record['name']
  return typeof named === 'string' && named !== '' ? named : record.number
}

/** Somebody and a day, as far as they are known: "Fenna Postma, 2 maart 2026". */
export function byAndOn(by: string, on: CalendarDate | null, speech: Speech): string {
  return [by, on === null ? '' : speech.day(on)].filter((part) => part !== '').join(', ')
}

/** Who answers for something: a person, else a role, else whom a file named. */
export function ownerOf(
  isms: Isms,
  of: { readonly owner: RecordId | null; readonly ownerRole: RecordId | null; readonly ownerStated: string | null },
  { words }: Speech,
): string {
  if (of.owner !== null) return nameOf(isms, of.owner)
  if (of.ownerRole !== null) return nameOf(isms, of.ownerRole)
  return of.ownerStated === null ? '' : words('report.owner.stated', { name: of.ownerStated })
}

/** Legal names where they are filled in, else what people call the organisation. */
export function organisationNames(isms: Isms): { readonly name: string; readonly legal: string } {
  const of = isms.all(organisation)[0]
  const name = of?.title ?? ''
  const legal = (of?.legalNames ?? [])
    .map((each) => [each.name, each.registration].filter((part) => part !== null).join(', '))
    .filter((each) => each !== '')
  return { name, legal: legal.length > 0 ? legal.join('; ') : name }
}

/** The wording of the scope: that in force, else the newest one, which then says that it is not approved. */
export function scopeWording(isms: Isms, { words }: Speech): string {
  const all = isms.all(scope).filter(({ state }) => state !== 'superseded')
  const found = all.find(({ state }) => state === 'in_force') ?? all.at(-1)
  if (found === undefined || found.statement === null) return words('report.scope.none')
  if (found.state === 'in_force') return found.statement
  return words('report.scope.notInForce', { statement: found.statement, state: words(`scope.state.${found.state}`) })
}

/** The day, the clock, and the place in the ledger: what makes a copy on paper checkable. */
export function basisFacts({ isms, at, mode, isPresent, root }: Basis, speech: Speech): readonly Fact[] {
  const { words, day, number } = speech
  const when = isPresent && mode === 'known' ? day(at) : words(`report.at.${mode}`, { day: day(at) })
  return [
    { label: words('report.at'), value: when },
    { label: words('report.ledger'), value: words('report.ledger.value', { sequence: number(isms.sequence), root }) },
  ]
}

export function footerOf(left: string, basis: Basis, speech: Speech): Cover['footer'] {
  const { words, day, number } = speech
  return {
    left,
    ledger: words('report.footer.ledger', {
      day: day(basis.at),
      sequence: number(basis.isms.sequence),
      root: basis.root.slice(0, 16),
    }),
  }
}
