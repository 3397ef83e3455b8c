import type { ReportedScaleRow, RiskMap } from './method.ts'
import type { ReadinessReport, ReportedFinding } from './readiness.ts'
import { capital, type Speech } from './report.ts'
import type { ReportedScore, RiskReport } from './risks.ts'
import type { StatementReport } from './statement.ts'

// What the templates read: the report, and every word that they print beside it.

export function statementPage(report: StatementReport, { words }: Speech): object {
  return {
    report,
    words: {
      number: words('report.column.number'),
      control: words('report.column.control'),
      applies: words('statement_line.included'),
      why: words('report.column.why'),
      status: words('statement_line.implementationStatus'),
      how: words('statement_line.implementationDescription'),
      owner: words('statement_line.owner'),
      exclusions: words('report.exclusions'),
      noExclusions: words('report.exclusions.none'),
      exclusion: words('statement_line.exclusionJustification'),
      checked: words('report.column.checked'),
      references: words('report.references'),
      kind: words('report.column.kind'),
      name: words('report.column.name'),
    },
  }
}

export function readinessPage(report: ReadinessReport, speech: Speech): object {
  const { words, day } = speech
  const told = (findings: readonly ReportedFinding[]) =>
    findings.map((one) => ({ ...one, since: one.since === null ? '' : day(one.since) }))
  return {
    report: {
      ...report,
      groups: report.groups.map((group) => ({ ...group, findings: told(group.findings) })),
      known: told(report.known),
      preview: told(report.preview),
      turns: report.turns.map((turn) => ({ ...turn, at: day(turn.at) })),
    },
    words: {
      clause: words('report.readiness.clause'),
      finding: words('report.readiness.finding'),
      since: words('report.readiness.since'),
      remedy: words('report.readiness.remedy'),
      who: words('report.readiness.who'),
      basis: words('report.readiness.basis'),
      clears: words('report.readiness.clears'),
      lookedFor: words('report.readiness.lookedFor'),
      questions: words('report.readiness.questions'),
      bars: words('report.readiness.bars'),
      known: words('report.readiness.known'),
      preview: words('report.readiness.preview'),
      turns: words('report.readiness.turns'),
      turnsNote: words('report.readiness.turns.note'),
      noTurns: words('report.readiness.turns.none'),
      day: words('report.readiness.day'),
      appears: words('report.readiness.appears'),
      gone: words('report.readiness.gone'),
      none: words('report.readiness.none'),
    },
  }
}

export function riskPage(report: RiskReport, speech: Speech): object {
  const { words, day } = speech
  const { unplaced, method } = report
  const risks = report.risks.map((risk) => ({
    ...risk,
    now: scoreText(risk.now, speech),
    after: scoreText(risk.after, speech),
    review: risk.reviewAt === null ? '' : day(risk.reviewAt),
  }))
  return {
    report: { ...report, risks },
    unplaced: unplaced.length === 0 ? null : words('report.map.unplaced', { numbers: unplaced.join(', ') }),
    map: method === null ? null : mapText(method.map, speech),
    consequences: method === null ? null : consequenceTable(method.consequences, speech),
    words: { ...tableWords(speech), ...methodWords(speech) },
  }
}

/** Numbers as the language writes them: a likelihood of two and a half is 2,5 in Dutch. */
function scoreText(score: ReportedScore | null, { number }: Speech): object | null {
  if (score === null) return null
  const text = (value: number | null): string => (value === null ? '?' : number(value))
  const isFilled = score.likelihood !== null || score.consequence !== null
  return {
    level: score.level,
    density: score.density,
    score: score.score === null ? '' : number(score.score),
    from: isFilled ? `${text(score.likelihood)} × ${text(score.consequence)}, ${score.kind}` : score.kind,
  }
}

/** More numbers than this in one cell of the map say less than their count. */
const MOST_NUMBERS = 9

function mapText(map: RiskMap, { words }: Speech): object {
  const told = (numbers: readonly string[]): string =>
    numbers.length > MOST_NUMBERS ? words('report.map.many', { n: numbers.length }) : numbers.join(', ')
  const rows = map.rows.map(({ likelihood, cells }) => ({
    likelihood,
    cells: cells.map((cell) => ({ ...cell, now: told(cell.now), after: told(cell.after) })),
  }))
  return { ...map, rows }
}

/** The scale of consequences as a table: a row for each value, a column for each kind. */
function consequenceTable(rows: readonly ReportedScaleRow[], { words }: Speech): object {
  const kinds = [...new Set(rows.map(({ measure }) => measure))]
  const values = [...new Set(rows.flatMap(({ value }) => (value === null ? [] : [value])))]
  return {
    kinds: kinds.map((kind) => (kind === '' ? words('report.column.definition') : kind)),
    rows: values.map((value) => {
      const own = rows.filter((row) => row.value === value)
      return {
        value,
        name: own[0]?.name ?? '',
        definitions: kinds.map((kind) => own.find(({ measure }) => measure === kind)?.definition ?? ''),
      }
    }),
  }
}

function tableWords({ words }: Speech): object {
  return {
    number: words('report.column.number'),
    risk: words('risk.title'),
    risks: capital(words('risk.plural')),
    noRisks: words('report.risks.none'),
    owner: words('risk.owner'),
    touches: words('risk.properties'),
    now: capital(words('report.column.now')),
    after: capital(words('report.column.after')),
    choice: words('report.column.choice'),
    controls: words('treatment.controls'),
    accepted: words('report.column.accepted'),
    review: words('report.column.review'),
  }
}

function methodWords({ words }: Speech): object {
  return {
    map: words('report.map.title'),
    mapCaption: words('report.map.caption'),
    mapNow: words('report.map.now'),
    mapAfter: words('report.map.after'),
    corner: words('report.map.corner'),
    method: words('report.method.title'),
    levels: words('risk_method.levels'),
    level: words('risk_score.level'),
    score: words('risk_score.score'),
    line: words('report.column.line'),
    above: words('report.line.above'),
    within: words('report.line.within'),
    authority: words('risk_method.authorityTable'),
    likelihood: words('risk_method.likelihoodScale'),
    consequence: words('risk_method.consequenceScale'),
    value: words('report.column.value'),
    name: words('report.column.name'),
    often: words('report.column.often'),
    definition: words('report.column.definition'),
  }
}
