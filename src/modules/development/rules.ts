import { isInLookBack } from '../../kernel/interval.ts'
import type { Moment } from '../../kernel/moment.ts'
import { type Facts, type Rule, type RuleResult, rule } from '../../kernel/rule.ts'
import {
  breach,
  failing,
  forAll,
  isFilled,
  lookedFor,
  okay,
  ratio,
  together,
  undetermined,
} from '../../kernel/verdict.ts'
import { inForceAt, versionsOf } from '../documents/domain/in-force.ts'
import { document } from '../documents/registers/document.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { type Service, service } from '../organisation/registers/service.ts'
import { type Project, project } from './registers/project.ts'
import { type Release, release } from './registers/release.ts'

/** Running now, by its own dates. */
function isRunning({ startsOn, endsOn }: Project, moment: Moment): boolean {
  return moment.during(startsOn, endsOn)
}

/** The requirements are there, and the risks too. */
function isPrepared({ securityRequirements, risks }: Project): boolean {
  return isFilled(securityRequirements) && risks.length > 0
}

const projectsSecured = rule(
  'R-A.5.8-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    reads: [project],
    remedy: { owner: 'object_owner', register: 'project', act: 'update' },
  },
  (facts) => {
    const open = facts.isms.all(project).filter((one) => one.state === 'open' && one.touchesInformation !== false)
    return forAll(facts, { of: open, counts: isRunning, grade: ratio(0.5) }, [
      {
        variant: 'unprepared',
        fails: (one, moment) =>
          one.touchesInformation === true && !isPrepared(one) && moment.reached(one.buildStartsOn),
        fields: ['securityRequirements', 'risks', 'buildStartsOn'],
      },
      {
        variant: 'late',
        fails: (one, moment) =>
          one.touchesInformation === true && isAgreedLate(one) && moment.reached(one.buildStartsOn),
        fields: ['securityAgreedAt', 'buildStartsOn'],
      },
      {
        variant: 'unstated',
        fails: (one) => (one.touchesInformation === null ? 'unknown' : false),
        fields: ['touchesInformation'],
      },
      {
        // Nobody said when building begins, so nobody can tell whether the requirements come in time.
        variant: 'undated',
        fails: (one) => (!isPrepared(one) && one.buildStartsOn === null ? 'unknown' : false),
        fields: ['buildStartsOn'],
      },
    ])
  },
)

function isAgreedLate({ securityAgreedAt, buildStartsOn }: Project): boolean {
  return securityAgreedAt !== null && buildStartsOn !== null && securityAgreedAt > buildStartsOn
}

function services({ isms }: Facts): readonly Service[] {
  return isms.all(service).filter(({ state, inScope }) => state === 'active' && inScope !== false)
}

/** Whether software is what the organisation delivers; unknown where a service does not say. */
function isSoftwareHouse(facts: Facts): boolean | 'unknown' {
  const offered = services(facts)
  if (offered.some(({ developsSoftware }) => developsSoftware === true)) return true
  return offered.some(({ developsSoftware }) => developsSoftware === null) ? 'unknown' : false
}

function rulesInForce(facts: Facts): RuleResult {
  const { isms, moment } = facts
  const inForce = inForceAt(isms, 'development_rules', moment).map(({ version }) => version)
  if (inForce.length > 0) return okay(inForce)
  const drafts = versionsOf(isms, 'development_rules').map(({ version }) => version)
  const isMain = isSoftwareHouse(facts)
  const missing = breach({
    variant: drafts.length === 0 ? 'none' : 'draft',
    // Rules that are being written are there, though they do not hold yet, as with the policy (R-5.2-1).
    severity: isMain === true && drafts.length === 0 ? 'MAJ' : 'MIN',
    failing: drafts.slice(-1).map((version) => failing(version, ['state'])),
    lookedAt: drafts,
    lookedFor: [lookedFor('in_force', { type: { keys: ['document.type.development_rules'] } })],
  })
  if (isMain !== 'unknown' || drafts.length > 0) return missing
  const silent = services(facts).filter(({ developsSoftware }) => developsSoftware === null)
  const question = {
    variant: 'software',
    values: { n: silent.length },
    objects: silent.map(({ id }) => id),
    watch: silent.map(({ id }) => ({ id, fields: ['developsSoftware'] })),
  }
  return together(missing, undetermined([question]))
}

/** By somebody who did not make it; where nobody says who made it, whoever looked at it was another. */
function isReviewed({ reviewedBy, madeBy }: Release): boolean {
  return reviewedBy !== null && !madeBy.includes(reviewedBy)
}

const developedSecurely = rule(
  'R-A.8.25-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    reads: [document, documentVersion, service, release],
    looksBack: true,
    remedy: { owner: 'object_owner', register: 'release', act: 'update' },
  },
  (facts) => {
    const released = facts.isms.all(release).filter(({ state }) => state === 'released' || state === 'withdrawn')
    const checked = forAll(
      facts,
      { of: released, counts: (one, moment) => isInLookBack(facts, moment, one.releasedAt), grade: ratio(0.5) },
      [
        { variant: 'unreviewed', fails: (one) => !isReviewed(one), fields: ['reviewedBy', 'madeBy'] },
        {
          // A test that failed or was not done is none; findings that somebody accepted are.
          variant: 'untested',
          fails: ({ securityTest }) => securityTest !== 'passed' && securityTest !== 'accepted',
          fields: ['securityTest'],
        },
      ],
    )
    return together(rulesInForce(facts), checked)
  },
)

export const rules: readonly Rule[] = [projectsSecured, developedSecurely]
