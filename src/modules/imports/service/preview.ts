import { Refusal } from '../../../kernel/refusal.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { CorrectionsInput, ImportHead, ImportReply } from '../contract.ts'
import { type Corrections, type ImportPlan, NO_CORRECTIONS } from '../domain/plan.ts'
import {
  getImport,
  type ImportedFile,
  type ImportRow,
  insertImport,
  listRows,
  lockImport,
  setPlan,
  setState,
} from '../store.ts'
import { filesOf, readFiles } from './files.ts'
import type { Importer } from './importer.ts'
import { type Facts, kept, plan } from './planning.ts'
import { headOf, shown } from './shown.ts'

/** Reads files that the organisation has, and keeps what importing them would do as a draft. */
export async function previewImport(importer: Importer, hashes: readonly string[]): Promise<ImportReply> {
  const files = await importer.within((ctx) => filesOf(ctx, hashes))
  const made = await planned(importer, files, NO_CORRECTIONS)
  if (made.tables.length === 0) throw new Refusal('invalid', 'import.nothing_recognised')
  const keeping = await kept(made, NO_CORRECTIONS)
  const row = await importer.within((ctx) => insertImport(ctx, { id: ctx.newId(), files, plan: keeping }))
  return shown(importer, row)
}

/** The same with corrections, which replace those that were there. */
export async function correctImport(importer: Importer, id: string, asked: CorrectionsInput): Promise<ImportReply> {
  const { files, state } = await importer.within((ctx) => getImport(ctx, id))
  refuseUnlessDraft(state)
  const corrections = correctionsOf(asked)
  const keeping = await kept(await planned(importer, files, corrections), corrections)
  const row = await importer.within(async (ctx) => {
    refuseUnlessDraft((await lockImport(ctx, id)).state)
    return setPlan(ctx, id, keeping)
  })
  return shown(importer, row)
}

/** Column numbers come as the keys of a JSON object, so as text; the rest is as the domain has it. */
function correctionsOf({ tables, names }: CorrectionsInput): Corrections {
  return {
    names,
    tables: Object.fromEntries(
      Object.entries(tables).map(([key, { register, columns, leaveOut }]) => [
        key,
        {
          ...(register === undefined ? {} : { register }),
          ...(columns === undefined ? {} : { columns }),
          ...(leaveOut === undefined ? {} : { leaveOut }),
        },
      ]),
    ),
  }
}

/** What the files would do now. */
export async function planned(
  importer: Importer,
  files: readonly ImportedFile[],
  corrections: Corrections,
): Promise<ImportPlan> {
  const read = await readFiles(importer, files)
  const facts = await importer.within(factsOf)
  return plan(importer, read, corrections, facts)
}

async function factsOf(ctx: Context): Promise<Facts> {
  return { isms: await presentState(ctx), newId: () => ctx.newId() }
}

export function refuseUnlessDraft(state: ImportRow['state']): void {
  if (state !== 'draft') throw new Refusal('conflict', 'import.not_a_draft')
}

export async function readImport(importer: Importer, id: string): Promise<ImportReply> {
  return shown(importer, await importer.within((ctx) => getImport(ctx, id)))
}

export async function listImports(importer: Importer): Promise<{ readonly imports: readonly ImportHead[] }> {
  return { imports: (await importer.within(listRows)).map(headOf) }
}

/** Puts a preview aside. */
export async function dropImport(importer: Importer, id: string): Promise<ImportReply> {
  const row = await importer.within(async (ctx) => {
    refuseUnlessDraft((await lockImport(ctx, id)).state)
    return setState(ctx, id, 'dropped')
  })
  return shown(importer, row)
}
