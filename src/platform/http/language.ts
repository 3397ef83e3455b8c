import { LANGUAGES, type Language } from '../../kernel/text.ts'

/** The language of a reply: what the address asks for, else the caller's program, else the account's own, else Dutch. */
export function languageOf(asked: unknown, header: string | undefined, account: Language | null): Language {
  return known(asked) ?? accepted(header ?? '') ?? account ?? 'nl'
}

function known(value: unknown): Language | null {
  return LANGUAGES.find((language) => language === value) ?? null
}

/** The first of ours in `Accept-Language` by weight (RFC 9110 section 12.5.4); `*` prefers none. */
function accepted(header: string): Language | null {
  const ranges = header
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.trim().split(';')
      const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
      return { language: known(tag.trim().toLowerCase().split('-')[0]), weight: Number(weight ?? 1) }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return ranges.find(({ language }) => language !== null)?.language ?? null
}
