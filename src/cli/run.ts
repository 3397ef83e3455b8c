import { parseArgs } from 'node:util'
import { REFUSALS, Refusal } from '../kernel/refusal.ts'
import { LANGUAGES, type Language, type Words } from '../kernel/text.ts'
import { refusalOf } from '../platform/http/refusals.ts'
import { wordsIn } from '../platform/words.ts'
import { type Config, configOfProcess } from '../server/config.ts'
import { type Installation, openInstallation } from '../server/installation.ts'
import { texts } from '../texts.gen.ts'
import { type Arguments, COMMON, type Command } from './command.ts'
import { commands } from './commands.ts'

export interface Output {
  out(line: string): void
  error(line: string): void
}

/** Exit codes: 0 done; 1 the answer is no; 2 to 5 refused (see `REFUSALS`); 70 a bug. */
const DONE = 0
const NO = 1
const BUG = 70

/** Runs one command line and gives its exit code. Nothing is thrown: a refusal becomes a sentence, a bug its trace. */
export async function runCommandLine(argv: readonly string[], output: Output): Promise<number> {
  const language = languageOf(argv)
  const words = wordsIn(texts)(language)
  const isJson = argv.includes('--json')
  try {
    const found = findCommand(argv)
    if (found === null || argv.includes('--help')) {
      output.out(usage(words, found?.command ?? null))
      return found === null && argv.length > 0 && !argv.includes('--help') && argv[0] !== 'help'
        ? REFUSALS.invalid.exit
        : DONE
    }
    return await answer(found.command, argumentsOf(found.command, found.rest), { words, language, isJson, output })
  } catch (error) {
    return refuse(error, { words, language, isJson, output })
  }
}

interface Speaking {
  readonly words: Words
  readonly language: Language
  readonly isJson: boolean
  readonly output: Output
}

async function answer(
  command: Command,
  args: Arguments,
  { words, language, isJson, output }: Speaking,
): Promise<number> {
  const opened: Installation[] = []
  const config = configFor(args)
  const open = async (options: { readonly migrates?: boolean } = {}): Promise<Installation> => {
    const installation = await openInstallation(config, { use: 'command', ...options })
    opened.push(installation)
    return installation
  }
  try {
    const given = await command.run({ config, words, language, open, say: (sentence) => output.error(sentence) }, args)
    if (isJson) output.out(JSON.stringify(given.value, null, 2))
    else for (const line of given.lines) output.out(line)
    return given.isNo === true ? NO : DONE
  } finally {
    for (const installation of opened) await installation.close()
  }
}

function configFor(args: Arguments): Config {
  const data = args.text('data')
  return configOfProcess(data === null ? {} : { WAARBORG_DATA: data })
}

/** The longest name that the command line begins with. */
function findCommand(argv: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } | null {
  for (const length of [2, 1]) {
    const name = argv.slice(0, length).join(' ')
    const command = commands.find((known) => known.name === name)
    if (command !== undefined) return { command, rest: argv.slice(length) }
  }
  return null
}

function argumentsOf(command: Command, argv: readonly string[]): Arguments {
  const options = Object.fromEntries(
    Object.entries({ ...COMMON, ...command.options }).map(([name, { type }]) => [name, { type }]),
  )
  const parsed = parse(argv, options)
  const values = new Map(Object.entries(parsed.values))
  for (const [name, { required }] of Object.entries(command.options)) {
    if (required === true && !values.has(name))
      throw new Refusal('invalid', 'cli.option-missing', { values: { option: name } })
  }
  const repeats = command.rest.at(-1)?.endsWith('…') === true
  const isTooMany = !repeats && parsed.positionals.length > command.rest.length
  if (parsed.positionals.length < command.rest.length || isTooMany) {
    throw new Refusal('invalid', 'cli.arguments', { values: { usage: usageLine(command) } })
  }
  return {
    rest: parsed.positionals,
    text: (name) => {
      const value = values.get(name)
      return typeof value === 'string' ? value : null
    },
    flag: (name) => values.get(name) === true,
  }
}

function parse(
  argv: readonly string[],
  options: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>,
): { readonly values: Readonly<Record<string, unknown>>; readonly positionals: readonly string[] } {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true })
  } catch (error) {
    throw new Refusal('invalid', 'cli.bad-option', { values: { cause: error instanceof Error ? error.message : '' } })
  }
}

function usageLine(command: Command): string {
  const options = Object.entries(command.options).map(([name, { type, required }]) => {
    const shown = type === 'string' ? `--${name} ${name.toUpperCase()}` : `--${name}`
    return required === true ? shown : `[${shown}]`
  })
  return ['waarborg', command.name, ...command.rest, ...options].join(' ')
}

function usage(words: Words, command: Command | null): string {
  const shown = command === null ? commands : [command]
  const lines = shown.map((known) => `  ${usageLine(known)}\n      ${words(`cli.${known.name.replaceAll(' ', '-')}`)}`)
  return [words('cli.usage'), '', ...lines, '', words('cli.common')].join('\n')
}

function refuse(thrown: unknown, { words, isJson, output }: Speaking): number {
  const error = refusalOf(thrown) ?? thrown
  if (!(error instanceof Refusal)) {
    output.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return BUG
  }
  const { kind, code, details } = error
  const faults = (details.faults ?? []).map((fault) => ({
    ...fault,
    message: words(`fault.${fault.code}`, fault.values),
  }))
  const message = words(`refusal.${code}`, details.values)
  if (isJson) output.out(JSON.stringify({ kind, code, message, values: details.values ?? {}, faults }, null, 2))
  output.error([message, ...faults.map((fault) => `  ${fault.path}: ${fault.message}`)].join('\n'))
  return REFUSALS[kind].exit
}

/** What `--language` says, else the language of the terminal, else English: the words of a mistake in the options as well. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--language')
  const said = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--language='))?.slice('--language='.length)
  return LANGUAGES.find((language) => language === said) ?? configLanguage()
}

function configLanguage(): Language {
  try {
    return configOfProcess().language
  } catch (error) {
    if (error instanceof Refusal) return 'en'
    throw error
  }
}
