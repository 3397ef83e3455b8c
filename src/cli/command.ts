import type { Language, Words } from '../kernel/text.ts'
import type { Config } from '../server/config.ts'
import type { Installation } from '../server/installation.ts'

/** An option of a command: `--name VALUE`, or `--flag`. Its explanation is `cli.option.<name>` in `text/`. */
export interface Option {
  readonly type: 'string' | 'boolean'
  readonly required?: boolean
}

export interface Arguments {
  /** What stands without a dash, in order. */
  readonly rest: readonly string[]
  text(option: string): string | null
  flag(option: string): boolean
}

/** What a command answers: a value for `--json`, the lines for people, and whether the answer is no. */
export interface Answer {
  readonly value: unknown
  readonly lines: readonly string[]
  /** True where the command worked and found something wrong: exit code 1. */
  readonly isNo?: boolean
}

/** Opened when asked for, closed by whoever runs the command. */
export interface CommandContext {
  readonly config: Config
  readonly words: Words
  readonly language: Language
  /** A sentence for whoever waits, before the answer is there. */
  readonly say: (sentence: string) => void
  readonly open: (options?: { readonly migrates?: boolean }) => Promise<Installation>
}

export interface Command {
  /** `organisation create`: one or two words. */
  readonly name: string
  /** Names of what stands without a dash, for the usage line; the last may repeat: `FILE…`. */
  readonly rest: readonly string[]
  readonly options: Readonly<Record<string, Option>>
  run(context: CommandContext, args: Arguments): Promise<Answer>
}

/** The options that every command takes. */
export const COMMON: Readonly<Record<string, Option>> = {
  json: { type: 'boolean' },
  data: { type: 'string' },
  language: { type: 'string' },
  help: { type: 'boolean' },
}
