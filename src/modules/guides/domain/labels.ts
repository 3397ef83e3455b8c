/** 1.0 for the first version, and the next whole number after that. */
export function nextLabel(versions: readonly { readonly versionLabel: string | null }[]): string {
  const numbers = versions.map(({ versionLabel }) => Number.parseInt(versionLabel ?? '', 10)).filter(Number.isFinite)
  return `${Math.max(0, ...numbers) + 1}.0`
}

/** Marks of documents that are free, one after another: ISMS-01, ISMS-02 … */
export function freeIdentifiers(taken: readonly (string | null)[]): () => string {
  const known = new Set(taken)
  let n = 0
  const next = (): string => {
    n += 1
    const mark = `ISMS-${String(n).padStart(2, '0')}`
    return known.has(mark) ? next() : mark
  }
  return next
}
