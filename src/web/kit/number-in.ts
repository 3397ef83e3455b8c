/** A number as it is typed, with comma or point; null where it is none. */
export function numberIn(typed: string): number | null {
  const number = Number(typed.replace(',', '.'))
  return typed.trim() === '' || !Number.isFinite(number) ? null : number
}
