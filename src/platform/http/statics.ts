import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { FastifyReply, FastifyRequest } from 'fastify'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
/** Already compressed by their format. */
const DENSE = new Set(['.png', '.woff2', '.ico'])
/** Files whose name holds a hash of their content never change: the bundler puts them there. */
const HASHED = '/assets/'
const BROTLI_QUALITY = 7

interface Served {
  readonly type: string
  readonly etag: string
  readonly plain: Buffer
  readonly br: Buffer | null
  readonly gzip: Buffer | null
}

/** Serves the files of the web client. Names are compared with a list, so no address leads out of the folder. */
export class Statics {
  readonly #folder: string
  readonly #names: ReadonlySet<string>
  readonly #served = new Map<string, Promise<Served>>()

  constructor(folder: string) {
    this.#folder = folder
    this.#names = new Set(existsSync(folder) ? filesIn(folder) : [])
  }

  has(path: string): boolean {
    return this.#names.has(path)
  }

  /** Sends the file, or nothing more than "not modified". */
  async send(path: string, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const file = await this.#file(path)
    const isHashed = path.startsWith(HASHED)
    void reply
      .header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      .header('etag', file.etag)
      .header('vary', 'accept-encoding')
      .type(file.type)
    if (request.headers['if-none-match'] === file.etag) return await reply.code(304).send()
    const accepted = request.headers['accept-encoding'] ?? ''
    if (file.br !== null && /\bbr\b/.test(accepted)) return await reply.header('content-encoding', 'br').send(file.br)
    if (file.gzip !== null && /\bgzip\b/.test(accepted)) {
      return await reply.header('content-encoding', 'gzip').send(file.gzip)
    }
    return await reply.send(file.plain)
  }

  #file(path: string): Promise<Served> {
    const known = this.#served.get(path)
    if (known !== undefined) return known
    const loading = load(join(this.#folder, path), extname(path))
    this.#served.set(path, loading)
    return loading
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'))
}

async function load(path: string, extension: string): Promise<Served> {
  const plain = await readFile(path)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  const type = TYPES[extension] ?? 'application/octet-stream'
  if (DENSE.has(extension)) return { type, etag, plain, br: null, gzip: null }
  const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
  const [br, gz] = await Promise.all([promisify(brotliCompress)(plain, { params }), promisify(gzip)(plain)])
  return { type, etag, plain, br, gzip: gz }
}
