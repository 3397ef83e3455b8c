import type { RecordId } from '../../../../kernel/register.ts'
import { organisation } from '../../../organisation/registers/organisation.ts'
import { type Builder, builder } from '../builder.ts'
import { addContext, type Surroundings } from './context.ts'
import { addPeople, type People } from './people.ts'
import { addPolicy, type Policy } from './policy.ts'
import { addRisks, type Risks } from './risks.ts'
import { addStatement, type Soa } from './statement.ts'

/** Handles to the records of the conforming organisation, so that a test can deviate from it. */
export interface Conforming extends People, Surroundings, Policy, Risks, Soa {
  readonly build: Builder
  readonly organisation: RecordId
}

/**
 * A small organisation in which everything that ask is in order from 2026-03-02 to the summer: twelve
 * people, one web service in a public cloud, 18 risks of which seven are treated, 93 lines of which 85 are in. All names
 * are invented (sample data, after case A of the specification).
 */
export function conforming(name?: (count: number) => RecordId): Conforming {
  const build = builder(name)
  const own = build.add(organisation, {
    title: 'Kiekendief Software B.V. (voorbeeld)',
    headcount: 12,
    ismsStart: '2025-10-01',
    timeZone: 'Europe/Amsterdam',
    stagePlan: {
      stage1: '2026-03-16',
      stage1LastDay: null,
      stage2: '2026-05-18',
      stage2LastDay: null,
      surveillance: [],
      recertification: null,
    },
  })
  const people = addPeople(build)
  const soa = addStatement(build, people)
  const surroundings = addContext(build, people, soa)
  const policy = addPolicy(build, people)
  const risks = addRisks(build, people, soa, surroundings)
  return { build, organisation: own, ...people, ...soa, ...surroundings, ...policy, ...risks }
}
