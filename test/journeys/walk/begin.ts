import { expect } from 'vitest'
import { z } from 'zod'
import { readPolicyGuide } from '../../../src/modules/guides/contract/policy.ts'
import { readScopeGuide } from '../../../src/modules/guides/contract/scope.ts'
import type { Visitor } from '../stage.ts'
import { act, actOnAll, ask, type Company, fill, fillAll, kept, make, refusalOf, rowsOf } from './company.ts'

/** Who works on the path. Where one person is the company, she is all of them but the consultant. */
export interface Cast {
  readonly director: Visitor
  readonly coordinator: Visitor
  readonly owners: readonly Visitor[]
  readonly consultant: Visitor
}

const CONSULTANT = [403, 'permission.consultant']

/** Phase A: means, roles, dates of the audits, and the lists. */
export async function start(company: Company, cast: Cast, headcount: number): Promise<void> {
  const { director, coordinator, consultant } = cast
  for (const one of await rowsOf(company, director, 'resource_decision')) {
    if (one.state !== 'draft') continue
    const path = `registers/resource_decision/${one.id}/acts/decide`
    expect(await refusalOf(company, consultant, path, { version: one.version, set: {} })).toEqual(CONSULTANT)
    await act(company, director, [one, 'decide'])
  }
  await enlist(company, coordinator, headcount)
  await nameForRoles(company, cast)
  const [own] = await rowsOf(company, coordinator, 'organisation')
  if (own === undefined) throw new Error('cannot find the organisation')
  const stagePlan = {
    stage1: '2027-04-05',
    stage1LastDay: '2027-04-06',
    stage2: '2027-05-10',
    stage2LastDay: '2027-05-13',
  }
  await fill(company, coordinator, own, {
    stagePlan,
    legalNames: [{ name: 'Roosterwerk', registration: '12345678' }],
  })
}

/** Everybody who works here, on top of those whom the interview named. */
async function enlist(company: Company, who: Visitor, headcount: number): Promise<void> {
  const [first, ...others] = await rowsOf(company, who, 'person')
  const unit = z.string().parse(first?.['unit'])
  const common = { unit, kind: 'employee', startDate: '2023-02-01', remoteWork: true }
  const signed = { termsSignedAt: '2026-08-01', confidentialitySignedAt: '2026-08-01' }
  for (let n = others.length + 2; n <= headcount; n++) {
    const name = `${company.say({ nl: 'Medewerker', en: 'Colleague' })} ${n}`
    await make(company, who, 'person', { ...common, ...signed, name, email: `person${n}@example.org` })
  }
  for (const one of first === undefined ? [] : [first, ...others]) await fill(company, who, one, kept(one, common))
}

/** Every role has a holder, and each accepts what is his. Whoever audits comes from outside. */
async function nameForRoles(company: Company, { director, coordinator, owners }: Cast): Promise<void> {
  const people = await rowsOf(company, coordinator, 'person')
  const title = company.say({ nl: 'Adviseur van buiten', en: 'Adviser from outside' })
  const auditor = await make(company, coordinator, 'person', { name: 'Ida Auditor', kind: 'external', jobTitle: title })
  const held = await rowsOf(company, coordinator, 'role_assignment')
  const second = people[1] ?? people[0]
  for (const role of await rowsOf(company, coordinator, 'role')) {
    if (held.some((one) => one['role'] === role.id)) continue
    const isAudit = z.array(z.string()).parse(role['duties']).includes('internal_audit')
    await make(company, coordinator, 'role_assignment', {
      role: role.id,
      person: isAudit ? auditor.id : (second?.id ?? null),
    })
  }
  for (const who of new Set([director, coordinator, ...owners])) {
    const me = await personOf(company, who)
    for (const one of await rowsOf(company, who, 'role_assignment')) {
      if (one['person'] === me && one['acceptedAt'] === null) await act(company, who, [one, 'accept'])
    }
  }
}

export async function personOf(company: Company, who: Visitor): Promise<string> {
  const { me } = z.looseObject({ me: z.string() }).parse(await ask(company, who, ['GET', 'workshop']))
  return me
}

/** Phase B: what moves the organisation, who expects what, the border, the policy, and what could make the system fail. */
export async function understand(company: Company, cast: Cast): Promise<void> {
  const { coordinator } = cast
  await actOnAll(company, coordinator, ['context_issue', 'review', 'draft'])
  await actOnAll(company, coordinator, ['context_determination', 'decide', 'draft'])
  await actOnAll(company, coordinator, ['interested_party', 'activate', 'draft'])
  await actOnAll(company, coordinator, ['requirement', 'activate', 'draft'])
  await actOnAll(company, coordinator, ['requirement', 'verify', 'active'])
  await adoptScope(company, cast)
  await adoptPolicy(company, cast)
  const noActionReason = company.say({ nl: 'Elke maand besproken met de directie.', en: 'Discussed every month.' })
  await fillAll(company, coordinator, 'isms_risk_opportunity', () => ({ noActionReason }))
}

async function adoptScope(company: Company, { director, coordinator, consultant }: Cast): Promise<void> {
  const { draft, inForce } = readScopeGuide.reply.parse(await ask(company, coordinator, ['GET', 'guides/scope']))
  if (inForce !== null) return
  const seen = draft === null ? null : { id: draft.id, version: draft.version }
  const written = await ask(company, coordinator, ['POST', 'guides/scope'], { draft: seen })
  expect(await refusalOf(company, consultant, 'guides/scope/adopted', written)).toEqual(CONSULTANT)
  await ask(company, director, ['POST', 'guides/scope/adopted'], written)
}

const CHOICES = {
  stands: ['customers', 'people', 'law'],
  ways: ['least', 'report', 'learn', 'suppliers', 'restore'],
  objectives: 'framework',
  outsiders: 'on_request',
}

async function adoptPolicy(company: Company, { director, coordinator, consultant }: Cast): Promise<void> {
  const guide = readPolicyGuide.reply.parse(await ask(company, coordinator, ['GET', 'guides/policy']))
  if (guide.inForce !== null) return
  const seen = guide.draft === null ? null : { id: guide.draft.id, version: guide.draft.version }
  const body = { draft: seen, choices: CHOICES }
  const { id } = z
    .looseObject({ id: z.string() })
    .parse(await ask(company, coordinator, ['POST', 'guides/policy'], body))
  const text = (await rowsOf(company, coordinator, 'document_version')).find((one) => one.id === id)
  if (text === undefined) throw new Error('cannot find the text of the policy')
  const reviewed = { is: true, reviewer: await personOf(company, coordinator), reviewedAt: company.day() }
  const { version } = await fill(company, coordinator, text, {
    contentFlags: {
      fitsPurpose: reviewed,
      hasObjectivesOrFramework: reviewed,
      commitsToRequirements: reviewed,
      commitsToImprovement: reviewed,
    },
  })
  expect(await refusalOf(company, consultant, 'guides/policy/adopted', { id, version })).toEqual(CONSULTANT)
  await ask(company, director, ['POST', 'guides/policy/adopted'], { id, version })
}
