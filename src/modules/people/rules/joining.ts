import { earliest } from '../../../kernel/calendar.ts'
import type { Moment } from '../../../kernel/moment.ts'
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
    const counts = (one: Person, moment: Moment) => isInPopulation(facts.isms, one, moment)
    const all = (isIn: (one: Person) => boolean) => () => facts.isms.all(person).filter(isIn)
    const isSince = (one: Person) => one.startDate !== null && since !== null && one.startDate >= since
    const screened = all((one) => SCREENED.includes(one.kind) && isSince(one))
    const unknown = all((one) => isUnknown(one) && (one.startDate === null || isSince(one)))
    return together(
      forAll(facts, { of: screened, counts, grade: ratio(0.5) }, [
        {
          fails: (one, moment) => !isScreened(one) && !isExcepted(facts.isms, one.id, SCREENING, moment),
          fields: ['screeningDoneAt', 'startDate'],
        },
      ]),
      forAll(facts, { of: unknown, counts }, [{ fails: () => 'unknown', fields: ['kind', 'startDate'] }]),
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
        of: () => facts.isms.all(person),
        counts: (one, moment) => isInPopulation(facts.isms, one, moment),
        grade: ratio(0.5),
      },
      [
        {
          variant: 'unsigned',
          fails: (one) => one.termsSignedAt === null || one.confidentialitySignedAt === null,
          fields: ['termsSignedAt', 'confidentialitySignedAt'],
        },
        {
          variant: 'late',
          fails: (one) => isSignedLate(facts, one),
          fields: ['termsSignedAt', 'confidentialitySignedAt', 'startDate'],
        },
      ],
    ),
)

/**
 * Both on the first day at the latest. Whoever was there before the ISMS could not sign for what nobody asked then: of him
 * the signatures only have to be there, as no auditor asks more of a contract of twenty years ago.
 */
function isSignedLate({ plan }: Facts, one: Person): boolean | 'unknown' {
  const { termsSignedAt, confidentialitySignedAt, startDate } = one
  if (startDate === null) return 'unknown'
  if (plan.ismsStart !== null && startDate < plan.ismsStart) return false
  return [termsSignedAt, confidentialitySignedAt].some((signed) => signed !== null && signed > startDate)
}

export const rules: readonly Rule[] = [screenedBeforeStart, termsSigned]
