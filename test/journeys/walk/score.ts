import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Visitor } from '../stage.ts'
import { ask, type Company } from './company.ts'

const OUT = join(import.meta.dirname, '../../../test-results')

const answer = z.looseObject({
  standing: z.array(z.looseObject({ rule: z.string(), state: z.string(), due: z.string().nullish() })),
  major: z.array(z.unknown()),
  minor: z.array(z.unknown()),
})
const step = z.looseObject({
  number: z.number(),
  phase: z.string(),
  state: z.string(),
  rules: z.array(z.looseObject({ rule: z.string(), state: z.string() })),
})
const path = z.looseObject({
  steps: z.array(step),
})

const said = z.array(z.looseObject({ rule: z.string(), parts: z.unknown().optional() }))
const objections = z.looseObject({ major: said, minor: said, ofi: said, question: said })

/** How an organisation stands at the end of a phase. */
export interface Score {
  readonly phase: string
  readonly day: string
  readonly ok: number
  readonly major: number
  readonly minor: number
  readonly undetermined: number
  readonly notDue: number
  readonly done: readonly number[]
  readonly seconds: number
}

export interface Watch {
  /** Writes down how it stands now, and how long that took since the last time. */
  readonly mark: (phase: string) => Promise<Score>
  readonly scores: readonly Score[]
}

export function watchOf(company: () => Company, who: () => Visitor): Watch {
  const scores: Score[] = []
  let since = performance.now()
  return {
    scores,
    mark: async (phase) => {
      const seconds = (performance.now() - since) / 1000
      const score = await scored(company(), who())
      scores.push({ ...score, phase, day: company().day(), seconds })
      since = performance.now()
      return { ...score, phase, day: company().day(), seconds }
    },
  }
}

async function scored(company: Company, who: Visitor): Promise<Omit<Score, 'phase' | 'day' | 'seconds'>> {
  const { standing, major, minor } = answer.parse(await ask(company, who, ['GET', 'readiness?stage=S2']))
  const count = (state: string): number => standing.filter((one) => one.state === state).length
  return {
    ok: count('ok'),
    major: major.length,
    minor: minor.length,
    undetermined: count('undetermined'),
    notDue: count('not_due'),
    done: (await stepsOf(company, who)).filter(({ state }) => state === 'done').map(({ number }) => number),
  }
}

export async function stepsOf(company: Company, who: Visitor): Promise<readonly z.infer<typeof step>[]> {
  return path.parse(await ask(company, who, ['GET', 'path'])).steps
}

/** The steps of the first four phases that are not done, each with what its rules say. */
export async function openSteps(company: Company, who: Visitor): Promise<readonly string[]> {
  const { major, minor, ofi, question } = objections.parse(await ask(company, who, ['GET', 'readiness?stage=S2']))
  const said = [...major, ...minor, ...ofi, ...question]
  const steps = await stepsOf(company, who)
  return steps
    .filter(({ phase, state }) => phase <= 'D' && state !== 'done')
    .map(({ number, rules }) => {
      const open = rules.filter(({ state }) => state !== 'ok' && state !== 'not_applicable')
      const words = open.map(({ rule, state }) => [
        rule,
        state,
        ...said.filter((one) => one.rule === rule).map((one) => JSON.stringify(one.parts ?? one['key'])),
      ])
      return [`step ${number}`, ...words.map((one) => one.join(' '))].join('; ')
    })
}

/** Keeps what was counted as a table for whoever writes about it. */
export function keepTable(name: string, scores: readonly Score[]): void {
  const rows = scores.map(
    ({ phase, day, ok, major, minor, undetermined, notDue, done, seconds }) =>
      `| ${[phase, day, ok, major, minor, undetermined, notDue, done.length, seconds.toFixed(1)].join(' | ')} |`,
  )
  const head = ['phase', 'day', 'ok', 'major', 'minor', 'undetermined', 'not due', 'steps done', 'seconds']
  mkdirSync(OUT, { recursive: true })
  const lines = [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows, '']
  writeFileSync(join(OUT, `walk-${name}.md`), lines.join('\n'))
}
