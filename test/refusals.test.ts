import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../src/kernel/text.ts'
import { texts } from '../src/texts.gen.ts'

const SOURCE = join(import.meta.dirname, '../src')
const REFUSED = /new Refusal\(\s*'\w+',\s*'([\w.-]+)'/g
const FAULT = /code: '((?:field|row|cell|sheet)\.[\w.-]+)'/g

/** Every code that the source can refuse with, and where. */
function codes(): readonly (readonly [string, string])[] {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.(test|fixture)\./.test(name) && !name.startsWith('web'),
  )
  const found = new Map<string, string>()
  for (const file of files) {
    const text = readFileSync(join(SOURCE, file), 'utf8')
    for (const [, code = ''] of text.matchAll(REFUSED)) found.set(`refusal.${code}`, file)
    for (const [, code = ''] of text.matchAll(FAULT)) found.set(`fault.${code}`, file)
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1))
}

describe('every refusal', () => {
  it.each(codes())('says %s (%s) in Dutch and in English', (key) => {
    // What is wrong with a setting is thrown as a refusal and shown as a fault of all settings together.
    const shown = key.replace(/^refusal\.setting\./, 'fault.setting.')
    for (const language of LANGUAGES) expect(Object.keys(texts[language])).toContain(shown)
  })
})
