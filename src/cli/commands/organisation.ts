import { Refusal } from '../../kernel/refusal.ts'
import { removeWithFiles } from '../../modules/files/service.ts'
import { foundOrganisation } from '../../modules/organisation/service.ts'
import { writeLines } from '../../platform/lines.ts'
import {
  allOrganisations,
  freeSlug,
  type Organisation,
  organisationBySlug,
  slugOf,
} from '../../platform/store/organisation.ts'
import { workspaceLines } from '../../platform/store/workspace/export.ts'
import type { Installation } from '../../server/installation.ts'
import { COMMAND_LINE, within } from '../acting.ts'
import type { Command } from '../command.ts'

function shown({ slug, name, isSample, createdAt }: Organisation): Record<string, unknown> {
  return { slug, name, isSample, createdAt }
}

const create: Command = {
  name: 'organisation create',
  rest: [],
  options: { name: { type: 'string', required: true }, slug: { type: 'string' } },
  async run({ open, words, config }, args) {
    const { store } = await open()
    const name = args.text('name') ?? ''
    const slug = args.text('slug') ?? (await freeSlug(store, slugOf(name)))
    const made = await foundOrganisation(store, { name, slug, language: config.language, actor: COMMAND_LINE })
    return { value: shown(made), lines: [words('cli.organisation.created', { name: made.name, slug: made.slug })] }
  },
}

const list: Command = {
  name: 'organisation list',
  rest: [],
  options: {},
  async run({ open, words }) {
    const all = await allOrganisations((await open()).store)
    const lines = all.map(({ slug, name }) => `${slug}  ${name}`)
    return { value: all.map(shown), lines: lines.length > 0 ? lines : [words('cli.organisation.none')] }
  },
}

const exportWhole: Command = {
  name: 'organisation export',
  rest: [],
  options: { organisation: { type: 'string', required: true }, output: { type: 'string', required: true } },
  async run({ open, words }, args) {
    const installation = await open()
    const output = args.text('output') ?? ''
    await exportWorkspace(installation, args.text('organisation') ?? '', output)
    return { value: { output }, lines: [words('cli.written', { output })] }
  },
}

/** The whole organisation as one workspace file. */
export async function exportWorkspace(
  installation: Pick<Installation, 'store' | 'fileBytes' | 'verifierKeys'>,
  slug: string,
  output: string,
): Promise<void> {
  const outside = { files: installation.fileBytes, verifierKeys: await installation.verifierKeys() }
  await within(installation, slug, (ctx, organisation) =>
    writeLines(output, workspaceLines(ctx, organisation, outside)),
  )
}

const remove: Command = {
  name: 'organisation remove',
  rest: [],
  options: { organisation: { type: 'string', required: true }, confirm: { type: 'string', required: true } },
  async run({ open, words }, args) {
    const installation = await open()
    const found = await organisationBySlug(installation.store, args.text('organisation') ?? '')
    // What cannot be taken back is typed twice.
    if (args.text('confirm') !== found.slug)
      throw new Refusal('invalid', 'cli.not-confirmed', { values: { slug: found.slug } })
    await removeWithFiles(installation, found.id)
    return { value: shown(found), lines: [words('cli.organisation.removed', { name: found.name })] }
  },
}

export const organisation: readonly Command[] = [create, list, exportWhole, remove]
