import { expect, test } from 'vitest'
import { mayApprove } from './domain.ts'

test('nobody approves his own access', () => {
  expect(mayApprove({ person: 'fenna' }, 'fenna')).toEqual({ ok: false, why: 'access_grant.own-access' })
  expect(mayApprove({ person: 'fenna' }, 'marit')).toEqual({ ok: true })
})
