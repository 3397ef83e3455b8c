import { assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IcalEvent, icalOf } from './ical.ts'

const AT = new Date('2026-03-02T08:30:15.250Z')
const event: IcalEvent = {
  uid: 'taak-1@ledger',
  summary: 'Taak',
  description: null,
  url: 'https://isms.example.org/x',
  first: '2026-03-09',
  last: '2026-03-09',
}
const calendar = (...events: readonly IcalEvent[]): string =>
  icalOf({ name: 'Waarborg', language: 'nl', at: AT, events })

/** As a calendar program takes it apart again: unfolded, by name, unescaped. */
function read(text: string): readonly (readonly [string, string])[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon), unescaped(line.slice(colon + 1))] as const
    })
}

function unescaped(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign))
}

describe('a calendar', () => {
  it('is what RFC 5545 asks for', () => {
    expect(calendar(event).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Waarborg//Waarborg//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME;LANGUAGE=nl:Waarborg',
      'X-WR-CALNAME:Waarborg',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:taak-1@ledger',
      'DTSTAMP:20260302T083015Z',
      'DTSTART;VALUE=DATE:20260309',
      'DTEND;VALUE=DATE:20260310',
      'SUMMARY;LANGUAGE=nl:Taak',
      'URL;VALUE=URI:https://isms.example.org/x',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it.each([
    ['2026-02-28', '20260301'],
    ['2028-02-28', '20280229'],
    ['2026-12-31', '20270101'],
  ])('ends an event of which %s is the last day on %s', (last, end) => {
    expect(calendar({ ...event, last })).toContain(`DTEND;VALUE=DATE:${end}\r\n`)
  })

  it('keeps a text that would end a value or a line', () => {
    const summary = 'a;b,c\\d\ne: "f"\r\nBEGIN:VEVENT'
    const lines = read(calendar({ ...event, summary }))
    expect(lines).toContainEqual(['SUMMARY;LANGUAGE=nl', summary.replaceAll('\r\n', '\n')])
    expect(lines.filter(([name, value]) => name === 'BEGIN' && value === 'VEVENT')).toHaveLength(1)
  })

  it('leaves no line longer than 75 octets, breaks no character, and loses nothing', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const clean = text.replaceAll(/\p{Cc}/gu, '')
        const ical = calendar({ ...event, description: clean })
        for (const line of ical.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
        expect(ical).not.toContain('\ufffd')
        expect(read(ical)).toContainEqual(['DESCRIPTION;LANGUAGE=nl', clean])
      }),
    )
  })
})
