import type { CalendarDate } from '../kernel/register.ts'

/** Something on whole days, in a calendar that others read. */
export interface IcalEvent {
  /** The same for the same thing at every reading, so that a calendar moves it instead of adding it. */
  readonly uid: string
  readonly summary: string
  readonly description: string | null
  readonly url: string
  readonly first: CalendarDate
  /** The last day still belongs to it. */
  readonly last: CalendarDate
}

export interface Ical {
  readonly name: string
  readonly language: string
  readonly at: Date
  readonly events: readonly IcalEvent[]
}

/** Longest line in octets, its break not counted (RFC 5545, 3.1). */
const LINE_MOST = 75

/** A calendar as text (RFC 5545), with all-day events that leave the days free. */
export function icalOf({ name, language, at, events }: Ical): string {
  const stamp = `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Waarborg//Waarborg//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME;LANGUAGE=${language}:${escaped(name)}`,
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
    ...events.flatMap((event) => eventLines(event, stamp, language)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines(
  { uid, summary, description, url, first, last }: IcalEvent,
  stamp: string,
  language: string,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(first)}`,
    // The end of an event is the first day that no longer belongs to it (3.6.1).
    `DTEND;VALUE=DATE:${dateOf(dayAfter(last))}`,
    `SUMMARY;LANGUAGE=${language}:${escaped(summary)}`,
    ...(description === null ? [] : [`DESCRIPTION;LANGUAGE=${language}:${escaped(description)}`]),
    `URL;VALUE=URI:${url}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function dateOf(day: CalendarDate): string {
  return day.replaceAll('-', '')
}

function dayAfter(day: CalendarDate): CalendarDate {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** What ends a value or a line, and control characters that no text may hold (3.3.11). */
function escaped(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/(?![\n\t])\p{Cc}/gu, '')
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

/** Long lines go on in the next, behind a blank; never inside a character of several octets. */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE_MOST) return line
  const pieces: string[] = []
  let piece = ''
  let size = 0
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (size + octets > LINE_MOST) {
      pieces.push(piece)
      piece = ''
      // The blank counts.
      size = 1
    }
    piece += character
    size += octets
  }
  return [...pieces, piece].join('\r\n ')
}
