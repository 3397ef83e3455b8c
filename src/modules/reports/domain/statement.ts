import type { Isms } from '../../../kernel/isms.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { themes } from '../../catalogue/domain/controls.ts'
import { termTitle } from '../../catalogue/domain/terms.ts'
import { requirement } from '../../parties/registers/requirement.ts'
import { countLines, type LineCounts, type LineView, viewsOf } from '../../statements/domain/overview.ts'
import type { Statement } from '../../statements/registers/statement.ts'
import type { StatementLine } from '../../statements/registers/statement-line.ts'
import {
  type Basis,
  basisFacts,
  byAndOn,
  type Cover,
  capital,
  type Fact,
  footerOf,
  nameOf,
  organisationNames,
  ownerOf,
  type Speech,
  scopeWording,
} from './report.ts'

/** Why a control applies: the kind of reason, and the record behind it where there is one. */
export interface ReportedReason {
  readonly kind: string
  /** The number of the record, `R-12`; null where the reason is in words only. */
  readonly number: string | null
  readonly text: string
}

export interface ReportedLine {
  readonly ref: string
  readonly title: string
  /** As it is kept: true, false, or null for undecided. */
  readonly included: boolean | null
  readonly applies: string
  readonly reasons: readonly ReportedReason[]
  readonly exclusion: string
  /** Who looked whether the exclusion is right, and when. */
  readonly exclusionChecked: string
  readonly implementationStatus: StatementLine['implementationStatus']
  readonly status: string
  readonly how: string
  readonly owner: string
  readonly changedAt: CalendarDate | null
}

export interface ReportedTheme {
  readonly title: string
  readonly counted: string
  readonly lines: readonly ReportedLine[]
}

/** A record that a reason names, so that a reader on paper can follow it. */
export interface Reference {
  readonly number: string
  readonly kind: string
  readonly title: string
}

export interface StatementReport {
  readonly cover: Cover
  readonly version: string
  readonly state: Statement['state']
  readonly counts: LineCounts
  readonly themes: readonly ReportedTheme[]
  readonly references: readonly Reference[]
}

export interface StatementSource extends Basis {
  readonly statement: Statement
  /** The lines that the version consists of. */
  readonly lines: readonly StatementLine[]
  /** The state in which those lines stand: that of the approval, else the same as `isms`. */
  readonly linesIn: Isms
  /** How many lines say something else now than this version does. */
  readonly changedSince: number
}

/** What an auditor asks of a statement of applicability (ISO/IEC 27001:2022, 6.1.3 d), in one language. */
export function statementReport(source: StatementSource, speech: Speech): StatementReport {
  const views = viewsOf(source.lines, source.linesIn, source.at)
  const counts = countLines(views)
  return {
    cover: coverOf(source, counts, speech),
    version: versionName(source.statement),
    state: source.statement.state,
    counts,
    themes: themesOf(views, source.linesIn, speech),
    references: referencesOf(views, source.linesIn, speech),
  }
}

function versionName({ versionLabel, number }: Statement): string {
  return versionLabel ?? number
}

function coverOf(source: StatementSource, counts: LineCounts, speech: Speech): Cover {
  const { statement, isms } = source
  const { words } = speech
  const { name } = organisationNames(isms)
  const isApproved = statement.state !== 'draft'
  const title = capital(words('statement'))
  return {
    language: speech.language,
    title,
    organisation: name,
    notice: isApproved ? null : words('report.statement.draft', { version: versionName(statement) }),
    facts: factsOf(source, speech),
    summary: summaryOf(counts, source.changedSince, speech),
    footer: footerOf([name, title, versionName(statement)].filter((part) => part !== '').join(' · '), source, speech),
    pageWords: words('report.page'),
  }
}

function summaryOf(counts: LineCounts, changedSince: number, { words }: Speech): readonly string[] {
  if (counts.undecided === counts.total) return [words('report.statement.nothing', { n: counts.total })]
  return [
    words('report.statement.summary', { ...counts }),
    ...(counts.undecided > 0 ? [words('report.statement.undecided', { n: counts.undecided })] : []),
    ...(changedSince > 0 ? [words('report.statement.changed', { n: changedSince })] : []),
  ]
}

function factsOf(source: StatementSource, speech: Speech): readonly Fact[] {
  const { statement, isms } = source
  const { words, day } = speech
  const { inForceAt } = statement
  return [
    { label: words('report.organisation'), value: organisationNames(isms).legal },
    { label: words('report.scope'), value: scopeWording(isms, speech) },
    { label: words('report.standard'), value: words('report.standard.value') },
    { label: words('report.version'), value: `${versionName(statement)} (${statement.number})` },
    { label: words('report.state'), value: words(`statement.state.${statement.state}`) },
    { label: words('report.approval'), value: approvalOf(statement, isms, speech) },
    ...(inForceAt === null ? [] : [{ label: words('report.inForce'), value: day(inForceAt) }]),
    ...(statement.owner === null ? [] : [{ label: words('report.owner'), value: nameOf(isms, statement.owner) }]),
    ...basisFacts(source, speech),
  ]
}

/** Approved here, stated on paper and confirmed, stated on paper and still a question, or not approved. */
function approvalOf(statement: Statement, isms: Isms, speech: Speech): string {
  const { words } = speech
  if (statement.approvedAt !== null) return byAndOn(nameOf(isms, statement.approvedBy), statement.approvedAt, speech)
  const { statedApproval: stated } = statement
  if (stated.by === null && stated.on === null) {
    return stated.status === null
      ? words('report.approval.none')
      : words('report.approval.status', { status: stated.status })
  }
  const paper = byAndOn(stated.by ?? '', stated.on, speech)
  if (stated.confirmedAt === null) return words('report.approval.paper', { paper })
  const confirmed = byAndOn(nameOf(isms, stated.confirmedBy), stated.confirmedAt, speech)
  return words('report.approval.confirmed', { paper, confirmed })
}

function themesOf(views: readonly LineView[], isms: Isms, speech: Speech): readonly ReportedTheme[] {
  const { words, language } = speech
  const named = themes().map(({ id, number, title }) => ({ id, title: `A.${number} ${title[language]}` }))
  return [...named, { id: 'own' as const, title: words('report.theme.own') }].flatMap(({ id, title }) => {
    const own = views.filter(({ theme }) => theme === id)
    if (own.length === 0) return []
    const counted = words('report.theme.counted', { ...countLines(own) })
    return [{ title, counted, lines: own.map((view) => lineOf(view, isms, speech)) }]
  })
}

function lineOf({ line, control }: LineView, isms: Isms, speech: Speech): ReportedLine {
  const { language } = speech
  const annexA = control?.annexA ?? null
  const named = annexA === null ? null : termTitle('control_2022', annexA, language)
  return {
    ref: line.ref,
    title: named ?? control?.title ?? '',
    included: line.included,
    applies: appliesText(line, speech),
    reasons: line.inclusionReasons.map((reason) => reasonOf(reason, isms, speech)),
    exclusion: line.exclusionJustification ?? '',
    exclusionChecked: byAndOn(nameOf(isms, line.exclusionConfirmedBy), line.exclusionConfirmedAt, speech),
    implementationStatus: line.implementationStatus,
    status: statusText(line, speech),
    how: line.implementationDescription ?? '',
    owner: ownerOf(isms, line, speech),
    changedAt: line.changedAt,
  }
}

function appliesText({ included }: StatementLine, { words }: Speech): string {
  if (included === null) return words('report.applies.undecided')
  return words(included ? 'report.applies.yes' : 'report.applies.no')
}

/** What is left out is not implemented either, and nobody asks how far it is. */
function statusText({ included, implementationStatus: status }: StatementLine, { words }: Speech): string {
  return status === null || included === false ? '' : words(`statement_line.implementationStatus.${status}`)
}

function reasonOf(reason: StatementLine['inclusionReasons'][number], isms: Isms, { words }: Speech): ReportedReason {
  const kind = reason.type === null ? '' : words(`statement_line.inclusionReasons.type.${reason.type}`)
  const number = isms.any(reason.link)?.number ?? null
  const text = [referenceName(isms, reason.link), reason.text ?? ''].filter((part) => part !== '').join(': ')
  return { kind, number, text: number === null && text === '' ? kind : text }
}

/** A requirement by its source (AVG art. 32), which is what an auditor looks up; anything else by its name. */
function referenceName(isms: Isms, id: RecordId | null): string {
  return isms.find(requirement, id)?.sourceRef ?? nameOf(isms, id)
}

function referencesOf(views: readonly LineView[], isms: Isms, { words }: Speech): readonly Reference[] {
  const ids = new Set(views.flatMap(({ line }) => line.inclusionReasons.map(({ link }) => link)))
  return [...ids]
    .flatMap((id) => {
      const record = isms.any(id)
      if (record === null) return []
      const source = isms.find(requirement, id)?.sourceRef ?? null
      const title = [source ?? '', nameOf(isms, id)].filter((part) => part !== '').join(': ')
      return [{ number: record.number, kind: capital(words(record.register)), title }]
    })
    .sort((a, b) => byNumber(a.number, b.number))
}

function byNumber(a: string, b: string): number {
  const [left, right] = [a, b].map((number) => number.lastIndexOf('-'))
  const [codeA, codeB] = [a.slice(0, left), b.slice(0, right)]
  return codeA === codeB
    ? Number(a.slice(codeA.length + 1)) - Number(b.slice(codeB.length + 1))
    : codeA < codeB
      ? -1
      : 1
}
