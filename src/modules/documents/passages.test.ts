import { describe, expect, test } from 'vitest'
import { builder } from '../samples/domain/builder.ts'
import { searchFor } from './domain/passages.ts'
import type { DocumentVersion } from './registers/document-version.ts'
import { documentVersion } from './registers/document-version.ts'

function version(text: string): DocumentVersion {
  const build = builder()
  const id = build.add(documentVersion, { versionLabel: '1.0', text })
  const made = build.isms().find(documentVersion, id)
  if (made === null) throw new Error('cannot find what was just made')
  return made
}

const placeholders = (text: string) => searchFor([])(version(text)).placeholders
const named = (text: string) => searchFor([])(version(text)).named

describe('what is to be filled in', () => {
  test.each([
    '[Company Name]',
    '[bedrijfsnaam]',
    '[naam van de organisatie]',
    '[vul hier de datum in]',
    '[Uw bedrijf]',
    '[insert]',
    '{{company}}',
    'XXX',
    'Lorem ipsum',
  ])('is found: %s', (text) => {
    expect(placeholders(`<p>Het beleid van ${text} geldt.</p>`)).toEqual([text])
  })

  test.each(['[1]', '[AVG, artikel 32]', '[gebouw A]', '[organisatieplan]', 'de naam van het bedrijf', 'MXXXII'])(
    'is not: %s',
    (text) => {
      expect(placeholders(`<p>Zie ${text}.</p>`)).toEqual([])
    },
  )

  test('is found across layout', () => {
    expect(placeholders('<p>[<em>Company</em>&nbsp;<strong>Name</strong>]</p>')).toEqual(['[Company Name]'])
  })

  test('is not read from one paragraph into the next', () => {
    expect(placeholders('<p>zie [1</p><p>naam]</p>')).toEqual([])
  })

  test('is what the organisation says, letter by letter', () => {
    const search = searchFor(['(zie bijlage?)', '  '])
    expect(search(version('<p>De eigenaar (zie  bijlage?) beslist.</p>')).placeholders).toEqual(['(zie  bijlage?)'])
    expect(search(version('<p>De eigenaar beslist.</p>')).placeholders).toEqual([])
  })
})

describe('what a text names', () => {
  test('is known by one name', () => {
    expect(named('<p>De Chief Information Security Officer en de afdeling ICT.</p>')).toEqual(['CISO', 'IT-afdeling'])
  })

  test('is a word of its own', () => {
    expect(named('<p>Precisoon, en het Jiraveld.</p>')).toEqual([])
  })
})

describe('a search', () => {
  test('looks anew when the patterns change', () => {
    const one = version('<p>Hier hoort ABC te staan.</p>')
    expect(searchFor([])(one).placeholders).toEqual([])
    expect(searchFor(['ABC'])(one).placeholders).toEqual(['ABC'])
    expect(searchFor([])(one).placeholders).toEqual([])
  })

  test('reads a text once', () => {
    const one = version('<p>De CISO.</p>')
    expect(searchFor([])(one)).toBe(searchFor([])(one))
  })

  // An hour, if each bracket were followed to the end of the text.
  test.each(['<', '[', '{{', '[a', 'x'])('stays quick on half a million of %s', (text) => {
    const hostile = version(text.repeat(500_000 / text.length))
    const start = performance.now()
    searchFor([])(hostile)
    expect(performance.now() - start).toBeLessThan(2000)
  })
})
