/** The words of all modules, read from their folders as they stand. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language, Messages } from '../../../kernel/text.ts'
import { wordsIn } from '../../../platform/words.ts'
import type { WordsIn } from '../domain/table/columns.ts'

const MODULES = join(import.meta.dirname, '../..')

function messages(language: Language): Messages {
  const found: Record<string, string> = {}
  for (const folder of readdirSync(MODULES)) {
    const path = join(MODULES, folder, 'text', `${language}.json`)
    if (!existsSync(path)) continue
    const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
    if (typeof parsed !== 'object' || parsed === null) throw new Error(`cannot read \`${path}\``)
    for (const [key, value] of Object.entries(parsed)) found[key] = String(value)
  }
  return found
}

export function words(): WordsIn {
  const speak = wordsIn({ nl: messages('nl'), en: messages('en') })
  return { nl: speak('nl'), en: speak('en') }
}
