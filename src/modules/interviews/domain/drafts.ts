import type { CalendarDate } from '../../../kernel/register.ts'
import type { Language, Words } from '../../../kernel/text.ts'
import { fiveByFive } from '../../risks/domain/presets.ts'
import type { Answers } from './chapters.ts'
import { allHold, questionsIn } from './conditions.ts'
import { type Draft, type DraftSet, gapsOf } from './draft.ts'
import { includedControls, programmeDrafts, statementDrafts } from './lines.ts'
import { chosenRisks, isBegun, type Measure, type RiskFacts, riskDrafts } from './risks.ts'
import { type Entry, entries, riskClasses } from './starter.ts'
import { type Filling, filledSet, onlyAnswered, questionsOf } from './values.ts'

export interface Drafting {
  readonly language: Language
  readonly words: Words
  readonly today: CalendarDate
  /** The method that the organisation has already; without one the usual five by five is proposed. */
  readonly measure?: Measure | null
}

/** Version label of everything that nobody has approved yet. */
const FIRST_VERSION = '0.1'

/** The register whose one record is completed, never made. */
export const ORGANISATION = 'organisation'

/**
 * Everything that the answers lead to, each once, in an order in which it can be made. Nothing in it is decided: states
 * are the first ones, scores say that they are estimates. While no question is answered there is nothing.
 */
export function draftsOf(answers: Answers, drafting: Drafting): readonly Draft[] {
  if (!isBegun(answers)) return []
  const { language, words, today } = drafting
  const measure = drafting.measure ?? proposedMeasure(words)
  const risks = chosenRisks(answers, measure)
  const wanted = entries().filter(({ when, key }) => allHold(when, answers) === true && !isDouble(key, answers))
  const keys = new Set(['method.first', ...wanted.map(({ key }) => key), ...risks.map(({ risk }) => risk.key)])
  const filling: Filling = { answers, language, today, keys, aliases: aliasesOf(answers) }
  const plain = wanted.map((entry) => entryDraft(entry, filling))
  const included = includedControls(answers)
  const facts: RiskFacts = { answers, language, words, measure, included, keys }
  const requirements = plain.filter(({ register }) => register === 'requirement')
  return [
    organisationDraft(answers),
    methodDraft(drafting, filling),
    ...plain,
    ...risks.flatMap((one) => riskDrafts(one, facts)),
    ...statementDrafts({ answers, language, risks, requirements }),
    ...programmeDrafts({ answers, language, words, today, risks, included }),
  ]
}

/** Every key that any answers could lead to, but for what only comes along with another. */
export function everyKey(): readonly { readonly key: string; readonly when: readonly string[] }[] {
  return [...entries(), ...riskClasses().flatMap(({ risks }) => risks)].map(({ key, when }) => ({ key, when }))
}

function entryDraft(entry: Entry, filling: Filling): Draft {
  const set = filledSet(entry.set, filling)
  return {
    key: entry.key,
    register: entry.register,
    set,
    because: onlyAnswered([...questionsIn(entry.when), ...questionsOf(entry.set)], filling.answers),
    gaps: gapsOf(entry.register, set),
  }
}

/** What the organisation's own page can take over; only where it says nothing yet. */
function organisationDraft(answers: Answers): Draft {
  const { headcount, sector, certificateDate, hoursDirector, hoursCoordinator } = answers
  const set: DraftSet = {
    headcount: headcount ?? null,
    sector: sector ?? null,
    pathPlan: {
      targetDate: certificateDate ?? null,
      hoursPerWeek: { director: hoursDirector ?? null, coordinator: hoursCoordinator ?? null },
    },
  }
  const because = ['headcount', 'sector', 'certificateDate', 'hoursDirector', 'hoursCoordinator'] as const
  return { key: ORGANISATION, register: ORGANISATION, set, because: onlyAnswered(because, answers), gaps: [] }
}

function methodDraft({ language, words }: Drafting, { keys }: Filling): Draft {
  const { likelihoodScale, consequenceScale, consequenceCategories, authorityTable, levels, matrix, ...rest } =
    fiveByFive(words)
  const rows = { likelihoodScale, consequenceScale, consequenceCategories, authorityTable, levels, matrix }
  const owner = ['person.director', 'person.coordinator'].find((key) => keys.has(key))
  const set: DraftSet = {
    ...rest,
    ...Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.map((row) => ({ ...row }))])),
    versionLabel: FIRST_VERSION,
    scenarioClasses: riskClasses().map((of) => ({ name: of.class[language] })),
    ...(owner === undefined ? {} : { owner: { to: owner } }),
  }
  return { key: 'method.first', register: 'risk_method', set, because: [], gaps: gapsOf('risk_method', set) }
}

function proposedMeasure(words: Words): Measure {
  return { ...fiveByFive(words), versionLabel: FIRST_VERSION }
}

export function isSameName(a: string | null | undefined, b: string | null | undefined): boolean {
  const plain = (name: string): string => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('nl')
  return Boolean(a) && Boolean(b) && plain(a ?? '') === plain(b ?? '')
}

/** Whom the answers name. Who is named twice stands in the register of people once, as the first of them. */
const NAMED = [
  ['person.director', 'directorName'],
  ['person.coordinator', 'coordinatorName'],
  ['person.service', 'serviceName'],
  ['person.it', 'itName'],
] as const

function isDouble(key: string, answers: Answers): boolean {
  return NAMED.some(([person]) => person === key) && firstNamed(key, answers) !== key
}

function firstNamed(key: string, answers: Answers): string {
  const question = NAMED.find(([person]) => person === key)?.[1]
  const name = question === undefined ? null : answers[question]
  return NAMED.find(([, other]) => isSameName(answers[other], name))?.[0] ?? key
}

/** Where nobody coordinates yet, what would be the coordinator's is the director's; whoever works alone does everything. */
function aliasesOf(answers: Answers): ReadonlyMap<string, string> {
  const isAlone = (answers.headcount ?? 2) <= 1
  const pairs = NAMED.flatMap(([person, question]): readonly (readonly [string, string])[] => {
    if (answers[question]) return [[person, firstNamed(person, answers)]]
    return person === 'person.coordinator' || isAlone ? [[person, 'person.director']] : []
  })
  return new Map(pairs)
}
