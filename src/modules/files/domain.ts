/**
 * What may be kept as evidence or document, by the end of the name: the sender's own word for the type is not believed.
 * Nothing here runs in a browser; programs, scripts and pages are refused.
 */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  txt: 'text/plain; charset=utf-8',
  md: 'text/plain; charset=utf-8',
  log: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml',
  eml: 'message/rfc822',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  // Its macros are never run: an import reads the cells, and a download is only ever kept.
  xlsm: 'application/vnd.ms-excel.sheet.macroEnabled.12',
  ppt: 'application/vnd.ms-powerpoint',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  odp: 'application/vnd.oasis.opendocument.presentation',
  zip: 'application/zip',
  asc: 'application/octet-stream',
  p7m: 'application/octet-stream',
  tsr: 'application/octet-stream',
  waarborg: 'application/octet-stream',
}

/** Types that a browser may show: it knows them for what they are, whatever stands in them. */
const SHOWN = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp']

export const FILE_TYPES: readonly string[] = Object.keys(TYPES)

/** The media type of a file by its name, or null where that kind is not taken. */
export function typeOf(name: string): string | null {
  const end = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(TYPES, end) ? (TYPES[end] ?? null) : null
}

export function isShown(type: string): boolean {
  return SHOWN.includes(type)
}

const NAME_MOST = 200

/** A name without folders and control characters, short enough for every file system. */
export function tidyName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(/\p{Cc}/gu, '')
    .trim()
    .normalize('NFC')
  if (clean.length <= NAME_MOST) return clean
  const end = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? ''
  return clean.slice(0, NAME_MOST - end.length) + end
}
