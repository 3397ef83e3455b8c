/** Lines and lists inside one cell, written so that reading gives back exactly what was written. */

const SEPARATOR = '; '

/** Several values in one cell; null where a value holds the separator and could not be told apart again. */
export function joined(parts: readonly string[]): string | null {
  return parts.some((part) => part.includes(';') || part.trim() !== part || part === '') ? null : parts.join(SEPARATOR)
}

export function parted(text: string): readonly string[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

/** One line per row of a list; a line break inside a row becomes `\n`, and a backslash that would be read so is doubled. */
export function lines(rows: readonly string[]): string {
  return rows
    .map((row) =>
      row
        .replaceAll(/\\(?=[\\nr\n\r])/g, '\\\\')
        .replaceAll('\n', '\\n')
        .replaceAll('\r', '\\r'),
    )
    .join('\n')
}

export function linesIn(text: string): readonly string[] {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) =>
      line.replaceAll(/\\([\\nr])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === 'r' ? '\r' : '\\')),
    )
}
