import { expect, test } from 'vitest'
import { type AnyRecord, ismsOf } from '../../kernel/isms.ts'
import { registryOf } from '../../kernel/registry.ts'
import { mayPutInForce, mayUpdate, scopeInForce } from './domain.ts'
import { type Scope, scope } from './register.ts'

const registry = registryOf([scope], () => true)

function row(id: string, state: string): AnyRecord {
  return {
    ...registry.empty(scope),
    title: 'Toepassingsgebied',
    id,
    register: 'scope',
    number: 'SC-1',
    state,
    version: 1,
    sequence: 1,
    recordedAt: '2026-03-02T09:00:00.000Z',
    validFrom: '2026-03-02',
  }
}

function scopeOf(state: string): Scope {
  const record = ismsOf([row('new', state)], 1).find(scope, 'new')
  if (record === null) throw new Error('cannot find the scope')
  return record
}

test('an approved scope stays as it was approved', () => {
  expect(mayUpdate(scopeOf('draft'))).toEqual({ ok: true })
  expect(mayUpdate(scopeOf('approved'))).toEqual({ ok: false, why: 'scope.approved' })
  expect(mayUpdate(scopeOf('in_force'))).toEqual({ ok: false, why: 'scope.approved' })
})

test('one scope is in force at a time', () => {
  const held = ismsOf([row('old', 'in_force'), row('new', 'approved')], 1)
  expect(scopeInForce(held)?.id).toBe('old')
  expect(mayPutInForce(held, scopeOf('approved'))).toEqual({ ok: false, why: 'scope.other-in-force' })
  const free = ismsOf([row('old', 'superseded'), row('new', 'approved')], 1)
  expect(scopeInForce(free)).toBeNull()
  expect(mayPutInForce(free, scopeOf('approved'))).toEqual({ ok: true })
})
