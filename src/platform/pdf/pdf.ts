import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { execPath } from 'node:process'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { nearby } from './nearby.ts'

export interface PdfJob {
  /** Typst source. */
  readonly template: string
  /** Further files that the template imports or reads, by name. Text is data there: nothing in it is run as markup. */
  readonly files: Readonly<Record<string, string>>
  /** The only time in the document, in milliseconds since 1970: the same job at the same time gives the same bytes. */
  readonly createdAt: number
}

/** A report of 10,000 rows takes seconds; what takes this long hangs. */
const LONGEST_MS = 120_000

/** Sets a document as tagged PDF/A-2a with Inter, in a process that ends with the job. Starting it costs a tenth of a second. */
export async function renderPdf(job: PdfJob): Promise<Uint8Array> {
  const worker = fileURLToPath(nearby(import.meta.url, './worker.ts', './pdf-worker.js', '../pdf-worker.js'))
  // It gets no environment: settings and secrets are none of its business.
  const child = spawn(execPath, [worker], { env: {}, timeout: LONGEST_MS, stdio: ['pipe', 'pipe', 'pipe'] })
  // Where the process dies first, its exit tells why; the broken pipe says nothing more.
  child.stdin.on('error', () => {})
  child.stdin.end(JSON.stringify(job))
  const [bytes, complaint, [code]] = await Promise.all([buffer(child.stdout), text(child.stderr), once(child, 'close')])
  if (code !== 0) throw new Error('cannot set the document', { cause: complaint })
  return bytes
}
