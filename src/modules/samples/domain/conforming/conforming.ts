import type { RecordId } from '../../../../kernel/register.ts'
import { organisation } from '../../../organisation/registers/organisation.ts'
import { type Builder, builder, type Making } from '../builder.ts'
import { type Auditing, addAudits } from './audits.ts'
import { addCertification, type Certification } from './certification.ts'
import { addContext, type Surroundings } from './context.ts'
import { addImproving, type Improving } from './improving.ts'
import { addIncidents, type Incidents } from './incidents.ts'
import { addInstructions } from './instructions.ts'
import { addMeasuring, type Measuring } from './measuring.ts'
import { addOperation, type Operation } from './operation.ts'
import { addOrganisational, type Organisational } from './organisational.ts'
import { addPeople, type People } from './people.ts'
import { addPolicy, type Policy } from './policy.ts'
import { addProtection, type Protection } from './protection.ts'
import { addResilience, type Resilience } from './resilience.ts'
import { addReviews, type Reviewing } from './reviews.ts'
import { addRisks, type Risks } from './risks.ts'
import { type Scheme, schemeOf, type Wanted } from './scheme.ts'
import { addStatement, type Soa } from './statement.ts'
import { addSupport, type Support } from './support.ts'

/** Handles to the records of the conforming organisation, so that a test can deviate from it. */
export interface Conforming
  extends People,
    Surroundings,
    Policy,
    Risks,
    Soa,
    Auditing,
    Reviewing,
    Certification,
    Operation,
    Measuring,
    Organisational,
    Incidents,
    Improving,
    Protection,
    Resilience,
    Support {
  readonly build: Builder
  readonly scheme: Scheme
  readonly organisation: RecordId
}

/** What to make, and how its ids and derived fields come about. */
export type Wish = Wanted & Pick<Making, 'name' | 'deriving'>

/**
 * An organisation in which everything that the rules ask is in order on the day that it is made for, and for months
 * around it. Unless told: twelve people, one web service in a public cloud, two weeks before stage 1, 18 risks of which
 * seven are treated, 93 lines of which 85 are in. All names are invented (sample data, after case A of the specification).
 */
export function conforming(wish: Wish = {}): Conforming {
  const scheme = schemeOf(wish)
  const build = builder({ ...wish, seed: scheme.seed, start: scheme.start, at: scheme.at })
  const own = addOrganisation(build, scheme)
  const people = addPeople(build, scheme)
  build.set(organisation, own, {
    parametersApprovedBy: people.director,
    parametersApprovedAt: scheme.after({ days: 25 }),
  })
  const soa = addStatement(build, people, scheme)
  const surroundings = addContext(build, { ...people, ...soa }, scheme)
  const policy = addPolicy(build, people, scheme)
  const risks = addRisks(build, { ...people, ...soa, ...surroundings }, scheme)
  const about = { ...people, ...soa, ...surroundings, ...policy, ...risks }
  const operation = addOperation(build, about, scheme)
  const measuring = addMeasuring(build, about, scheme)
  const organisational = addOrganisational(build, about, scheme)
  const incidents = addIncidents(build, { ...people, organisation: own }, scheme)
  const improving = addImproving(build, { ...people, ...incidents }, scheme)
  const protection = addProtection(build, about, scheme)
  const resilience = addResilience(build, about, scheme)
  addInstructions(build, people, scheme)
  const auditing = addAudits(build, about, scheme)
  const reviewing = addReviews(build, about, scheme)
  const certification = addCertification(build, { ...about, ...auditing }, scheme)
  // Last: it gives a proof of competence to everybody who holds a role by then.
  const support = addSupport(build, { ...people, organisation: own }, scheme)
  return {
    scheme,
    build,
    organisation: own,
    ...about,
    ...operation,
    ...measuring,
    ...organisational,
    ...incidents,
    ...improving,
    ...protection,
    ...resilience,
    ...auditing,
    ...reviewing,
    ...certification,
    ...support,
  }
}

function addOrganisation(build: Builder, scheme: Scheme): RecordId {
  const { stage2LastDay, surveillance } = scheme
  return build.add(
    organisation,
    {
      title: scheme.title,
      headcount: scheme.people,
      ismsStart: scheme.start,
      timeZone: 'Europe/Amsterdam',
      isSample: true,
      stagePlan: {
        stage1: scheme.stage1,
        stage1LastDay: null,
        stage2: scheme.stage2,
        stage2LastDay,
        surveillance: surveillance === null ? [] : [{ firstDay: surveillance, lastDay: null }],
        recertification: null,
      },
    },
    { key: 'organisation', validFrom: scheme.start },
  )
}
