import { writeFile } from 'node:fs/promises'
import { Refusal } from '../../kernel/refusal.ts'
import { TABLE_FORMATS } from '../../modules/imports/contract.ts'
import { registerFile } from '../../modules/imports/service/export.ts'
import { REPORT_FORMATS } from '../../modules/reports/contract.ts'
import { readinessFile, risksFile, statementFile } from '../../modules/reports/service.ts'
import { risk } from '../../modules/risks/registers/risk.ts'
import { within } from '../acting.ts'
import type { Answer, Arguments, Command, CommandContext } from '../command.ts'
import { dateOption } from '../speaking.ts'
import { exportWorkspace } from './organisation.ts'
import { stageOption } from './stage.ts'

const OPTIONS = {
  organisation: { type: 'string', required: true },
  format: { type: 'string' },
  output: { type: 'string', required: true },
  at: { type: 'string' },
} as const

const soa: Command = {
  name: 'export soa',
  rest: [],
  options: OPTIONS,
  run: (context, args) => report(context, args, statementFile),
}

const risks: Command = {
  name: 'export risks',
  rest: [],
  options: OPTIONS,
  run: (context, args) => report(context, args, risksFile),
}

const readiness: Command = {
  name: 'export readiness',
  rest: [],
  options: { ...OPTIONS, stage: { type: 'string' } },
  run: (context, args) => {
    const stage = stageOption(args.text('stage'))
    return report(context, args, (ctx, asked) => readinessFile(ctx, { ...asked, stage }))
  },
}

async function report(context: CommandContext, args: Arguments, make: typeof risksFile): Promise<Answer> {
  const { open, words, language } = context
  const format = oneOf(args.text('format') ?? 'pdf', REPORT_FORMATS)
  const installation = await open()
  const at = dateOption(args.text('at'))
  const { bytes } = await within(installation, args.text('organisation') ?? '', (ctx) =>
    make(ctx, { format, language, words, ...(at === undefined ? {} : { at }) }),
  )
  return written(context, args, bytes)
}

const register: Command = {
  name: 'export register',
  rest: ['NAME'],
  options: OPTIONS,
  async run(context, args) {
    // The risks have a page of their own for whoever reads them: method, map and treatment beside the rows.
    if (args.rest[0] === risk.name && args.text('format') === 'pdf') return report(context, args, risksFile)
    const format = oneOf(args.text('format') ?? 'xlsx', TABLE_FORMATS)
    const { wordsIn, store } = await context.open()
    const at = dateOption(args.text('at'))
    const asked = {
      format,
      language: context.language,
      wordsIn,
      mode: 'known',
      ...(at === undefined ? {} : { at }),
    } as const
    const { bytes } = await within({ store }, args.text('organisation') ?? '', (ctx) =>
      registerFile(ctx, args.rest[0] ?? '', { ...asked, filter: ['state:in:*'] }),
    )
    return written(context, args, bytes)
  },
}

const workspace: Command = {
  name: 'export workspace',
  rest: [],
  options: { organisation: { type: 'string', required: true }, output: { type: 'string', required: true } },
  async run({ open, words }, args) {
    const output = args.text('output') ?? ''
    await exportWorkspace(await open(), args.text('organisation') ?? '', output)
    return { value: { output }, lines: [words('cli.written', { output })] }
  },
}

export function oneOf<const F extends string>(format: string, formats: readonly F[]): F {
  const found = formats.find((known) => known === format)
  if (found === undefined) {
    throw new Refusal('invalid', 'cli.unknown-format', { values: { format, formats: formats.join(', ') } })
  }
  return found
}

/** Writes what was made, and says where. */
export async function written({ words }: CommandContext, args: Arguments, bytes: Uint8Array): Promise<Answer> {
  const output = args.text('output') ?? ''
  await writeFile(output, bytes).catch((error: unknown) => {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refusal('invalid', 'file.cannot-write', { values: { path: output, cause } })
  })
  return { value: { output, bytes: bytes.length }, lines: [words('cli.written', { output })] }
}

export const exports: readonly Command[] = [soa, risks, readiness, register, workspace]
