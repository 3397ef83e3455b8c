/** Sets one document and ends: a worker of its own, because setting is work for seconds that must not hold up requests. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfJob } from './pdf.ts'

/** The two weights that the templates use. Typst reads TTF, which the web's font package does not bring. */
const FONTS = ['400Regular/Inter_400Regular.ttf', '600SemiBold/Inter_600SemiBold.ttf']
/** A folder that does not exist: a template sees what it is handed and no file of the machine. */
const WORKSPACE = join(tmpdir(), 'waarborg-pdf-sees-no-files')
/** For keeping (PDF/A) and for reading aloud (the letter a: tagged, with a language and a structure). */
const STANDARD = 'a-2a'

function compiler(): NodeCompiler {
  const { resolve } = createRequire(import.meta.url)
  const fontBlobs = FONTS.map((font) => readFileSync(resolve(`@expo-google-fonts/inter/${font}`)))
  return NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs }] })
}

function setPdf(job: PdfJob): Uint8Array<ArrayBuffer> {
  const typst = compiler()
  try {
    for (const [name, text] of Object.entries(job.files)) {
      typst.mapShadow(join(WORKSPACE, name), Buffer.from(text, 'utf8'))
    }
    const compiled = typst.compile({ mainFileContent: job.template })
    const document = compiled.result
    if (document === null) {
      const error = compiled.takeError()
      const diagnostics = error === null ? [] : typst.fetchDiagnostics(error)
      throw new Error(`cannot set the document: ${JSON.stringify(diagnostics)}`)
    }
    const creationTimestamp = Math.floor(job.createdAt.getTime() / 1000)
    return Uint8Array.from(typst.pdf(document, { pdfStandard: STANDARD, creationTimestamp }))
  } finally {
    // The cache belongs to the process and would outlive this worker.
    typst.evictCache(0)
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handed over by `renderPdf`, structured clone keeps the shape
const bytes = setPdf(workerData as PdfJob)
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port to the thread that started this, not a window
parentPort?.postMessage(bytes, [bytes.buffer])
