import { type Answers, isAnswered, isQuestion, type Question } from './chapters.ts'

/** Null: the question is open, so nobody can tell yet. */
export type Truth = boolean | null

const COMPARISON = /^(\w+)(!=|>=|<=|=)(.+)$/

/** What somebody ticks who has none of the others. */
export const NONE = 'none'

/**
 * Whether a condition of the starter set holds: `systems=crm,hr_system` (any of them), `cloud!=none`, `headcount>=2`,
 * `ownServers`, `!climate`; joined by ` & ` and, weaker, ` | `. A bare name of anything but yes-or-no asks whether it was
 * answered at all.
 */
export function holds(condition: string, answers: Answers): Truth {
  return any(condition.split(' | ').map((part) => all(part.split(' & ').map((term) => termHolds(term, answers)))))
}

/** Whether all conditions hold; with none it always does. */
export function allHold(conditions: readonly string[], answers: Answers): Truth {
  return all(conditions.map((condition) => holds(condition, answers)))
}

/** The questions that a condition looks at, each once. */
export function questionsIn(conditions: readonly string[]): readonly Question[] {
  const names = conditions.flatMap((condition) => condition.split(/ [|&] /)).map(nameIn)
  return [...new Set(names)]
}

function nameIn(term: string): Question {
  const name = /^!?(\w+)/.exec(term)?.[1] ?? ''
  if (!isQuestion(name)) throw new Error(`cannot find the question of \`${term}\``)
  return name
}

function all(truths: readonly Truth[]): Truth {
  if (truths.includes(false)) return false
  return truths.includes(null) ? null : true
}

function any(truths: readonly Truth[]): Truth {
  if (truths.includes(true)) return true
  return truths.includes(null) ? null : false
}

function termHolds(term: string, answers: Answers): Truth {
  const value: unknown = answers[nameIn(term)]
  const [, , sign, wanted = ''] = COMPARISON.exec(term) ?? []
  if (!isAnswered(value)) return null
  if (sign === undefined) {
    const isSo = typeof value === 'boolean' ? value : true
    return term.startsWith('!') ? !isSo : isSo
  }
  if (sign === '>=') return Number(value) >= Number(wanted)
  if (sign === '<=') return Number(value) <= Number(wanted)
  const given = Array.isArray(value) ? value.map(String) : [String(value)]
  const has = hasAny(given, wanted.split(','))
  return sign === '!=' ? !has : has
}

/** `none` ticked beside others contradicts itself; the others count. */
function hasAny(given: readonly string[], wanted: readonly string[]): boolean {
  const counted = given.length > 1 ? given.filter((one) => one !== NONE) : given
  return counted.some((one) => wanted.includes(one))
}
