import { readFile } from 'node:fs/promises'
import { Refusal } from '../../kernel/refusal.ts'
import { type Choice, generate, saveAnswers, tell } from '../../modules/interviews/service.ts'
import { within } from '../acting.ts'
import type { Arguments, Command } from '../command.ts'

/**
 * Tells what the answers lead to; `--answers` takes them from a file first, `--generate` makes the drafts,
 * but for those that are left out.
 */
export const interview: Command = {
  name: 'interview',
  rest: [],
  options: {
    organisation: { type: 'string', required: true },
    answers: { type: 'string' },
    generate: { type: 'boolean' },
    'leave-out': { type: 'string' },
    'take-after-all': { type: 'string' },
  },
  async run({ open, words, language }, args) {
    const path = args.text('answers')
    const answers = path === null ? null : await answersIn(path)
    const speaking = { words, language }
    return within(await open(), args.text('organisation') ?? '', async (ctx) => {
      if (answers !== null) await saveAnswers(ctx, answers)
      const made = args.flag('generate') ? await generate(ctx, speaking, choiceIn(args)) : null
      const told = await tell(ctx, speaking)
      const remarks = told.chapters.flatMap(({ questions }) =>
        questions.flatMap(({ name, remarks: ids }) =>
          ids.map((id) => `  ${words(`interview.${name}`)} ${words(`interview.remark.${id}`)}`),
        ),
      )
      const counts = (made?.made ?? []).map(({ register, count }) => `  ${count} ${words(`${register}.plural`)}`)
      return {
        value: { ...told, made: made?.made ?? null, completed: made?.completed ?? null },
        lines: [
          words('cli.interview.answered', { answered: told.answered, total: told.total }),
          ...remarks,
          ...(made === null ? [] : [words('cli.interview.made', { n: sum(made.made) }), ...counts]),
          words('cli.interview.left', { n: told.drafts.length, gone: told.gone.length }),
          ...(told.leftOut.length === 0 ? [] : [words('cli.interview.leftOut', { n: told.leftOut.length })]),
        ],
      }
    })
  },
}

/** Names of registers or keys of drafts, with commas between them. */
function choiceIn(args: Arguments): Choice {
  const names = (option: string): readonly string[] =>
    (args.text(option) ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
  return { leaveOut: names('leave-out'), takeAfterAll: names('take-after-all') }
}

function sum(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((all, { count }) => all + count, 0)
}

/** Answers by the name of their question, as JSON. The register checks each of them. */
async function answersIn(path: string): Promise<object> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refusal('invalid', 'file.cannot-read', { values: { path, cause } })
  })
  const parsed = parsedJson(text)
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new Refusal('invalid', 'cli.no-answers', { values: { path } })
  }
  return parsed
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
