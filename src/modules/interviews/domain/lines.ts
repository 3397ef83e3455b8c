import { addMonths } from '../../../kernel/calendar.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import { CLAUSE_ITEMS } from '../../../kernel/rule.ts'
import type { Language, Words } from '../../../kernel/text.ts'
import { clause } from '../../catalogue/domain/clauses.ts'
import { control } from '../../catalogue/domain/controls.ts'
import { termReference } from '../../catalogue/domain/terms.ts'
import type { Answers } from './chapters.ts'
import { allHold, questionsIn, type Truth } from './conditions.ts'
import { type Draft, type DraftSet, gapsOf, isLinkTo, type LinkTo } from './draft.ts'
import { type Chosen, treatedWith } from './risks.ts'
import { type StarterLine, starterLines } from './starter.ts'
import { onlyAnswered } from './values.ts'

/** What the answers say about a control: in, out, or null where the question is open. */
export function isIncluded(line: StarterLine, answers: Answers): Truth {
  return allHold(line.when, answers)
}

export function includedControls(answers: Answers): ReadonlySet<string> {
  return new Set(
    starterLines()
      .filter((line) => isIncluded(line, answers) === true)
      .map((line) => line.control),
  )
}

/** What reasons are looked for in. */
export interface Reasons {
  readonly answers: Answers
  readonly language: Language
  readonly risks: readonly Chosen[]
  /** Drafts of requirements. */
  readonly requirements: readonly Draft[]
}

/** The 93 lines: in with the risks, laws and contracts that ask for it, out with why, or left to decide. */
export function statementDrafts(reasons: Reasons): readonly Draft[] {
  return starterLines().map((line) => {
    const { answers } = reasons
    const set: DraftSet = {
      ref: termReference('control_2022', line.control),
      control: { to: `control:${line.control}` },
      ...decided(line, reasons),
    }
    return {
      key: lineKey(line.control),
      register: 'statement_line',
      set,
      because: onlyAnswered(questionsIn(line.when), answers),
      gaps: gapsOf('statement_line', set),
    }
  })
}

export const lineKey = (number: string): string => `line.${number}`

function decided(line: StarterLine, { answers, language, risks, requirements }: Reasons): DraftSet {
  const included = isIncluded(line, answers)
  if (included === null) return {}
  if (!included) return { included, exclusionJustification: line.out?.[language] ?? '' }
  const number = new Set([line.control])
  const from = (type: string, to: string): { readonly type: string; readonly link: LinkTo } => ({ type, link: { to } })
  return {
    included,
    inclusionReasons: [
      ...risks
        .filter((one) => one.isAbove && treatedWith(one, number).length > 0)
        .map(({ risk }) => from('risk', risk.key)),
      ...requirements.filter((one) => asksFor(one, line.control)).flatMap((one) => typeOf(one, from)),
      { type: 'business', text: line.reason[language] },
    ],
  }
}

function asksFor({ set }: Draft, number: string): boolean {
  const { answeredBy } = set
  return Array.isArray(answeredBy) && answeredBy.some((link) => isLinkTo(link) && link.to === `control:${number}`)
}

function typeOf<T>({ set, key }: Draft, from: (type: string, to: string) => T): readonly T[] {
  const { sourceType } = set
  return sourceType === 'law' || sourceType === 'contract' ? [from(sourceType, key)] : []
}

/** Clauses that deserve more of an auditor's time, in any organisation. */
const WEIGHTY: readonly string[] = ['6.1.2', '6.1.3', '8.1', '8.3', '9.1', '10.2']
/** So many risks above the line lean on a control: then it comes in the first year. */
const MANY_RISKS = 3
const YEARS = 3

export interface Programme {
  readonly answers: Answers
  readonly language: Language
  readonly words: Words
  readonly today: CalendarDate
  readonly risks: readonly Chosen[]
  readonly included: ReadonlySet<string>
}

/** Every clause each year, every control that is in once in three: what most risks lean on first (ISO/IEC 27001:2022, 9.2.2). */
export function programmeDrafts(programme: Programme): readonly Draft[] {
  const first = firstAudit(programme)
  const { language } = programme
  const clauses = CLAUSE_ITEMS.map((item) =>
    lineOf(`audit.${item}`, ['certificateDate'], programme, {
      title: `${item} ${clause(item)?.title[language] ?? ''}`.trim(),
      clauseItem: item,
      importance: WEIGHTY.includes(item) ? 'high' : 'medium',
      plannedDates: Array.from({ length: YEARS }, (_, year) => ({ on: addMonths(first, 12 * year) })),
    }),
  )
  const controls = [...programme.included].map((number, index) => controlLine(number, index, programme, first))
  return [...clauses, ...controls]
}

function controlLine(number: string, index: number, programme: Programme, first: CalendarDate): Draft {
  const leaning = programme.risks.filter((one) => one.isAbove && one.risk.controls.includes(number)).length
  const importance = leaning >= MANY_RISKS ? 'high' : leaning > 0 ? 'medium' : 'low'
  const year = importance === 'high' ? 0 : index % YEARS
  return lineOf(`audit.A.${number}`, ['certificateDate'], programme, {
    title: `${termReference('control_2022', number)} ${control(number)?.title[programme.language] ?? ''}`.trim(),
    control: { to: `control:${number}` },
    importance,
    importanceReason: programme.words('interview.leaning', { n: leaning }),
    plannedDates: [{ on: addMonths(first, 12 * year) }],
  })
}

function lineOf(key: string, because: readonly ['certificateDate'], { answers }: Programme, values: DraftSet): Draft {
  const set = { ...values, programme: { to: 'programme.first' } }
  return {
    key,
    register: 'programme_line',
    set,
    because: onlyAnswered(because, answers),
    gaps: gapsOf('programme_line', set),
  }
}

/** Months that the certification body still needs after the first internal audit, and those that it takes to have something to audit. */
const BEFORE_CERTIFICATE = 4
const AT_THE_EARLIEST = 3
const USUAL = 6

function firstAudit({ answers, today }: Programme): CalendarDate {
  const wanted = answers.certificateDate ?? null
  if (wanted === null) return addMonths(today, USUAL)
  const before = addMonths(wanted, -BEFORE_CERTIFICATE)
  const earliest = addMonths(today, AT_THE_EARLIEST)
  return before > earliest ? before : earliest
}
