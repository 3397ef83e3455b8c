import { TextDecoder } from 'node:util'
import { Parser } from 'saxen'
import { Refusal } from '../../kernel/refusal.ts'

/** What is asked while XML goes by. Names come without their namespace prefix, texts with entities decoded. */
export interface XmlListener {
  readonly open?: (name: string, attributes: () => Readonly<Record<string, string>>) => void
  readonly text?: (text: string) => void
  readonly close?: (name: string) => void
}

/** A tag or text longer than this is an attack: the parser would look through it again with every piece. */
const MOST_WITHOUT_TOKEN = 8 * 1024 * 1024
const PIECE = 1024 * 1024

const damaged = (): Refusal => new Refusal('invalid', 'workbook.damaged')

/**
 * Reads XML as it comes, so that a large sheet neither fills memory nor holds up the server. Refuses what is not well
 * formed and any document type (Office files have none; entities of an attacker's own would be declared there).
 */
export async function readXml(pieces: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  let isBroken = false
  let sinceToken = 0
  const seen = (): void => {
    sinceToken = 0
  }
  const parser = new Parser()
  parser.on('error', () => {
    isBroken = true
  })
  parser.on('warn', () => undefined)
  parser.on('attention', () => {
    isBroken = true
  })
  listen(parser, listener, seen)
  const write = (xml: string): void => {
    sinceToken += xml.length
    if (xml !== '') parser.write(xml)
    if (isBroken || sinceToken > MOST_WITHOUT_TOKEN) throw damaged()
  }
  for await (const xml of decoded(pieces)) write(xml)
  parser.end()
  if (isBroken) throw damaged()
}

function listen(parser: Parser, listener: XmlListener, seen: () => void): void {
  parser.on('openTag', (name, attributes) => {
    seen()
    listener.open?.(localName(name), () => decodedAttributes(attributes()))
  })
  parser.on('closeTag', (name) => {
    seen()
    listener.close?.(localName(name))
  })
  parser.on('text', (text) => {
    seen()
    listener.text?.(decodeEntities(text))
  })
  parser.on('cdata', (text) => {
    seen()
    listener.text?.(text)
  })
}

async function* decoded(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  let waiting = ''
  try {
    for await (const piece of pieces) {
      decoder ??= new TextDecoder(encodingOf(piece), { fatal: true })
      waiting += decoder.decode(piece, { stream: true })
      if (waiting.length < PIECE) continue
      yield waiting
      waiting = ''
    }
    yield waiting + (decoder?.decode() ?? '')
  } catch (error) {
    if (error instanceof TypeError) throw damaged()
    throw error
  }
}

function encodingOf(piece: Uint8Array): string {
  if (piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le'
  if (piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

function decodedAttributes(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, value] of Object.entries(attributes)) found[localName(name)] = decodeEntities(value)
  return found
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
])

/** The road not taken: saxen's own decoder cuts characters above U+FFFF in half. */
function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED.get(name) ?? whole
    const point = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole
  })
}
