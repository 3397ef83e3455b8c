import { describe, expect, test } from 'vitest'
import { rules } from '../../rules.gen.ts'
import { action } from '../actions/register.ts'
import { decision } from '../approvals/registers/decision.ts'
import { asset } from '../assets/registers/asset.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { ismsRiskOpportunity } from '../processes/registers/isms-risk-opportunity.ts'
import { risk } from '../risks/registers/risk.ts'
import { riskMethod } from '../risks/registers/risk-method.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import { check, type Turn } from './test/turn.ts'

const TURNS: readonly Turn[] = [
  {
    rule: 'R-6.1.1-1',
    what: 'no opportunity',
    deviate: ({ build, opportunity }) => build.remove(opportunity),
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-6.1.1-1',
    what: 'a risk that comes from nothing',
    deviate: ({ build, ismsRisk }) => build.set(ismsRiskOpportunity, ismsRisk, { arisesFrom: [] }),
    expected: ['MIN', 'unlinked'],
  },
  {
    rule: 'R-6.1.1-1',
    what: 'a risk with neither action nor reason',
    deviate: ({ build, ismsRisk }) => build.set(ismsRiskOpportunity, ismsRisk, { actions: [] }),
    expected: ['MIN', 'unplanned'],
  },
  {
    rule: 'R-6.1.1-1',
    what: 'a reason in place of an action',
    deviate: ({ build, ismsRisk }) =>
      build.set(ismsRiskOpportunity, ismsRisk, { actions: [], noActionReason: 'Te klein.' }),
    expected: null,
  },
  {
    rule: 'R-6.1.1-2',
    what: 'an action without a date',
    deviate: ({ build, ismsAction }) => build.set(action, ismsAction, { due: null }),
    expected: ['MIN', 'open'],
  },
  {
    rule: 'R-6.1.1-2',
    what: 'done a year and a day ago, and never evaluated',
    deviate: ({ build, ismsAction }) => build.set(action, ismsAction, { doneAt: '2025-03-01', state: 'done' }),
    expected: ['MIN', 'unevaluated'],
  },
  {
    rule: 'R-6.1.1-2',
    what: 'done a year ago today',
    deviate: ({ build, ismsAction }) => build.set(action, ismsAction, { doneAt: '2025-03-02', state: 'done' }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-1',
    what: 'no process document',
    deviate: ({ build, processVersion }) => build.remove(processVersion),
    expected: ['MAJ', 'no_process'],
  },
  {
    rule: 'R-6.1.2-1',
    what: 'a document that is being written',
    deviate: ({ build, processVersion }) => build.set(documentVersion, processVersion, { state: 'in_review' }),
    expected: ['MIN', 'draft_process'],
  },
  {
    rule: 'R-6.1.2-1',
    what: 'no method',
    deviate: ({ build, method }) => build.remove(method),
    expected: ['MAJ', 'no_method'],
  },
  {
    rule: 'R-6.1.2-1',
    what: 'a method that nobody approved',
    deviate: ({ build, method }) => build.set(riskMethod, method, { state: 'draft', approvedAt: null }),
    expected: ['MIN', 'draft_method'],
  },
  {
    rule: 'R-6.1.2-1',
    what: 'approved today',
    deviate: ({ build, method }) => build.set(riskMethod, method, { approvedAt: '2026-03-02' }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-a-1',
    what: 'no method',
    deviate: ({ build, method }) => build.remove(method),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.1.2-a-1',
    what: 'neither line nor authority',
    deviate: ({ build, method }) => build.set(riskMethod, method, { acceptanceThreshold: null, authorityTable: [] }),
    expected: ['MAJ', 'empty'],
  },
  {
    rule: 'R-6.1.2-a-1',
    what: 'nobody may accept',
    deviate: ({ build, method }) => build.set(riskMethod, method, { authorityTable: [] }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-6.1.2-a-1',
    what: 'approved by the officer',
    deviate: ({ build, method, officer }) => build.set(riskMethod, method, { approvedBy: officer }),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-6.1.2-a-1',
    what: 'a line for each category in place of one for all',
    deviate: ({ build, method }) =>
      build.set(riskMethod, method, {
        acceptanceThreshold: null,
        consequenceCategories: [{ category: 'money', threshold: 'low', definition: null }],
      }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-a-2',
    what: 'no triggers',
    deviate: ({ build, method }) => build.set(riskMethod, method, { triggers: [] }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.2-a-2',
    what: 'no interval',
    deviate: ({ build, method }) => build.set(riskMethod, method, { intervalMonths: null }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.2-a-2',
    what: 'one trigger',
    deviate: ({ build, method }) => build.set(riskMethod, method, { triggers: ['other'] }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-b-1',
    what: 'five of 25 scores off the scale',
    deviate: ({ build, scores }) => scores.slice(0, 5).forEach((id) => build.set(riskScore, id, { likelihood: 9 })),
    expected: ['MIN', 'off_scale'],
  },
  {
    rule: 'R-6.1.2-b-1',
    what: 'six of 25 scores off the scale',
    deviate: ({ build, scores }) => scores.slice(0, 6).forEach((id) => build.set(riskScore, id, { likelihood: 9 })),
    expected: ['MAJ', 'off_scale'],
  },
  {
    rule: 'R-6.1.2-b-1',
    what: 'scored by another version of the method',
    deviate: ({ build, scores }) => build.set(riskScore, scores[0] ?? '', { methodVersion: '0.9' }),
    expected: ['MIN', 'other_version'],
  },
  {
    rule: 'R-6.1.2-b-1',
    what: 'an old score that was superseded',
    deviate: ({ build, scores }) => build.set(riskScore, scores[0] ?? '', { likelihood: 9, state: 'superseded' }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-b-2',
    what: 'five of 18 without a reason',
    deviate: ({ build, scores }) =>
      scores.slice(0, 5).forEach((id) => build.set(riskScore, id, { rationale: 'Kort.' })),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.2-b-2',
    what: 'four of 18 without a reason',
    deviate: ({ build, scores }) => scores.slice(0, 4).forEach((id) => build.set(riskScore, id, { rationale: null })),
    expected: ['OFI'],
  },
  {
    rule: 'R-6.1.2-b-2',
    what: 'evidence in place of words',
    deviate: ({ build, scores, evidence }) =>
      build.set(riskScore, scores[0] ?? '', { rationale: null, evidence: [[...evidence.values()][0] ?? ''] }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-c-1',
    what: 'no risk',
    deviate: ({ build, risks }) => risks.forEach((id) => build.remove(id)),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-6.1.2-c-1',
    what: 'no risk to integrity',
    deviate: ({ build, risks }) =>
      risks.forEach((id) => build.set(risk, id, { properties: ['availability', 'confidentiality'] })),
    expected: ['MIN', 'property'],
  },
  {
    rule: 'R-6.1.2-c-1',
    what: 'information without a risk',
    deviate: ({ build }) =>
      build.add(asset, { title: 'Broncode', kind: 'information', personalData: false, inScope: true }),
    expected: ['MIN', 'asset'],
  },
  {
    rule: 'R-6.1.2-c-1',
    what: 'a scenario class without a risk',
    deviate: ({ build, method }) =>
      build.set(riskMethod, method, { approach: 'both', scenarioClasses: [{ name: 'Brand', consideredNone: null }] }),
    expected: ['MIN', 'class'],
  },
  {
    rule: 'R-6.1.2-c-1',
    what: 'a scenario class that was considered',
    deviate: ({ build, method }) =>
      build.set(riskMethod, method, {
        approach: 'both',
        scenarioClasses: [{ name: 'Brand', consideredNone: 'Niets te branden.' }],
      }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-c-1',
    what: 'information that was set aside with a reason',
    deviate: ({ build }) => {
      const id = build.add(asset, { title: 'Folders', kind: 'information', personalData: false, inScope: true })
      build.add(decision, { title: 'Geen risico', kind: 'not_relevant', subject: id, reason: 'Openbaar.' })
    },
    expected: null,
  },
  {
    rule: 'R-6.1.2-c-2',
    what: 'four of 18 without an owner',
    deviate: ({ build, risks }) => risks.slice(8, 12).forEach((id) => build.set(risk, id, { owner: null })),
    expected: ['MIN', 'unowned'],
  },
  {
    rule: 'R-6.1.2-c-2',
    what: 'five of 18 without an owner',
    deviate: ({ build, risks }) => risks.slice(8, 13).forEach((id) => build.set(risk, id, { owner: null })),
    expected: ['MAJ', 'unowned'],
  },
  {
    rule: 'R-6.1.2-c-2',
    what: 'an owner who may decide nothing',
    deviate: ({ build, risks, people }) => build.set(risk, risks[8] ?? '', { owner: people[6] ?? null }),
    expected: ['MIN', 'powerless'],
  },
  {
    rule: 'R-6.1.2-c-2',
    what: 'one risk only, and without an owner',
    deviate: ({ build, risks }) => {
      risks.slice(1).forEach((id) => build.remove(id))
      build.set(risk, risks[0] ?? '', { owner: null })
    },
    expected: ['MAJ', 'unowned'],
  },
  {
    rule: 'R-6.1.2-c-2',
    what: 'owned by a role that somebody holds',
    deviate: ({ build, risks, ownerRole }) => build.set(risk, risks[8] ?? '', { owner: null, ownerRole }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-d-1',
    what: 'four of 18 without a level',
    deviate: ({ build, scores }) => scores.slice(0, 4).forEach((id) => build.set(riskScore, id, { level: null })),
    expected: ['MIN', 'incomplete'],
  },
  {
    rule: 'R-6.1.2-d-1',
    what: 'five of 18 without a score',
    deviate: ({ build, scores }) => scores.slice(0, 5).forEach((id) => build.remove(id)),
    expected: ['MAJ', 'unscored'],
  },
  {
    rule: 'R-6.1.2-d-1',
    what: 'a draft without a score',
    deviate: ({ build, owners }) =>
      build.add(risk, { title: 'Nieuw', owner: owners[0], decision: 'accept', properties: ['integrity'] }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-d-2',
    what: 'a level that the matrix does not give',
    deviate: ({ build, scores }) => build.set(riskScore, scores[9] ?? '', { likelihood: 2, consequence: 4 }),
    expected: ['MIN'],
  },
  {
    rule: 'R-6.1.2-d-2',
    what: 'the level of the cell beside it, which is the same',
    deviate: ({ build, scores }) => build.set(riskScore, scores[9] ?? '', { likelihood: 2, consequence: 2 }),
    expected: null,
  },
  {
    rule: 'R-6.1.2-e-1',
    what: 'four of 18 undecided',
    deviate: ({ build, risks }) => risks.slice(8, 12).forEach((id) => build.set(risk, id, { decision: null })),
    expected: ['MIN', 'undecided'],
  },
  {
    rule: 'R-6.1.2-e-1',
    what: 'three undecided and two unranked: five of 18 together',
    deviate: ({ build, risks }) => {
      risks.slice(8, 11).forEach((id) => build.set(risk, id, { decision: null }))
      risks.slice(0, 2).forEach((id) => build.set(risk, id, { priority: null }))
    },
    expected: ['MAJ', 'undecided', 'unranked'],
  },
  {
    rule: 'R-6.1.2-e-1',
    what: 'accepted above the line',
    deviate: ({ build, risks }) => build.set(risk, risks[0] ?? '', { decision: 'accept' }),
    expected: ['MIN', 'above_line'],
  },
  {
    rule: 'R-6.1.2-e-1',
    what: 'treated although below the line',
    deviate: ({ build, risks }) => build.set(risk, risks[9] ?? '', { decision: 'treat', priority: 8 }),
    expected: null,
  },
]

describe('the rules on clauses 6.1.1 and 6.1.2', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => /^R-6\.1\.[12]-/.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })
})
