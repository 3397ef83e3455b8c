/** What a browser is told of the language of a text, so that a screen reader speaks it; nothing where nobody knows. */
export function langOf(language: string | null): string | undefined {
  return language === null || language === 'other' ? undefined : language
}
