import { Worker } from 'node:worker_threads'
import { nearby } from './nearby.ts'

export interface PdfJob {
  /** Typst source. */
  readonly template: string
  /** Further files that the template imports or reads, by name. Text is data there: nothing in it is run as markup. */
  readonly files: Readonly<Record<string, string>>
  /** The only time in the document: the same job at the same time gives the same bytes. */
  readonly createdAt: Date
}

/** A report of 10,000 rows takes seconds; what takes this long hangs. */
const LONGEST_MS = 120_000

/**
 * Sets a document as tagged PDF/A-2a with Inter. Each job has a worker of its own: starting one costs a tenth of a
 * second, and when it ends all that it held is given back.
 */
export async function renderPdf(job: PdfJob): Promise<Uint8Array> {
  const worker = new Worker(nearby(import.meta.url, './worker.ts', './pdf-worker.js', '../pdf-worker.js'), {
    workerData: job,
  })
  try {
    return await answerOf(worker)
  } finally {
    await worker.terminate()
  }
}

function answerOf(worker: Worker): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('cannot set the document in time')), LONGEST_MS)
    worker.once('message', (bytes: unknown) => {
      if (bytes instanceof Uint8Array) resolve(bytes)
      else reject(new Error('cannot read what the worker gave'))
    })
    worker.once('error', (error) => reject(new Error('cannot set the document', { cause: error })))
    worker.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`cannot set the document: exit ${code}`))
    })
  })
}
