import { describe, expect, test } from 'vitest'
import { addDays } from '../../kernel/calendar.ts'
import { rules } from '../../rules.gen.ts'
import { project } from '../development/registers/project.ts'
import { release } from '../development/registers/release.ts'
import { documentVersion } from '../documents/registers/document-version.ts'
import { service } from '../organisation/registers/service.ts'
import { type Conforming, conforming } from '../samples/domain/conforming/conforming.ts'
import { statementLine } from '../statements/registers/statement-line.ts'
import { ask } from './test/ask.ts'
import { asked } from './test/asked.ts'
import { check, type Turn } from './test/turn.ts'

/** So many more projects that are being built without a word about security. */
function careless({ build }: Conforming, count: number): void {
  for (let made = 0; made < count; made += 1) {
    build.add(project, {
      title: `Zonder beveiliging ${made}`,
      touchesInformation: true,
      startsOn: '2026-01-01',
      buildStartsOn: '2026-02-01',
    })
  }
}

/** All releases as they are, and so many more of this week that nobody but the maker looked at. */
function hasty({ build, officer }: Conforming, count: number): void {
  for (let made = 0; made < count; made += 1) {
    build.add(
      release,
      {
        title: `Snel ${made}`,
        madeBy: [officer],
        reviewedBy: officer,
        securityTest: 'passed',
        releasedAt: addDays('2026-02-24', made),
      },
      { state: 'released' },
    )
  }
}

const TURNS: readonly Turn[] = [
  {
    rule: 'R-A.5.8-1',
    what: 'one of two without requirements',
    deviate: (org) => careless(org, 1),
    expected: ['MIN', 'unprepared'],
  },
  {
    rule: 'R-A.5.8-1',
    what: 'three of four without requirements',
    deviate: (org) => careless(org, 3),
    expected: ['MAJ', 'unprepared'],
  },
  {
    rule: 'R-A.5.8-1',
    what: 'no risk in the register',
    deviate: ({ build, project: one }) => build.set(project, one, { risks: [] }),
    expected: ['MIN', 'unprepared'],
  },
  {
    rule: 'R-A.5.8-1',
    what: 'agreed after building had begun',
    deviate: ({ build, project: one }) =>
      build.set(project, one, { securityAgreedAt: '2026-02-02', buildStartsOn: '2026-02-01' }),
    expected: ['MIN', 'late'],
  },
  {
    rule: 'R-A.5.8-1',
    what: 'building begins tomorrow',
    deviate: ({ build, project: one }) => build.set(project, one, { risks: [], buildStartsOn: '2026-03-03' }),
    expected: null,
  },
  {
    rule: 'R-A.5.8-1',
    what: 'it touches no information',
    deviate: ({ build, project: one }) => build.set(project, one, { risks: [], touchesInformation: false }),
    expected: null,
  },
  {
    rule: 'R-A.5.8-1',
    what: 'it has been closed',
    deviate: ({ build, project: one }) => build.set(project, one, { risks: [], state: 'closed' }),
    expected: null,
  },
  {
    rule: 'R-A.8.25-1',
    what: 'no rules, and software is what it sells',
    deviate: ({ build, developmentRules }) => build.remove(developmentRules),
    expected: ['MAJ', 'none'],
  },
  {
    rule: 'R-A.8.25-1',
    what: 'rules that are being written',
    deviate: ({ build, developmentRules }) => build.set(documentVersion, developmentRules, { state: 'draft' }),
    expected: ['MIN', 'draft'],
  },
  {
    rule: 'R-A.8.25-1',
    what: 'no rules, and software is not what it sells',
    deviate: ({ build, developmentRules, service: offered }) => {
      build.remove(developmentRules)
      build.set(service, offered, { developsSoftware: false })
    },
    expected: ['MIN', 'none'],
  },
  {
    rule: 'R-A.8.25-1',
    what: 'the maker looked at it himself',
    deviate: (org) => hasty(org, 1),
    expected: ['MIN', 'unreviewed'],
  },
  {
    rule: 'R-A.8.25-1',
    what: 'most were looked at by the maker himself',
    deviate: (org) => hasty(org, 5),
    expected: ['MAJ', 'unreviewed'],
  },
  {
    rule: 'R-A.8.25-1',
    what: 'a test that failed',
    deviate: ({ build, releases }) => build.set(release, releases.at(-1) ?? '', { securityTest: 'failed' }),
    expected: ['MIN', 'untested'],
  },
  {
    rule: 'R-A.8.25-1',
    what: 'findings that somebody accepted',
    deviate: ({ build, releases }) => build.set(release, releases.at(-1) ?? '', { securityTest: 'accepted' }),
    expected: null,
  },
  {
    rule: 'R-A.8.25-1',
    what: 'a version that is not in use yet',
    deviate: ({ build }) => build.add(release, { title: 'Volgend jaar' }),
    expected: null,
  },
  {
    rule: 'R-A.8.25-1',
    what: 'the statement leaves the control out',
    deviate: (org) => {
      org.build.remove(org.developmentRules)
      org.build.set(statementLine, org.lines.get('8.25') ?? '', { included: false })
    },
    expected: null,
  },
]

describe('the rules on projects and development', () => {
  test.each(TURNS)('$rule: $what', (turn) => check(turn))

  test('trip once and rest once each', () => {
    const ids = rules.map(({ id }) => id).filter((id) => /^R-A\.(?:5\.8|8\.25)-/.test(id))
    for (const id of ids) {
      const turns = TURNS.filter(({ rule }) => rule === id)
      const both = [turns.some(({ expected }) => expected !== null), turns.some(({ expected }) => expected === null)]
      expect([id, ...both]).toEqual([id, true, true])
    }
  })

  test.each([
    ['whether a project touches information', { touchesInformation: null }, 'unstated'],
    ['when building begins', { risks: [], buildStartsOn: null }, 'undated'],
  ])('ask %s', (_, set, variant) => {
    const org = conforming()
    org.build.set(project, org.project, set)
    expect(asked(org, /^R-A\.5\.8-/)).toEqual([`R-A.5.8-1 ${variant}`])
  })

  test('ask whether software is the service where rules are missing and nobody says so', () => {
    const org = conforming()
    org.build.remove(org.developmentRules)
    org.build.set(service, org.service, { developsSoftware: null })
    const answer = ask(org.build.isms(), { stage: 'S2' })
    expect(answer.minor.map(({ rule }) => rule)).toContain('R-A.8.25-1')
    expect(asked(org, /^R-A\.8\.25-/)).toEqual(['R-A.8.25-1 software'])
  })
})
