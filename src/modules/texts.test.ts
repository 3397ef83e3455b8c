import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import type { Fields, Register } from '../kernel/register.ts'
import { LANGUAGES, type Language, type Messages } from '../kernel/text.ts'
import { registers } from '../registers.gen.ts'

type Token = ReturnType<typeof compileMessageOrThrow>[number]

/** What a module says on screens, and what its rules say. */
const PARTS = ['text', 'text/rules']

function messagesOf(folder: string, language: Language): Messages {
  const paths = PARTS.map((part) => join(import.meta.dirname, folder, part, `${language}.json`))
  return Object.assign({}, ...paths.filter((path) => existsSync(path)).map(messagesAt))
}

function messagesAt(path: string): Messages {
  const parsed: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (typeof parsed !== 'object' || parsed === null) throw new Error(`cannot read \`${path}\``)
  return Object.fromEntries(Object.entries(parsed).map(([key, value]) => [key, String(value)]))
}

/** Modules with words of their own. */
const worded = readdirSync(import.meta.dirname).filter((folder) =>
  PARTS.some((part) => existsSync(join(import.meta.dirname, folder, part, 'nl.json'))),
)

/** The values that a message waits for. */
function valuesIn(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => {
    if (typeof token === 'string') return []
    const [name, , format] = token
    const choices: readonly unknown[] = typeof format === 'object' && format !== null ? Object.values(format) : []
    return [name, ...choices.flatMap((choice) => (isTokens(choice) ? valuesIn(choice) : []))]
  })
}

function isTokens(choice: unknown): choice is readonly Token[] {
  return Array.isArray(choice)
}

function fieldKeys(fields: Fields, path: string): readonly string[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const key = `${path}.${name}`
    const choices = (field.options.choices ?? []).map((choice) => `${key}.${choice}`)
    return [key, ...choices, ...fieldKeys(field.options.fields ?? {}, key)]
  })
}

/** What screens, files and mails call a register and everything in it. */
function keysOf(register: Register): readonly string[] {
  const { name, states } = register
  const steps = Object.values(states.transitions)
  const stateNames = new Set([states.initial, ...steps.flatMap((step) => [...step.from, step.to])])
  return [
    name,
    `${name}.plural`,
    `${name}.about`,
    `${name}.empty`,
    ...fieldKeys(register.fields, name),
    ...[...stateNames].map((state) => `${name}.state.${state}`),
    ...Object.keys(states.transitions).map((act) => `${name}.act.${act}`),
  ]
}

describe.each(LANGUAGES)('the words in %s', (language) => {
  const all = new Set(worded.flatMap((folder) => Object.keys(messagesOf(folder, language))))

  test.each(registers.map((register) => [register.name, register] as const))('name everything of %s', (_, register) => {
    expect(keysOf(register).filter((key) => !all.has(key))).toEqual([])
  })
})

/** The fields that a person fills in; what an act or a service sets needs no reason to be asked. */
function whysOf(register: Register): readonly string[] {
  const asked = Object.entries(register.fields).filter(([, field]) => !field.isSet)
  return asked.map(([name]) => `${register.name}.${name}.why`)
}

describe.each(LANGUAGES)('the reasons in %s', (language) => {
  const all = new Set(worded.flatMap((folder) => Object.keys(messagesOf(folder, language))))

  test.each(registers.map((register) => [register.name, register] as const))(
    'say of every field of %s why it is asked',
    (_, register) => {
      expect(whysOf(register).filter((key) => !all.has(key))).toEqual([])
    },
  )
})

describe('a register', () => {
  test('has no two things that share a key', () => {
    const keys = registers.flatMap(keysOf)
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })
})

describe.each(worded)('the words of %s', (folder) => {
  const nl = messagesOf(folder, 'nl')
  const en = messagesOf(folder, 'en')

  test('are there in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort())
    const blank = [...Object.entries(nl), ...Object.entries(en)].filter(([, message]) => message.trim() === '')
    expect(blank).toEqual([])
  })

  test('are messages that can be put together, from the same values', () => {
    for (const key of Object.keys(nl)) {
      const values = [nl, en].map((messages) => new Set(valuesIn(compileMessageOrThrow(messages[key] ?? ''))))
      expect([key, values[1]]).toEqual([key, values[0]])
    }
  })

  test('belong to this module alone', () => {
    const others = new Set(
      worded.filter((other) => other !== folder).flatMap((other) => Object.keys(messagesOf(other, 'nl'))),
    )
    expect(Object.keys(nl).filter((key) => others.has(key))).toEqual([])
  })
})
