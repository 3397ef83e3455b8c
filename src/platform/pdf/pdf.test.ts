import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { renderPdf } from './pdf.ts'

const createdAt = Date.parse('2026-03-02T09:00:00Z')
const template = `#import "look.typ": heading-of
#let data = json("data.json")
#set document(title: data.title, date: auto)
#set text(font: "Inter", lang: "nl")
#heading-of(data.title)
#table(columns: 2, table.header([Nr], [Naam]), ..data.rows.flatten())`
const look = '#let heading-of(title) = heading(title)'

function job(title: string) {
  const rows = [
    ['R-1', '#panic("run me") *niet vet* $x$'],
    ['R-2', 'Zoë’s café'],
  ]
  return { template, files: { 'look.typ': look, 'data.json': JSON.stringify({ title, rows }) }, createdAt }
}

const run = (command: string, args: readonly string[], input: Uint8Array): string =>
  execFileSync(command, args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] })

test('sets a tagged PDF for keeping, the same bytes for the same job', async () => {
  const [one, two] = [await renderPdf(job('Proef')), await renderPdf(job('Proef'))]
  expect(Buffer.compare(one, two)).toBe(0)
  const about = run('pdfinfo', ['-'], one)
  expect(about).toMatch(/Title: +Proef/)
  expect(about).toMatch(/Tagged: +yes/)
  expect(Buffer.from(one).toString('latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
  expect(run('pdffonts', ['-'], one).match(/Inter-\w+/g)).toEqual(['Inter-SemiBold', 'Inter-Regular'])
})

test('never runs what stands in the data', async () => {
  const text = run('pdftotext', ['-layout', '-', '-'], await renderPdf(job('Proef')))
  expect(text).toContain('#panic("run me") *niet vet* $x$')
  expect(text).toContain('Zoë’s café')
})

test('says what is wrong with a template, and reads no file of the machine', async () => {
  const reading = renderPdf({ template: '#read("/etc/hostname")', files: {}, createdAt })
  await expect(reading).rejects.toThrow('cannot set the document')
  const cause = await reading.catch((error: unknown) => (error instanceof Error ? error.cause : null))
  expect(String(cause)).toContain('file not found')
})
