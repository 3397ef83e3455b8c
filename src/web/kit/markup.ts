/**
 * Rich text as a few plain signs: `#` heads, `-` and `1.` lists, `**strong**`, `*em*`, `[word](address)`. Tables and
 * other elements of an imported text stay as they are, as html between empty lines.
 */
export function htmlOf(markup: string): string {
  return markup
    .replaceAll('\r\n', '\n')
    .split(/\n{2,}/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map(blockOf)
    .join('\n')
}

function blockOf(block: string): string {
  if (/^<(table|blockquote|pre)\b/i.test(block)) return block
  const lines = block.split('\n')
  const head = /^(#{1,4}) +(.*)$/.exec(lines[0] ?? '')
  if (head !== null) {
    const level = head[1]?.length ?? 1
    const rest = lines.slice(1).join('\n').trim()
    return `<h${level}>${inline(head[2] ?? '')}</h${level}>${rest === '' ? '' : `\n${blockOf(rest)}`}`
  }
  if (lines.every((line) => /^[-*] +/.test(line))) return listOf('ul', lines, /^[-*] +/)
  if (lines.every((line) => /^\d+[.)] +/.test(line))) return listOf('ol', lines, /^\d+[.)] +/)
  return `<p>${lines.map(inline).join('<br>')}</p>`
}

function listOf(name: 'ul' | 'ol', lines: readonly string[], sign: RegExp): string {
  return `<${name}>${lines.map((line) => `<li>${inline(line.replace(sign, ''))}</li>`).join('')}</${name}>`
}

function inline(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\[([^\]]+)\]\((https?:[^\s)]+|mailto:[^\s)]+|\/[^\s)]*)\)/g, '<a href="$2">$1</a>')
    .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/\*([^*]+)\*/g, '<em>$1</em>')
}

/** The inverse, for text that this module or a clean editor made. */
export function markupOf(html: string): string {
  return html
    .replaceAll(
      /<h([1-4])>(.*?)<\/h\1>/gs,
      (_, level: string, text: string) => `\n\n${'#'.repeat(Number(level))} ${text}\n\n`,
    )
    .replaceAll(/<ul>(.*?)<\/ul>/gs, (_, items: string) => `\n\n${itemsOf(items, () => '- ')}\n\n`)
    .replaceAll(/<ol>(.*?)<\/ol>/gs, (_, items: string) => `\n\n${itemsOf(items, (index) => `${index + 1}. `)}\n\n`)
    .replaceAll(/<p>(.*?)<\/p>/gs, '\n\n$1\n\n')
    .replaceAll(/<br\s*\/?>/g, '\n')
    .replaceAll(/<(?:strong|b)>(.*?)<\/(?:strong|b)>/gs, '**$1**')
    .replaceAll(/<(?:em|i)>(.*?)<\/(?:em|i)>/gs, '*$1*')
    .replaceAll(/<a href="([^"]*)">(.*?)<\/a>/gs, '[$2]($1)')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

function itemsOf(items: string, sign: (index: number) => string): string {
  return [...items.matchAll(/<li>(.*?)<\/li>/gs)]
    .map((match, index) => `${sign(index)}${match[1]?.trim() ?? ''}`)
    .join('\n')
}
