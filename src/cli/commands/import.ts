import { createReadStream } from 'node:fs'
import { open as openFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/text.ts'
import { addFile } from '../../modules/files/service.ts'
import type { ImportReply } from '../../modules/imports/contract.ts'
import { applyImport } from '../../modules/imports/service/apply.ts'
import { dropImport, previewImport } from '../../modules/imports/service/preview.ts'
import { organisationBySlug } from '../../platform/store/organisation.ts'
import { inOrganisation } from '../../platform/store/store.ts'
import { importWorkspace } from '../../platform/store/workspace/import.ts'
import { COMMAND_LINE } from '../acting.ts'
import type { Answer, Command, CommandContext } from '../command.ts'

const GZIP_MAGIC = 0x1f8b

export const importFiles: Command = {
  name: 'import',
  rest: ['FILE…'],
  options: { organisation: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  async run(context, args) {
    const [file = ''] = args.rest
    if (args.rest.length === 1 && (await isWorkspace(file)))
      return bringWorkspace(context, file, args.text('organisation'))
    const slug = args.text('organisation')
    if (slug === null) throw new Refusal('invalid', 'cli.option-missing', { values: { option: 'organisation' } })
    return bringTables(context, args.rest, { slug, isDryRun: args.flag('dry-run') })
  },
}

async function isWorkspace(path: string): Promise<boolean> {
  try {
    const handle = await openFile(path, 'r')
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0)
    await handle.close()
    return bytesRead === 2 && buffer.readUInt16BE(0) === GZIP_MAGIC
  } catch (error) {
    throw unreadable(path, error)
  }
}

function unreadable(path: string, error: unknown): Refusal {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : ''
  return new Refusal('invalid', 'file.cannot-read', { values: { path, cause } })
}

async function bringWorkspace({ open, words }: CommandContext, path: string, slug: string | null): Promise<Answer> {
  const { store, fileBytes, keepVerifierKeys } = await open()
  const made = await importWorkspace(store, path, { files: fileBytes, ...(slug === null ? {} : { slug }) })
  const { organisation, size, root, verifierKeys } = made
  await keepVerifierKeys(verifierKeys)
  return {
    value: { slug: organisation.slug, name: organisation.name, size, root },
    lines: [words('cli.import.workspace', { name: organisation.name, slug: organisation.slug, size, root })],
  }
}

async function bringTables(
  { open, words, language }: CommandContext,
  paths: readonly string[],
  { slug, isDryRun }: { readonly slug: string; readonly isDryRun: boolean },
): Promise<Answer> {
  const services = await open()
  const organisation = await organisationBySlug(services.store, slug)
  const importer = {
    services,
    language,
    actor: COMMAND_LINE,
    within: <T>(work: Parameters<typeof inOrganisation<T>>[2]): Promise<T> =>
      inOrganisation(services.store, { organisation: organisation.id, actor: COMMAND_LINE }, work),
  }
  const hashes: string[] = []
  for (const path of paths) {
    await stat(path).catch((error: unknown) => Promise.reject(unreadable(path, error)))
    hashes.push((await addFile(importer, { name: basename(path), bytes: createReadStream(path) })).hash)
  }
  const seen = await previewImport(importer, hashes)
  if (isDryRun) await dropImport(importer, seen.id)
  const done = isDryRun ? seen : await applyImport(importer, seen.id)
  return { value: done, lines: linesOf(done, words, isDryRun), isNo: isDryRun && done.counts.fault > 0 }
}

function linesOf(reply: ImportReply, words: Words, isDryRun: boolean): readonly string[] {
  return [
    words(isDryRun ? 'cli.import.would' : 'cli.import.did', { ...reply.counts }),
    ...reply.tables.map(({ file, sheet, register, counts }) =>
      words('cli.import.table', {
        file,
        sheet,
        register: register === null ? '–' : words(`${register}.plural`),
        ...counts,
      }),
    ),
    ...Object.entries(reply.records).map(([register, count]) => `  ${words(`${register}.plural`)}: ${count}`),
    ...reply.notices.map(({ message }) => `! ${message}`),
    ...reply.tables.flatMap(({ sheet, rows }) =>
      rows.flatMap(({ row, fate, faults }) =>
        (fate === 'fault' ? faults : []).map(({ message }) => `✗ ${sheet}, ${row}: ${message}`),
      ),
    ),
  ]
}
