import type { CalendarDate } from '../../../kernel/register.ts'
import type { Words } from '../../../kernel/text.ts'

/** One thing that waits for somebody, with the address where he finds it. */
export interface LetterLine {
  readonly title: string
  /** What kind of thing it is, as a key of its word. */
  readonly kind: string
  readonly due: CalendarDate | null
  readonly link: string
}

/** Everything that waits for one person on one day. */
export interface Letter {
  readonly decisions: readonly LetterLine[]
  readonly late: readonly LetterLine[]
  readonly readings: readonly LetterLine[]
  readonly soon: readonly LetterLine[]
  readonly proofs: readonly LetterLine[]
  /** By when he has to be told again what everybody must know. */
  readonly awareness: CalendarDate | null
}

export interface Envelope {
  readonly name: string
  readonly organisation: string
  /** The first page, where all of it stands. */
  readonly link: string
  readonly words: Words
  readonly written: (day: CalendarDate) => string
}

const PARTS = ['late', 'decisions', 'readings', 'soon', 'proofs'] as const
/** More of one kind nobody reads in a mail; the page has the rest. */
const MOST = 12

export function countIn(letter: Letter): number {
  return PARTS.reduce((sum, part) => sum + letter[part].length, letter.awareness === null ? 0 : 1)
}

/** The letter as plain text. Null where nothing waits: then nobody is mailed. */
export function worded(letter: Letter, to: Envelope): { readonly subject: string; readonly text: string } | null {
  const n = countIn(letter)
  if (n === 0) return null
  const { words, written } = to
  const parts = PARTS.filter((part) => letter[part].length > 0).map((part) => {
    const lines = letter[part].slice(0, MOST).map((line) => lineText(line, to))
    const rest = letter[part].length - lines.length
    const more = rest > 0 ? [words('mail.digest.more', { n: rest })] : []
    return [words(`mail.digest.${part}`, { n: letter[part].length }), '', ...lines, ...more].join('\n')
  })
  const told = letter.awareness === null ? [] : [words('mail.digest.awareness', { day: written(letter.awareness) })]
  const { name, organisation, link } = to
  return {
    subject: words('mail.digest.subject', { n, late: letter.late.length, organisation }),
    text: [
      words('mail.digest.hello', { name }),
      words('mail.digest.lead', { organisation }),
      ...parts,
      ...told,
      words('mail.digest.all', { link }),
      words('mail.digest.rhythm'),
    ].join('\n\n'),
  }
}

function lineText({ title, kind, due, link }: LetterLine, { words, written }: Envelope): string {
  const what = words(kind)
  const text =
    due === null
      ? words('mail.digest.line', { title, what })
      : words('mail.digest.line.due', { title, what, day: written(due) })
  return `- ${text}\n  ${link}`
}
