import { readFile } from 'node:fs/promises'
import type { FileReply } from '../../kernel/contract.ts'
import type { AsOfMode, Isms } from '../../kernel/isms.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import type { Stage } from '../../kernel/rule.ts'
import type { OutSheet } from '../../kernel/sheet.ts'
import type { Language, Words } from '../../kernel/text.ts'
import { nearby } from '../../platform/pdf/nearby.ts'
import { renderPdf } from '../../platform/pdf/pdf.ts'
import { rootAt } from '../../platform/store/checkpoint.ts'
import { slugOf } from '../../platform/store/organisation.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { writeWorkbook } from '../../platform/xlsx/write.ts'
import type { ForecastReply } from '../readiness/contract.ts'
import { forecast, readiness } from '../readiness/service.ts'
import { newestStatement } from '../statements/domain/newest.ts'
import { activeLines } from '../statements/domain/overview.ts'
import { difference } from '../statements/domain.ts'
import { type Statement, statement } from '../statements/registers/statement.ts'
import { stateOfVersion } from '../statements/service/read.ts'
import type { ReportFormat } from './contract.ts'
import { readinessPage, riskPage, statementPage } from './domain/page.ts'
import { type ReadinessReport, readinessReport } from './domain/readiness.ts'
import { type Basis, organisationNames, speechOf } from './domain/report.ts'
import { type RiskReport, riskReport } from './domain/risks.ts'
import { readinessSheets, riskSheets, statementSheets } from './domain/sheets.ts'
import { type StatementReport, statementReport } from './domain/statement.ts'

const TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const satisfies Record<ReportFormat, string>

/** A report is small enough to be whole in memory. */
export interface ReportFile extends FileReply {
  readonly bytes: Uint8Array
}

export interface Asked {
  readonly format: ReportFormat
  readonly language: Language
  readonly words: Words
  /** Today unless told. */
  readonly at?: CalendarDate | undefined
  readonly mode?: AsOfMode | undefined
}

export type StatementAsked = Asked & { readonly version?: string | undefined }

/** The statement of applicability as a file: the newest version of the day, or the one that is named. Throws not_found. */
export async function statementFile(ctx: Context, asked: StatementAsked): Promise<ReportFile> {
  return fileOf(await statementMade(ctx, asked))
}

/** What the file of the statement is made of; `fileOf` makes it, which needs no transaction any more. */
export async function statementMade(ctx: Context, asked: StatementAsked): Promise<Made> {
  const basis = await basisOf(ctx, asked)
  const found = versionIn(basis.isms, asked.version)
  if (found === null) throw new Refusal('not_found', 'statement.none')
  const linesIn = await stateOfVersion(ctx, found, basis.isms)
  const lines = activeLines(linesIn)
  const changedSince = difference(lines, activeLines(basis.isms)).length
  const speech = speechOf(asked.language, asked.words)
  const report = statementReport({ ...basis, statement: found, lines, linesIn, changedSince }, speech)
  return {
    ...toBeMade(ctx, asked),
    report,
    nameParts: [organisationNames(basis.isms).name, asked.words('statement'), report.version],
    template: 'statement.typ',
    page: () => statementPage(report, speech),
    sheets: () => statementSheets(report, speech),
  }
}

function versionIn(isms: Isms, number: string | undefined): Statement | null {
  if (number === undefined) return newestStatement(isms)
  return isms.all(statement).find((each) => each.number === number) ?? null
}

/** The risk register with its method and map as a file. */
export async function risksFile(ctx: Context, asked: Asked): Promise<ReportFile> {
  return fileOf(await risksMade(ctx, asked))
}

export async function risksMade(ctx: Context, asked: Asked): Promise<Made> {
  const basis = await basisOf(ctx, asked)
  const speech = speechOf(asked.language, asked.words)
  const report = riskReport(basis, speech)
  return {
    ...toBeMade(ctx, asked),
    report,
    nameParts: [organisationNames(basis.isms).name, asked.words('report.risks.title')],
    template: 'risks.typ',
    page: () => riskPage(report, speech),
    sheets: () => riskSheets(report, speech),
  }
}

/** The stage is that of the audit that comes next, unless told. */
export type ReadinessAsked = Asked & { readonly stage?: Stage | undefined }

/** What an auditor would be expected to find at a stage, and how that changes in a year, as a file for management. */
export async function readinessFile(ctx: Context, asked: ReadinessAsked): Promise<ReportFile> {
  return fileOf(await readinessMade(ctx, asked))
}

export async function readinessMade(ctx: Context, asked: ReadinessAsked): Promise<Made> {
  const { at, mode } = asked
  const answer = await readiness(ctx, { stage: asked.stage, at, mode })
  const { stage } = answer
  const { steps } = await forecast(ctx, { stage, from: answer.at })
  const basis = await basisOf(ctx, asked)
  const speech = speechOf(asked.language, asked.words)
  // The first step says how it stands on the day itself, which the answer tells better.
  const report = readinessReport(basis, { answer, turns: steps.slice(1).map(turnOf) }, speech)
  return {
    ...toBeMade(ctx, asked),
    report,
    nameParts: [
      organisationNames(basis.isms).name,
      asked.words('report.sheet.readiness'),
      asked.words(`stage.${stage}`),
    ],
    template: 'readiness.typ',
    page: () => readinessPage(report, speech),
    sheets: () => readinessSheets(report, speech),
  }
}

async function basisOf(ctx: Context, asked: Asked): Promise<Basis> {
  const [at, mode] = [asked.at ?? ctx.today(), asked.mode ?? 'known']
  const isms = await stateAt(ctx, at, mode)
  const root = Buffer.from(await rootAt(ctx, isms.sequence)).toString('hex')
  return { isms, at, mode, isPresent: at >= ctx.today(), root }
}

/** A report with all that its file needs. */
export interface Made {
  readonly format: ReportFormat
  readonly at: CalendarDate
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly report: StatementReport | RiskReport | ReadinessReport
  /** Of the file's name: whose, what, and which version. */
  readonly nameParts: readonly string[]
  readonly template: string
  readonly page: () => object
  readonly sheets: () => readonly OutSheet[]
}

function toBeMade(ctx: Context, asked: Asked): Pick<Made, 'format' | 'at' | 'createdAt'> {
  return { format: asked.format, at: asked.at ?? ctx.today(), createdAt: ctx.now().getTime() }
}

/** Sets a document or writes a workbook. Takes seconds, so no transaction is kept open for it. */
export async function fileOf(made: Made): Promise<ReportFile> {
  return {
    name: `${[...made.nameParts, made.at].map(slugOf).join('-')}.${made.format}`,
    type: TYPES[made.format],
    bytes: await bytesOf(made),
  }
}

async function bytesOf(made: Made): Promise<Uint8Array> {
  switch (made.format) {
    case 'json':
      return Buffer.from(JSON.stringify(made.report), 'utf8')
    case 'xlsx':
      return writeWorkbook(made.sheets())
    case 'pdf':
      return renderPdf({
        template: await templateText(made.template),
        files: { 'look.typ': await templateText('look.typ'), 'report.json': JSON.stringify(made.page()) },
        createdAt: made.createdAt,
      })
  }
}

function templateText(name: string): Promise<string> {
  return readFile(nearby(import.meta.url, `./templates/${name}`, `../templates/${name}`), 'utf8')
}

/** A report names what clears; where it stood before is in the day before. */
function turnOf({
  at,
  appears,
  clears,
}: ForecastReply['steps'][number]): Parameters<typeof readinessReport>[1]['turns'][number] {
  return { at, appears, clears: clears.map(({ rule }) => rule) }
}
