import { earliest } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll, ratio, together } from '../../../kernel/verdict.ts'
import { accessGrant } from '../../access/register.ts'
import { wasInForce } from '../../documents/domain/in-force.ts'
import { servesAs } from '../../documents/domain.ts'
import { type Document, document } from '../../documents/registers/document.ts'
import { documentVersion } from '../../documents/registers/document-version.ts'
import { isExcepted } from '../../exceptions/domain.ts'
import { exception } from '../../exceptions/register.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { isInPopulation } from '../domain/presence.ts'
import { type Person, person } from '../registers/person.ts'

const SCREENING = 'R-A.6.1-1'
const SCREENED: readonly Person['kind'][] = ['employee', 'contractor']

/**
 * From when on screening is asked: since a topic policy on it holds, else since the policy does, else since the ISMS started.
 * Whoever came before was taken on under other rules.
 */
function screenedSince({ isms, plan }: Facts): CalendarDate | null {
  const firstDay = (isAbout: (one: Document) => boolean): CalendarDate | null => {
    const versions = isms.all(document).flatMap((one) => {
      return isAbout(one) ? isms.pointing(documentVersion, 'document', one.id) : []
    })
    return earliest(...versions.filter(wasInForce).map(({ effectiveFrom }) => effectiveFrom))
  }
  const own = firstDay((one) => one.topicControls.includes('6.1'))
  return own ?? firstDay((one) => servesAs(one, 'infosec_policy')) ?? plan.ismsStart
}

const screenedBeforeStart = rule(
  SCREENING,
  {
    basis: 'N/O',
    stage: 'S2',
    worst: 'MAJ',
    reads: [person, unit, accessGrant, document, documentVersion, exception],
    remedy: { owner: 'coordinator', register: 'person', act: 'update' },
  },
  (facts) => {
    const since = screenedSince(facts)
    const here = facts.isms.all(person).filter((one) => isInPopulation(facts.isms, one, facts.moment))
    const isSince = (one: Person) => one.startDate !== null && since !== null && one.startDate >= since
    const screened = here.filter((one) => SCREENED.includes(one.kind) && isSince(one))
    const unknown = here.filter((one) => isUnknown(one) && (one.startDate === null || isSince(one)))
    return together(
      forAll(facts, { of: screened, grade: ratio(0.5) }, [
        {
          fails: (one, moment) => !isScreened(one) && !isExcepted(facts.isms, one.id, SCREENING, moment),
          fields: ['screeningDoneAt', 'startDate'],
        },
      ]),
      forAll(facts, unknown, [{ fails: () => 'unknown', fields: ['kind', 'startDate'] }]),
    )
  },
)

function isScreened({ screeningDoneAt, startDate }: Person): boolean {
  return screeningDoneAt !== null && startDate !== null && screeningDoneAt <= startDate
}

/** Whether he belongs to those who are screened cannot be told. */
function isUnknown(one: Person): boolean {
  const mayBeScreened = one.kind === null || SCREENED.includes(one.kind)
  return mayBeScreened && (one.kind === null || one.startDate === null)
}

const termsSigned = rule(
  'R-A.6.2-1',
  {
    basis: 'N',
    stage: 'S2',
    worst: 'MAJ',
    reads: [person, unit, accessGrant],
    remedy: { owner: 'coordinator', register: 'person', act: 'update' },
  },
  (facts) =>
    forAll(
      facts,
      {
        of: facts.isms.all(person),
        counts: (one, moment) => isInPopulation(facts.isms, one, moment),
        grade: ratio(0.5),
      },
      [
        {
          variant: 'unsigned',
          fails: (one) => one.termsSignedAt === null || one.confidentialitySignedAt === null,
          fields: ['termsSignedAt', 'confidentialitySignedAt'],
        },
        { variant: 'late', fails: isSignedLate, fields: ['termsSignedAt', 'confidentialitySignedAt', 'startDate'] },
      ],
    ),
)

/** Both on the first day at the latest. */
function isSignedLate({ termsSignedAt, confidentialitySignedAt, startDate }: Person): boolean | 'unknown' {
  if (startDate === null) return 'unknown'
  return [termsSignedAt, confidentialitySignedAt].some((signed) => signed !== null && signed > startDate)
}

export const rules: readonly Rule[] = [screenedBeforeStart, termsSigned]
