import { expect, test } from 'vitest'
import { type AnyRecord, type Isms, ismsOf } from '../../kernel/isms.ts'
import type { Register } from '../../kernel/register.ts'
import { registryOf } from '../../kernel/registry.ts'
import { person } from '../people/registers/person.ts'
import { inForce, mayAcknowledge, mayApprove, mayPutIntoEffect } from './domain.ts'
import { acknowledgement } from './registers/acknowledgement.ts'
import { document } from './registers/document.ts'
import { type DocumentVersion, documentVersion } from './registers/document-version.ts'

const registry = registryOf([person, document, documentVersion, acknowledgement], () => true)

function row(register: Register, id: string, state: string, fields: Readonly<Record<string, unknown>>): AnyRecord {
  return {
    ...registry.empty(register),
    ...fields,
    id,
    register: register.name,
    number: `${register.code}-1`,
    state,
    version: 1,
    sequence: 1,
    recordedAt: '2026-03-02T09:00:00.000Z',
    validFrom: '2026-03-02',
  }
}

const MARIT = row(person, 'marit', 'active', { name: 'Marit', isTopManagement: true })
const FENNA = row(person, 'fenna', 'active', { name: 'Fenna', isTopManagement: false })

function withPolicy(state: string, policy: Readonly<Record<string, unknown>> = { type: 'infosec_policy' }): Isms {
  return ismsOf(
    [
      MARIT,
      FENNA,
      row(document, 'policy', 'active', policy),
      row(documentVersion, 'first', state, { document: 'policy', versionLabel: '1.0' }),
      row(documentVersion, 'second', 'approved', { document: 'policy', versionLabel: '2.0' }),
    ],
    1,
  )
}

function versionOf(isms: Isms, id: string): DocumentVersion {
  const version = isms.find(documentVersion, id)
  if (version === null) throw new Error(`cannot find \`${id}\``)
  return version
}

test('a document is in force by its effective version only', () => {
  expect(inForce(withPolicy('approved'), 'infosec_policy')).toEqual([])
  expect(inForce(withPolicy('effective'), 'infosec_policy').map(({ version }) => version.id)).toEqual(['first'])
  expect(inForce(withPolicy('superseded'), 'infosec_policy')).toEqual([])
})

test('one paper serves as two', () => {
  const isms = withPolicy('effective', { type: 'risk_assessment_process', alsoServesAs: ['risk_treatment_process'] })
  expect(inForce(isms, 'risk_treatment_process')).toHaveLength(1)
  expect(inForce(isms, 'infosec_policy')).toEqual([])
})

test('top management approves the policy, nobody else', () => {
  const isms = withPolicy('in_review')
  const version = versionOf(isms, 'first')
  expect(mayApprove(isms, version, 'marit')).toEqual({ ok: true })
  const refused = { ok: false, why: 'document_version.needs-top-management' }
  expect(mayApprove(isms, version, 'fenna')).toEqual(refused)
  expect(mayApprove(isms, version, null)).toEqual(refused)
})

test('a procedure needs no top management', () => {
  const isms = withPolicy('in_review', { type: 'procedure' })
  expect(mayApprove(isms, versionOf(isms, 'first'), 'fenna')).toEqual({ ok: true })
})

test('a second version waits until the first is withdrawn', () => {
  const held = withPolicy('effective')
  expect(mayPutIntoEffect(held, versionOf(held, 'second'))).toEqual({
    ok: false,
    why: 'document_version.other-effective',
  })
  const free = withPolicy('superseded')
  expect(mayPutIntoEffect(free, versionOf(free, 'second'))).toEqual({ ok: true })
})

test('a receipt given here is the reader’s own', () => {
  const receipt = (channel: string) => {
    const isms = ismsOf([row(acknowledgement, 'receipt', 'active', { person: 'fenna', channel })], 1)
    const record = isms.find(acknowledgement, 'receipt')
    if (record === null) throw new Error('cannot find the receipt')
    return record
  }
  expect(mayAcknowledge(receipt('waarborg'), 'fenna').ok).toBe(true)
  expect(mayAcknowledge(receipt('waarborg'), 'marit').ok).toBe(false)
  expect(mayAcknowledge(receipt('paper'), 'marit').ok).toBe(true)
})
