import { describe, expect, test } from 'vitest'
import { violationsIn } from './doors.ts'

/** What is said about one planted file that imports another. */
function saidOf(path: string, specifier: string, form = 'import { x } from'): readonly string[] {
  return violationsIn(new Map([[path, `${form} '${specifier}'`]])).map(({ why }) => why)
}

describe('what is refused', () => {
  const cases: readonly (readonly [name: string, from: string, to: string, why: string])[] = [
    ['Node in a decision', 'src/modules/risks/domain.ts', 'node:fs', 'domain is pure'],
    ['Node in a split decision', 'src/modules/risks/domain/method.ts', 'node:fs', 'domain is pure'],
    ['the database in a rule', 'src/modules/risks/rules/owner.ts', 'pg', 'rules is pure'],
    [
      'the store in a declaration',
      'src/modules/risks/register.ts',
      '../../platform/store/change.ts',
      'register is pure',
    ],
    ['a package in the kernel', 'src/kernel/rule.ts', 'kysely', 'kernel is pure'],
    ['the platform in the kernel', 'src/kernel/rule.ts', '../platform/clock.ts', 'kernel is pure'],
    ['a module in the kernel', 'src/kernel/rule.ts', '../modules/risks/domain.ts', 'kernel may not know it'],
    [
      'a module in the platform',
      'src/platform/store/change.ts',
      '../../modules/risks/register.ts',
      'platform may not know it',
    ],
    ['a service in a page', 'src/modules/risks/web/Page.tsx', '../service.ts', 'web may not know it'],
    ['a service in the shell', 'src/web/shell/Shell.tsx', '../../modules/risks/service.ts', 'web may not know it'],
    ['the platform in the shell', 'src/web/main.tsx', '../platform/log.ts', 'web may not know it'],
    ['server code by a list', 'src/web/main.tsx', '../modules.gen.ts', 'web may not know it'],
    ['another’s store', 'src/modules/risks/service.ts', '../assets/store.ts', 'not a door of that module'],
    ['another’s inside', 'src/modules/risks/service.ts', '../assets/walk.ts', 'not a door of that module'],
    ['another’s rules', 'src/modules/risks/rules.ts', '../assets/rules.ts', 'not a door of that module'],
    ['a view', 'src/modules/risks/service.ts', '../reports/service.ts', 'a view is imported by nobody'],
    ['a store from the server', 'src/server/app.ts', '../modules/ledger/store.ts', 'server may not know it'],
    ['the screens from the server', 'src/server/app.ts', '../web/router.tsx', 'server may not know it'],
    ['the command line from the server', 'src/server/app.ts', '../cli/main.ts', 'server may not know it'],
  ]
  test.each(cases)('%s', (_, from, to, why) => {
    expect(saidOf(from, to)).toEqual([why])
  })

  test.each(['import type { X } from', 'export * from', 'export { x } from', 'export type { X } from'])(
    'in the form `%s`',
    (form) => {
      expect(saidOf('src/kernel/rule.ts', '../platform/clock.ts', form)).toEqual(['kernel is pure'])
    },
  )

  test.each(["const x = import('../platform/clock.ts')", "type X = import('../platform/clock.ts').Clock"])(
    'in the form `%s`',
    (source) => {
      expect(violationsIn(new Map([['src/kernel/rule.ts', source]]))).toHaveLength(1)
    },
  )

  test('files that load each other', () => {
    const ring = new Map([
      ['src/kernel/a.ts', "import { b } from './b.ts'"],
      ['src/kernel/b.ts', "import { a } from './a.ts'"],
    ])
    expect(violationsIn(ring).map(({ why }) => why)).toEqual([
      'file ring: src/kernel/a.ts → src/kernel/b.ts → src/kernel/a.ts',
    ])
  })

  test('modules that know each other, even by types', () => {
    const ring = new Map([
      ['src/modules/risks/domain.ts', "import type { T } from '../treatments/domain.ts'"],
      ['src/modules/treatments/service.ts', "import { accept } from '../risks/service.ts'"],
    ])
    expect(violationsIn(ring).map(({ why }) => why)).toEqual(['module ring: risks → treatments → risks'])
  })
})

describe('what is allowed', () => {
  const cases: readonly (readonly [name: string, from: string, to: string])[] = [
    ['zod in a contract', 'src/modules/risks/contract.ts', 'zod'],
    ['another’s decisions in a decision', 'src/modules/risks/domain.ts', '../assets/domain/worth.ts'],
    ['any register in a rule', 'src/modules/risks/rules/owner.ts', '../../people/registers/person.ts'],
    ['the store in a service', 'src/modules/risks/service.ts', '../../platform/store/change.ts'],
    ['another’s service in a service', 'src/modules/risks/service.ts', '../assets/service.ts'],
    ['any door in a view', 'src/modules/readiness/service.ts', '../risks/domain.ts'],
    ['declarations in a page', 'src/web/pages/List.tsx', '../../registers.gen.ts'],
    ['another’s decisions in a rule', 'src/modules/risks/rules.ts', '../treatments/domain.ts'],
    ['a view in the server', 'src/server/app.ts', '../modules/readiness/service.ts'],
  ]
  test.each(cases)('%s', (_, from, to) => {
    expect(saidOf(from, to)).toEqual([])
  })

  test('rules and declarations that look at each other’s modules', () => {
    const looks = new Map([
      ['src/modules/risks/rules.ts', "import { mayEnd } from '../treatments/domain.ts'"],
      ['src/modules/treatments/domain.ts', "import { risk } from '../risks/register.ts'"],
      ['src/modules/treatments/rules.ts', "import { levelOf } from '../risks/domain.ts'"],
      ['src/modules/risks/domain.ts', "import type { Treatment } from '../treatments/register.ts'"],
    ])
    expect(violationsIn(looks)).toEqual([])
  })
})
