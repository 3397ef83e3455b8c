import { readFile } from 'node:fs/promises'
import { isCalendarDate } from '../../kernel/calendar.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Wish } from '../../modules/samples/domain/conforming/conforming.ts'
import { type Deviations, readDeviations } from '../../modules/samples/domain/deviations.ts'
import { makeSample } from '../../modules/samples/service/made.ts'
import { writeLines } from '../../platform/lines.ts'
import type { Arguments, Command } from '../command.ts'

/** More people than any organisation that one ISMS covers; what is made is held in memory. */
const MOST_PEOPLE = 100_000
const PHASES = ['initial', 'certified'] as const

export const sample: Command = {
  name: 'sample conforming',
  rest: [],
  options: {
    people: { type: 'string' },
    at: { type: 'string' },
    seed: { type: 'string' },
    phase: { type: 'string' },
    deviations: { type: 'string' },
    out: { type: 'string' },
  },
  async run({ words }, args) {
    const wish = wishOf(args)
    const path = args.text('deviations')
    const made = makeSample(wish, path === null ? undefined : await deviationsIn(path))
    const { name, slug } = made.composition
    const output = args.text('out') ?? `${slug}.waarborg`
    await writeLines(output, made.lines())
    const entries = made.org.build.entries().length
    const { people, at, seed, phase } = made.org.scheme
    return {
      value: { output, name, people, at, seed, phase, entries },
      lines: [words('cli.sample.made', { name, entries }), words('cli.written', { output })],
    }
  },
}

function wishOf(args: Arguments): Wish {
  const people = args.text('people')
  const at = args.text('at')
  const seed = args.text('seed')
  const phase = args.text('phase')
  return {
    ...(people !== null && { people: peopleOf(people) }),
    ...(at !== null && { at: dayOf(at) }),
    ...(seed !== null && { seed }),
    ...(phase !== null && { phase: phaseOf(phase) }),
  }
}

function peopleOf(text: string): number {
  const people = Number(text)
  if (!/^\d+$/.test(text) || people < 1 || people > MOST_PEOPLE) {
    throw new Refusal('invalid', 'cli.no-people', { values: { text, most: MOST_PEOPLE } })
  }
  return people
}

function dayOf(text: string): string {
  if (!isCalendarDate(text)) throw new Refusal('invalid', 'cli.no-date', { values: { text } })
  return text
}

function phaseOf(text: string): (typeof PHASES)[number] {
  const phase = PHASES.find((known) => known === text)
  if (phase === undefined) throw new Refusal('invalid', 'cli.no-phase', { values: { text, phases: PHASES.join(', ') } })
  return phase
}

async function deviationsIn(path: string): Promise<Deviations> {
  return readDeviations(await jsonIn(path))
}

async function jsonIn(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const cause = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new Refusal('invalid', 'file.cannot-read', { values: { path, cause } })
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    const cause = error instanceof Error ? error.message : ''
    throw new Refusal('invalid', 'deviations.not-json', { values: { path, cause } })
  }
}
