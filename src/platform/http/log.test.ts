import { DatabaseError } from 'pg'
import { expect, it } from 'vitest'
import { errorShown } from './log.ts'

it('keeps what somebody typed out of the log, however deep the database says it', () => {
  const error = Object.assign(new DatabaseError('invalid input syntax for type uuid: "Jan de Vries"', 7, 'error'), {
    severity: 'ERROR',
    code: '22P02',
    detail: 'Key (email)=(jan@example.org) already exists.',
  })
  const shown = errorShown(new Error('cannot read the record', { cause: error }))
  expect(shown).toMatchObject({
    message: 'cannot read the record',
    cause: { code: '22P02', message: 'the database refused' },
  })
  expect(JSON.stringify(shown)).not.toMatch(/jan/i)
  expect(shown.stack).toContain('log.test.ts')
})
