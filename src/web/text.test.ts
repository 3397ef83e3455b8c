import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { describe, expect, test } from 'vitest'
import type { Messages } from '../kernel/text.ts'
import { registers } from '../registers.gen.ts'
import { messages as screensEn } from './text/en.ts'
import { messages as screensNl } from './text/nl.ts'
import { messages as rulesEn } from './text/rules-en.ts'
import { messages as rulesNl } from './text/rules-nl.ts'

const nl: Messages = { ...screensNl, ...rulesNl }
const en: Messages = { ...screensEn, ...rulesEn }

const sources = import.meta.glob<string>(['./**/*.ts', './**/*.tsx', '!./**/*.test.ts'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

/** Keys that stand in the source as they are; those made of parts are seen by their beginning only. */
const named = Object.entries(sources).flatMap(([file, source]) =>
  [...source.matchAll(/words\(\s*'([^']+)'|text="([^"]+)"|\bid="([a-z][A-Za-z]*\.[A-Za-z.]+)"/g)].map((match) => ({
    file,
    key: match[1] ?? match[2] ?? match[3] ?? '',
  })),
)

describe('the words of the screens', () => {
  test('are the same keys in Dutch and English', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted())
  })

  test('stand in one place each', () => {
    const parts = import.meta.glob<Record<string, string>>(
      ['./text/nl.json', './text/nl/*.json', '../modules/*/text/nl.json', '../modules/*/text/rules/nl.json'],
      { eager: true, import: 'default' },
    )
    const keys = Object.values(parts).flatMap((part) => Object.keys(part))
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
  })

  test.each(Object.entries({ nl, en }))('can all be read in %s', (_, messages) => {
    const broken = Object.entries(messages).filter(([, message]) => !isReadable(message))
    expect(broken).toEqual([])
  })

  test('exist for every key that a screen names', () => {
    expect(named.length).toBeGreaterThan(200)
    expect(named.filter(({ key }) => !(key in nl))).toEqual([])
  })

  test('name every register, its state and its acts', () => {
    const keys = registers.flatMap(({ name, states }) => [
      name,
      `${name}.plural`,
      ...Object.entries(states.transitions).flatMap(([act, { to }]) => [`${name}.act.${act}`, `${name}.state.${to}`]),
    ])
    expect(keys.filter((key) => !(key in nl))).toEqual([])
  })
})

function isReadable(message: string): boolean {
  try {
    compileMessageOrThrow(message)
    return true
  } catch {
    return false
  }
}
