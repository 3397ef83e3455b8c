import type { z } from 'zod'
import { type AsOfMode, type Isms, idsAt } from '../../../kernel/isms.ts'
import type { GuardDecision } from '../../../kernel/module.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Registry } from '../../../kernel/registry.ts'
import { history, type Title } from '../../../platform/store/read.ts'
import { presentState, registerUpTo, stateAt, stateUpTo } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { control } from '../../controls/register.ts'
import type { compareStatements, currentStatement, listStatementVersions, StatementVersion } from '../contract.ts'
import { newestStatement } from '../domain/newest.ts'
import { activeLines, countLines, type LineView, mayApprove, mayConfirm, viewsOf } from '../domain/overview.ts'
import { difference, type LineDifference, type SUBSTANCE } from '../domain.ts'
import { type Statement, statement } from '../registers/statement.ts'
import { type StatementLine, statementLine } from '../registers/statement-line.ts'

type Current = z.input<typeof currentStatement.reply>
type Line = Current['lines'][number]
type Titles = Readonly<Record<string, Title>>

const LINE_LINKS = ['control', 'inclusionReasons.link', 'owner', 'ownerRole', 'exclusionConfirmedBy'] as const

/** The newest version with its lines as they stood on that day, and what may be done about it now. */
export async function current(ctx: Context, at: CalendarDate, mode: AsOfMode): Promise<Current> {
  const isms = await stateAt(ctx, at, mode)
  const newest = newestStatement(isms)
  const views = viewsOf(activeLines(isms), isms, at)
  const since = await newestFrozen(ctx, isms)
  const changed = new Map(since?.rows.map((row) => [row.control, row]))
  return {
    at,
    mode,
    sequence: isms.sequence,
    statement: newest === null ? null : versionOf(newest),
    since: since === null ? null : versionOf(since.statement),
    counts: countLines(views),
    lines: views.map((view) => lineReply(view, since === null ? null : (changed.get(view.line.control) ?? null))),
    titles: titlesIn(isms, ctx.registry, [
      ...views.flatMap(idsOfView),
      ...[newest, since?.statement ?? null].flatMap((each) => (each === null ? [] : idsOfVersion(each))),
    ]),
    can: abilities(ctx, { isms, newest, isPresent: at >= ctx.today() && mode === 'known' }),
  }
}

interface Frozen {
  readonly statement: Statement
  readonly rows: readonly LineDifference[]
}

/** The version approved last, and how the lines of this state differ from it. */
async function newestFrozen(ctx: Context, isms: Isms): Promise<Frozen | null> {
  const approved = isms.all(statement).findLast(({ approvedAt, state }) => state !== 'draft' && approvedAt !== null)
  if (approved === undefined) return null
  return { statement: approved, rows: difference(await linesOfVersion(ctx, approved, isms), activeLines(isms)) }
}

/** The registers in which the lines of a version stand: those of its approval, of a draft those of `isms`. */
export async function stateOfVersion(ctx: Context, of: Statement, isms: Isms): Promise<Isms> {
  const frozenAt = await frozenSequence(ctx, of)
  return frozenAt === null ? isms : stateUpTo(ctx, frozenAt)
}

async function linesOfVersion(ctx: Context, of: Statement, isms: Isms): Promise<readonly StatementLine[]> {
  const frozenAt = await frozenSequence(ctx, of)
  return activeLines(frozenAt === null ? isms : await registerUpTo(ctx, statementLine, frozenAt))
}

/** Where the version was approved by hand in its record, its lines are those from just before that entry. */
async function frozenSequence(ctx: Context, of: Statement): Promise<number | null> {
  if (of.frozenAt !== null || of.approvedAt === null) return of.frozenAt
  const approval = (await history(ctx, of.id)).find(({ act }) => act === 'approve')
  return approval === undefined ? null : approval.sequence - 1
}

function abilities(
  ctx: Context,
  { isms, newest, isPresent }: { readonly isms: Isms; readonly newest: Statement | null; readonly isPresent: boolean },
): Current['can'] {
  const no = (why: string): GuardDecision => ({ ok: false, why })
  if (!isPresent)
    return { start: no('statement.past'), approve: no('statement.past'), edit: false, confirm: no('statement.past') }
  const allowed = (verb: 'create' | 'approve'): GuardDecision => {
    const decision = may(ctx.actor, verb, statement.access)
    return decision.ok ? decision : no(`permission.${decision.why}`)
  }
  const first = (...decisions: readonly GuardDecision[]): GuardDecision =>
    decisions.find(({ ok }) => !ok) ?? { ok: true }
  return {
    start: first(allowed('create'), newest?.state === 'draft' ? no('statement.draft-exists') : { ok: true }),
    approve: first(
      allowed('approve'),
      newest?.state === 'draft' ? { ok: true } : no('statement.no-draft'),
      mayApprove(isms, ctx.actor.person),
    ),
    edit: may(ctx.actor, 'update', statementLine.access).ok,
    confirm: first(
      allowed('approve'),
      ctx.actor.person === null ? no('approval.no-person') : { ok: true },
      newest === null ? no('statement.nothing-stated') : mayConfirm(newest.statedApproval),
    ),
  }
}

function lineReply({ line, control: of, theme, evidence, actions }: LineView, row: LineDifference | null): Line {
  const kind = row === null || row.kind === 'removed' ? null : row.kind
  return {
    id: line.id,
    version: line.version,
    ref: line.ref,
    control: line.control,
    annexA: of?.annexA ?? null,
    title: of?.title ?? '',
    theme,
    ...substanceOf(line),
    changedAt: line.changedAt,
    exclusionConfirmedBy: line.exclusionConfirmedBy,
    exclusionConfirmedAt: line.exclusionConfirmedAt,
    exclusionWrong: line.exclusionWrong,
    evidence:
      evidence === null
        ? null
        : {
            id: evidence.record.id,
            until: evidence.until,
            ageDays: evidence.ageDays,
            intervalMonths: evidence.intervalMonths,
            isFresh: evidence.isFresh,
          },
    actions: actions.map(({ id, owner, due }) => ({ id, owner, due })),
    changed: kind === null || row === null ? null : { kind, fields: row.fields },
  }
}

function substanceOf(line: StatementLine): Pick<StatementLine, (typeof SUBSTANCE)[number]> {
  return {
    included: line.included,
    inclusionReasons: line.inclusionReasons,
    exclusionJustification: line.exclusionJustification,
    implementationStatus: line.implementationStatus,
    implementationDescription: line.implementationDescription,
    owner: line.owner,
    ownerRole: line.ownerRole,
    ownerStated: line.ownerStated,
  }
}

/** All versions, newest first, each with the counts of its own lines. */
export async function versions(
  ctx: Context,
  at: CalendarDate,
  mode: AsOfMode,
): Promise<z.input<typeof listStatementVersions.reply>> {
  const isms = await stateAt(ctx, at, mode)
  const all = isms.all(statement).toReversed()
  const counted: z.input<typeof listStatementVersions.reply>['versions'] = []
  for (const each of all) {
    const lines = await linesOfVersion(ctx, each, isms)
    counted.push({ statement: versionOf(each), counts: countLines(viewsOf(lines, isms, at)) })
  }
  return { versions: counted, titles: titlesIn(isms, ctx.registry, all.flatMap(idsOfVersion)) }
}

type Comparison = z.input<typeof compareStatements.reply>

/** Row by row what differs between two versions, each named by id, by number or as `now`. */
export async function compare(ctx: Context, from: string, to: string): Promise<Comparison> {
  const isms = await presentState(ctx)
  const [before, after] = [await sideOf(ctx, isms, from), await sideOf(ctx, isms, to)]
  const rows = difference(before.lines, after.lines)
  const lines = rows.flatMap((row) => [row.before, row.after]).filter((line) => line !== null)
  return {
    from: before.statement === null ? null : versionOf(before.statement),
    to: after.statement === null ? null : versionOf(after.statement),
    rows: rows.map((row) => {
      const of = isms.find(control, row.control)
      return {
        control: row.control,
        ref: row.ref,
        annexA: of?.annexA ?? null,
        title: of?.title ?? '',
        kind: row.kind,
        fields: row.fields,
        before: row.before === null ? null : substanceOf(row.before),
        after: row.after === null ? null : substanceOf(row.after),
      }
    }),
    titles: titlesIn(isms, ctx.registry, [
      ...lines.flatMap(idsOfLine),
      ...[before.statement, after.statement].flatMap((each) => (each === null ? [] : idsOfVersion(each))),
    ]),
  }
}

async function sideOf(
  ctx: Context,
  isms: Isms,
  named: string,
): Promise<{ readonly statement: Statement | null; readonly lines: readonly StatementLine[] }> {
  if (named === 'now') return { statement: null, lines: activeLines(isms) }
  const found = isms.all(statement).find(({ id, number }) => id === named || number === named)
  if (found === undefined) throw new Refusal('not_found', 'record.unknown')
  return { statement: found, lines: await linesOfVersion(ctx, found, isms) }
}

export function versionOf(of: Statement): StatementVersion {
  const { statedApproval: stated } = of
  const isStated = stated.by !== null || stated.on !== null || stated.status !== null
  return {
    id: of.id,
    number: of.number,
    version: of.version,
    title: of.title,
    versionLabel: of.versionLabel,
    state: of.state,
    owner: of.owner,
    note: of.note,
    approvedBy: of.approvedBy,
    approvedAt: of.approvedAt,
    inForceAt: of.inForceAt,
    frozenAt: of.frozenAt,
    stated: isStated ? stated : null,
  }
}

function idsOfLine(line: StatementLine): readonly RecordId[] {
  return LINE_LINKS.flatMap((path) => idsAt({ ...line }, path))
}

function idsOfView({ line, evidence, actions }: LineView): readonly RecordId[] {
  const due = actions.flatMap(({ id, owner }) => (owner === null ? [id] : [id, owner]))
  return [...idsOfLine(line), ...(evidence === null ? [] : [evidence.record.id]), ...due]
}

function idsOfVersion(of: Statement): readonly RecordId[] {
  return [of.owner, of.approvedBy, of.statedApproval.confirmedBy].filter((id) => id !== null)
}

/** What records were called in this state: a past page shows past names. */
export function titlesIn(isms: Isms, registry: Registry, ids: readonly RecordId[]): Titles {
  const entries = [...new Set(ids)].flatMap((id): readonly (readonly [string, Title])[] => {
    const record = isms.any(id)
    if (record === null) return []
    const named = record[registry.get(record.register).title]
    const title = typeof named === 'string' ? named : ''
    return [[id, { register: record.register, number: record.number, title, state: record.state }]]
  })
  return Object.fromEntries(entries)
}
