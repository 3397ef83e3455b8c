import type { CalendarDate } from '../../../kernel/register.ts'
import { MOST_CELL_TEXT, type OutCell, type OutSheet } from '../../../kernel/sheet.ts'
import type { ReportedMethod, ReportedScaleRow } from './method.ts'
import type { ReadinessReport, ReportedFinding } from './readiness.ts'
import { type Cover, capital, type Speech } from './report.ts'
import type { ReportedRisk, RiskReport } from './risks.ts'
import type { ReportedReason, StatementReport } from './statement.ts'

const text = (value: string): OutCell => (value === '' ? null : { kind: 'text', text: value.slice(0, MOST_CELL_TEXT) })
const number = (value: number | null): OutCell => (value === null ? null : { kind: 'number', number: value })
const date = (value: CalendarDate | null): OutCell => (value === null ? null : { kind: 'date', date: value })

/** The statement as sheets: what it is, a row per control, what is left out, and what the reasons point at. */
export function statementSheets(report: StatementReport, { words }: Speech): readonly OutSheet[] {
  const lines = report.themes.flatMap((theme) => theme.lines.map((line) => ({ theme: theme.title, line })))
  return [
    coverSheet(report.cover, words('report.sheet.statement')),
    {
      name: words('report.sheet.controls'),
      header: [
        words('report.column.number'),
        words('report.column.control'),
        words('report.column.theme'),
        words('statement_line.included'),
        words('statement_line.inclusionReasons'),
        words('statement_line.exclusionJustification'),
        words('statement_line.implementationStatus'),
        words('statement_line.implementationDescription'),
        words('statement_line.owner'),
        words('statement_line.changedAt'),
      ],
      rows: lines.map(({ theme, line }) => [
        text(line.ref),
        text(line.title),
        text(theme),
        text(line.applies),
        text(line.reasons.map(reasonText).join('\n')),
        text(line.exclusion),
        text(line.status),
        text(line.how),
        text(line.owner),
        date(line.changedAt),
      ]),
    },
    {
      name: words('report.exclusions'),
      header: [
        words('report.column.number'),
        words('report.column.control'),
        words('statement_line.exclusionJustification'),
        words('report.column.checked'),
      ],
      rows: lines
        .filter(({ line }) => line.included === false)
        .map(({ line }) => [line.ref, line.title, line.exclusion, line.exclusionChecked].map(text)),
    },
    {
      name: words('report.sheet.references'),
      header: [words('report.column.number'), words('report.column.kind'), words('report.column.name')],
      rows: report.references.map((reference) => [reference.number, reference.kind, reference.title].map(text)),
    },
  ]
}

/** A reason in one line: its kind, the number of what it points at, and its words. */
function reasonText(reason: ReportedReason): string {
  const said = [reason.number ?? '', reason.text === reason.kind ? '' : reason.text].filter((part) => part !== '')
  return [reason.kind, said.join(' ')].filter((part) => part !== '').join(': ')
}

function coverSheet(cover: Cover, name: string): OutSheet {
  const notice = cover.notice === null ? [] : [[null, text(cover.notice)]]
  return {
    name,
    header: [cover.title, cover.organisation],
    rows: [
      ...notice,
      ...cover.facts.map(({ label, value }) => [text(label), text(value)]),
      ...cover.summary.map((sentence) => [null, text(sentence)]),
    ],
  }
}

/** The risk register as sheets: the method with its scales, the map, and a row per risk. */
export function riskSheets(report: RiskReport, speech: Speech): readonly OutSheet[] {
  const { words } = speech
  const method = report.method === null ? [] : methodSheets(report.method, speech)
  return [
    coverSheet(report.cover, words('report.sheet.risks')),
    {
      name: capital(words('risk.plural')),
      header: riskHeader(speech),
      rows: report.risks.map((risk) => riskRow(risk, speech)),
    },
    ...method,
  ]
}

function riskHeader({ words }: Speech): readonly string[] {
  const [now, after] = [words('report.column.now'), words('report.column.after')]
  const scored = (when: string): readonly string[] => [
    `${words('risk_score.likelihood')} ${when}`,
    `${words('risk_score.consequence')} ${when}`,
    `${words('risk_score.score')} ${when}`,
    `${words('risk_score.level')} ${when}`,
  ]
  return [
    words('report.column.number'),
    words('risk.title'),
    words('risk.scenario'),
    words('risk.owner'),
    words('risk.properties'),
    words('report.state'),
    ...scored(now),
    words('report.column.line'),
    words('risk.decision'),
    words('treatment.option'),
    words('treatment.controls'),
    ...scored(after),
    words('report.column.accepted'),
    words('risk.reviewAt'),
  ]
}

function riskRow(risk: ReportedRisk, { words }: Speech): readonly OutCell[] {
  const scored = (score: ReportedRisk['now']): readonly OutCell[] => [
    number(score?.likelihood ?? null),
    number(score?.consequence ?? null),
    number(score?.score ?? null),
    text(score?.level ?? ''),
  ]
  return [
    text(risk.number),
    text(risk.title),
    text(risk.scenario),
    text(risk.owner),
    text(risk.properties.join(', ')),
    text(risk.state),
    ...scored(risk.now),
    text(risk.now === null ? '' : words(risk.now.isAbove ? 'report.line.above' : 'report.line.within')),
    text(risk.decision),
    text(risk.options.join(', ')),
    text(risk.controls.join(', ')),
    ...scored(risk.after),
    text(risk.acceptance),
    date(risk.reviewAt),
  ]
}

function methodSheets(method: ReportedMethod, { words }: Speech): readonly OutSheet[] {
  const { map } = method
  const value = ({ value: of, name }: { readonly value: number; readonly name: string | null }): string =>
    name === null ? String(of) : `${of} ${name}`
  const scale = (row: ReportedScaleRow): readonly OutCell[] => [
    number(row.value),
    text(row.name),
    text(row.measure),
    text(row.definition),
  ]
  const scaleHeader = [
    words('report.column.value'),
    words('report.column.name'),
    words('report.column.measure'),
    words('report.column.definition'),
  ]
  return [
    { name: words('risk_method.likelihoodScale'), header: scaleHeader, rows: method.likelihoods.map(scale) },
    { name: words('risk_method.consequenceScale'), header: scaleHeader, rows: method.consequences.map(scale) },
    {
      name: words('risk_method.levels'),
      header: [
        words('risk_score.level'),
        words('risk_score.score'),
        words('report.column.line'),
        words('risk_method.authorityTable'),
      ],
      rows: method.levels.map((level) => [
        text(level.name),
        text(level.range),
        text(words(level.isAbove ? 'report.line.above' : 'report.line.within')),
        text(level.authority),
      ]),
    },
    {
      name: words('risk_method.matrix'),
      header: [words('report.map.corner'), ...map.consequences.map(value)],
      rows: map.rows.map(({ likelihood, cells }) => [
        text(value(likelihood)),
        ...cells.map(({ level, now }) => text([level, now.join(', ')].filter((part) => part !== '').join('\n'))),
      ]),
    },
  ]
}

/** What is expected as sheets: a row per finding, the open questions, and the days on which it changes. */
export function readinessSheets(report: ReadinessReport, { words }: Speech): readonly OutSheet[] {
  const rows = (kind: string, findings: readonly ReportedFinding[]) =>
    findings.map((finding) => [text(kind), ...findingCells(finding, words(`severity.${finding.severity}`))])
  return [
    coverSheet(report.cover, words('report.sheet.readiness')),
    {
      name: words('report.readiness.findings'),
      header: [
        words('report.column.kind'),
        words('report.readiness.severity'),
        words('report.readiness.clause'),
        words('report.readiness.rule'),
        words('report.readiness.finding'),
        words('report.readiness.objects'),
        words('report.readiness.since'),
        words('report.readiness.basis'),
        words('report.readiness.clears'),
        words('report.readiness.remedy'),
        words('report.readiness.who'),
      ],
      rows: [
        ...report.groups.flatMap(({ findings }) => rows(words('report.readiness.expected'), findings)),
        ...rows(words('report.readiness.known'), report.known),
        ...rows(words('report.readiness.preview'), report.preview),
      ],
    },
    {
      name: words('report.readiness.questions'),
      header: [words('report.readiness.clause'), words('report.readiness.question'), words('report.readiness.bars')],
      rows: report.questions.map(({ clause, question, bars }) => [
        text(clause),
        text(question),
        text(words(bars ? 'report.applies.yes' : 'report.applies.no')),
      ]),
    },
    {
      name: words('report.readiness.turns'),
      header: [words('report.readiness.day'), words('report.readiness.appears'), words('report.readiness.gone')],
      rows: report.turns.map(({ at, appears, clears }) => [
        date(at),
        text(appears.join('\n')),
        text(clears.join('\n')),
      ]),
    },
  ]
}

function findingCells(finding: ReportedFinding, severity: string): readonly OutCell[] {
  return [
    text(severity),
    text(finding.clause),
    text(finding.rule),
    text(finding.sentences.join('\n')),
    text(finding.objects.join(', ')),
    date(finding.since),
    text([finding.basis, ...finding.remarks].join('\n')),
    text(finding.clears),
    text(finding.remedy),
    text(finding.owner),
  ]
}
