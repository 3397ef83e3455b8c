/**
 * Writes GLOSSARY.md from `catalogue/glossary/terms.json` and from the registers. With `--check` it writes nothing and fails
 * where the page is stale.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit } from 'node:process'
import { LANGUAGES } from '../src/kernel/text.ts'
import { type GlossaryTerm, glossary } from '../src/modules/catalogue/domain/glossary.ts'
import { registers } from '../src/registers.gen.ts'
import { texts } from '../src/texts.gen.ts'

const PAGE = join(import.meta.dirname, '../GLOSSARY.md')
const HEAD = `# Glossary

One concept, one word, in both languages, everywhere: screens, code, tables, addresses, mail. The right-hand column names words that
are not used for it. Meanings are ours; where a term is that of a standard or a law, that is named. In Waarborg the key \`?\` shows
the same list, with Dutch meanings too.

Written by \`npm run glossary\` from \`catalogue/glossary/terms.json\`, where a term is added or changed, and from the registers.
`

function row(...cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`
}

function termRow({ word, short, meaning, source, not }: GlossaryTerm): string {
  const [nl, en] = LANGUAGES.map((language) => {
    const other = short[language]
    return other === null || other === word[language] ? word[language] : `${word[language]}; ${other}`
  })
  const banned = [not.en.join(', '), not.nl.length === 0 ? '' : `nl: ${not.nl.join(', ')}`]
  return row(
    en ?? '',
    nl ?? '',
    source === null ? meaning.en : `${meaning.en} (${source})`,
    banned.filter(Boolean).join('; '),
  )
}

function sectionsPart(): string {
  const { sections, terms } = glossary()
  const parts = sections.map(({ id, title }) => {
    const rows = terms.filter(({ section }) => section === id).map(termRow)
    return `\n## ${title.en}\n\n${row('English', 'Nederlands', 'meaning', 'not')}|---|---|---|---|\n${rows.join('')}`
  })
  return parts.join('')
}

function registersPart(): string {
  const said = (key: string): readonly string[] => LANGUAGES.map((language) => texts[language][key] ?? '')
  const rows = registers
    .toSorted((a, b) => a.name.localeCompare(b.name))
    .map(({ name, code }) => {
      const [one, many] = [said(name), said(`${name}.plural`)]
      const [nl, en] = LANGUAGES.map((_, index) => [...new Set([one[index], many[index]])].join(', '))
      return row(`\`${name}\``, code, en ?? '', nl ?? '')
    })
  const about = 'The name in code, the letters before a number, and what people read.'
  return `\n## Every register\n\n${about}\n\n${row('name', 'letters', 'English', 'Nederlands')}|---|---|---|---|\n${rows.join('')}`
}

const page = HEAD + sectionsPart() + registersPart()
if (argv.includes('--check')) {
  if (readFileSync(PAGE, 'utf8') !== page) {
    console.error('GLOSSARY.md is stale: run `npm run glossary`')
    exit(1)
  }
} else {
  writeFileSync(PAGE, page)
}
