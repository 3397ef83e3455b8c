/** Writes one workbook and ends: the sheets come in piece by piece, the file goes out as bytes. */
import { parentPort } from 'node:worker_threads'
import type { OutSheet } from '../../kernel/sheet.ts'
import { type Handed, workbookOf } from './write.ts'

type Row = OutSheet['rows'][number]

const sheets: (Omit<OutSheet, 'rows'> & { readonly rows: Row[] })[] = []

function take(handed: Handed): void {
  // What goes wrong here ends the thread, and whoever waits for it hears why.
  if (handed === null) void finish()
  else if ('rows' in handed) for (const row of handed.rows) sheets.at(-1)?.rows.push(row)
  else sheets.push({ ...handed, rows: [] })
}

async function finish(): Promise<void> {
  const bytes = await workbookOf(sheets)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin; the rule means windows
  parentPort?.postMessage(bytes)
  parentPort?.close()
}

parentPort?.on('message', take)
