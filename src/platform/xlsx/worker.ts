/** Writes one workbook and ends: the sheets come in as data, the file goes out as bytes. */
import { parentPort, workerData } from 'node:worker_threads'
import type { OutSheet } from '../../kernel/sheet.ts'
import { workbookOf } from './write.ts'

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- handed over by `writeWorkbook` a moment ago, and by nobody else
const bytes = await workbookOf(workerData as readonly OutSheet[])
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
parentPort?.postMessage(bytes)
