/** The first letter large: names of registers stand in text as they do in running text. */
export function capital(text: string): string {
  return text.slice(0, 1).toLocaleUpperCase() + text.slice(1)
}

/** FP for Fenna Postma, YA for Youssef el Amrani. */
export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /^\p{Lu}/u.test(part))
  return `${parts[0]?.[0] ?? name[0] ?? ''}${parts.length > 1 ? (parts.at(-1)?.[0] ?? '') : ''}`.toLocaleUpperCase()
}

/** F. Postma, Y. el Amrani: a name that fits a narrow column. */
export function shortName(name: string): string {
  const [first = '', ...rest] = name.split(/\s+/)
  return rest.length === 0 || first.length < 2 ? name : `${first[0]}. ${rest.join(' ')}`
}
