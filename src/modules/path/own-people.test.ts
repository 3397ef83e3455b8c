import { expect, test } from 'vitest'
import type { JsonObject } from '../../kernel/json.ts'
import { type ChangeInput, change } from '../../platform/store/change.ts'
import type { Acting } from '../../platform/store/store.ts'
import { founded, type Place, refusal } from '../statements/place.fixture.ts'
import { STEPS } from './domain/steps.ts'

interface Decision {
  readonly register: string
  readonly set: JsonObject
  readonly state?: string
  readonly act: string
}

/** What each step that is for the organisation's own people ends with: the record, the state it is in then, and the decision. */
const DECISIONS: Readonly<Record<number, Decision>> = {
  1: { register: 'resource_decision', set: { title: 'Tijd en geld voor het ISMS' }, act: 'decide' },
  9: { register: 'document_version', set: { versionLabel: '1.0', changes: 'Eerste versie' }, act: 'approve' },
  11: { register: 'risk_method', set: { title: 'Methode', versionLabel: '1.0' }, act: 'approve' },
  20: { register: 'approval', set: { kind: 'residual_risk', decision: 'approved' }, act: 'create' },
  42: { register: 'management_review', set: { title: 'Directiebeoordeling' }, state: 'held', act: 'approveMinutes' },
}

const OWN = STEPS.filter(({ isOwnPeoples }) => isOwnPeoples).map(({ number }) => number)

test.each(OWN)('step %i ends with a decision that no consultant takes, whatever else he is here', async (number) => {
  const decision = DECISIONS[number]
  if (decision === undefined) throw new Error(`cannot tell how step ${number} ends`)
  const at = await founded()
  const { id: person } = await at.save({ register: 'person', act: 'create', set: { name: 'Ada Viseur' } })
  const adviser: Partial<Acting> = { roles: ['consultant', 'coordinator', 'top_management'], person }
  const asked = await prepared(at, decision, person)
  const refused = await refusal(at.run((ctx) => change(ctx, asked), adviser))
  expect([refused.kind, refused.code]).toEqual(['forbidden', 'permission.consultant'])
})

/** The decision, with everything there that it needs but the right to take it. */
async function prepared(at: Place, { register, set, state, act }: Decision, by: string): Promise<ChangeInput> {
  if (act === 'create') {
    const { id: subject } = await at.save({ register: 'risk', act, set: { title: 'Een lek' } })
    return { register, act, set: { ...set, subject, by, at: '2026-02-02' } }
  }
  const links =
    register === 'document_version'
      ? { document: (await at.save({ register: 'document', act: 'create', set: { title: 'Beleid' } })).id }
      : {}
  const from = state === undefined ? {} : { state }
  const { id, version } = await at.save({ register, act: 'create', set: { ...set, ...links }, ...from })
  return { register, act, id, version }
}
