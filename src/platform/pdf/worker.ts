/**
 * Sets one document and ends: the job comes in as JSON, the PDF goes out as bytes. A process of its own, because setting a
 * long report takes seconds and half a gigabyte, which a thread would not give back, and because native code that fails
 * must not take the server along.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
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

function setPdf(job: PdfJob): Buffer {
  const typst = compiler()
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
  const creationTimestamp = Math.floor(job.createdAt / 1000)
  return typst.pdf(document, { pdfStandard: STANDARD, creationTimestamp })
}

const input = await buffer(process.stdin)
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by `renderPdf` a moment ago, and by nobody else
process.stdout.write(setPdf(JSON.parse(input.toString('utf8')) as PdfJob))
