/** Excel's days: 1 is 1 January 1900, and 60 is 29 February 1900, a day that never was (kept from Lotus 1-2-3). */
const DAY_MS = 86_400_000
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
/** 31 December 9999. */
const LAST_SERIAL = 2_958_465

/** The moment that a serial number stands for, `2023-01-31` or with a time `2023-01-31T09:30:00`; null outside Excel's calendar. */
export function serialText(serial: number, is1904: boolean): string | null {
  if (serial < 0 || serial > LAST_SERIAL) return null
  const isBeforeLeap = !is1904 && serial < 60
  const epoch = is1904 ? EPOCH_1904 : EPOCH_1900 + (isBeforeLeap ? DAY_MS : 0)
  const iso = new Date(epoch + Math.round(serial * 86_400) * 1000).toISOString()
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso.slice(0, 19)
}

/** Number formats that Excel knows by id only: 14–22 and 45–47 everywhere, 27–36 and 50–58 in East Asian versions. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)
}

const BUILT_IN: ReadonlyMap<number, string> = new Map([
  [0, 'General'],
  [1, '0'],
  [2, '0.00'],
  [3, '#,##0'],
  [4, '#,##0.00'],
  [9, '0%'],
  [10, '0.00%'],
  [14, 'yyyy-mm-dd'],
  [22, 'yyyy-mm-dd hh:mm'],
  [49, '@'],
])

export function builtInFormat(id: number): string | null {
  return (
    BUILT_IN.get(id) ?? (isBuiltInDate(id) && id !== 18 && id !== 19 && id !== 20 && id !== 21 ? 'yyyy-mm-dd' : null)
  )
}

/** Whether a number format shows a day (a time alone is no date). Quoted words, colours and escaped letters do not count. */
export function isDateFormat(format: string): boolean {
  const bare = format
    .replaceAll(/"[^"]*"/g, '')
    .replaceAll(/\\./g, '')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/_.|\*./g, '')
  if (/general/i.test(bare)) return false
  return /[dy]/i.test(bare) || (/m/i.test(bare) && !/[hs]/i.test(bare))
}
