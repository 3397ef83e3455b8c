import type { z } from 'zod'
import type { Isms } from '../../../kernel/isms.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { type Decision, may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, change, changeAll } from '../../../platform/store/change.ts'
import { presentState, registerUpTo } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { mayDecide } from '../../risks/domain/decisions.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import type { approveStatement, changeStatementLines, confirmStatedApproval, startStatement } from '../contract.ts'
import { newestStatement } from '../domain/newest.ts'
import { activeLines, controlsWithoutLine, mayConfirm } from '../domain/overview.ts'
import { difference } from '../domain.ts'
import { type Statement, statement } from '../registers/statement.ts'
import { statementLine } from '../registers/statement-line.ts'
import { versionOf } from './read.ts'

function demand(decision: Decision): void {
  if (!decision.ok) throw new Refusal('forbidden', `permission.${decision.why}`)
}

/** A new draft, and a line, undecided, for every control that has none. One draft at a time: two would share their lines. */
export async function start(
  ctx: Context,
  asked: z.output<typeof startStatement.body>,
  words: Words,
): Promise<z.input<typeof startStatement.reply>> {
  demand(may(ctx.actor, 'create', statement.access))
  const isms = await presentState(ctx)
  if (newestStatement(isms)?.state === 'draft') throw new Refusal('conflict', 'statement.draft-exists')
  if (isms.all(statement).some(({ versionLabel }) => versionLabel === asked.version)) {
    throw new Refusal('conflict', 'statement.version-taken', { values: { version: asked.version } })
  }
  const lines = missingLines(isms)
  const id = ctx.newId()
  const title = asked.title ?? isms.all(statement).at(-1)?.title ?? words('statement.firstTitle')
  const set = { title, versionLabel: asked.version }
  await changeAll(ctx, [{ register: statement.name, act: 'create', id, set }, ...lines])
  return { statement: versionOf(await draftOf(ctx, id)), linesMade: lines.length }
}

function missingLines(isms: Isms): readonly ChangeInput[] {
  return controlsWithoutLine(isms).map(({ id, ref, number }) => ({
    register: statementLine.name,
    act: 'create',
    set: { ref: ref ?? number, control: id },
  }))
}

/** The version as the registers have it; also one that this transaction made. Throws not_found. */
async function draftOf(ctx: Context, id: string): Promise<Statement> {
  const found = (await presentState(ctx)).find(statement, id)
  if (found === null) throw new Refusal('not_found', 'record.unknown')
  return found
}

/**
 * Approves a draft: its lines are frozen at the last entry before the approval, the version in force makes way, and this
 * one takes its place. Refused where a line changed after what the approver saw.
 */
export async function approve(
  ctx: Context,
  asked: z.output<typeof approveStatement.body>,
): Promise<z.input<typeof approveStatement.reply>> {
  demand(may(ctx.actor, 'approve', statement.access))
  const isms = await presentState(ctx)
  if (asked.sequence !== undefined) await refuseUnseen(ctx, isms, asked.sequence)
  const reason = asked.reason ?? null
  await change(ctx, {
    register: statement.name,
    act: 'approve',
    id: asked.id,
    version: asked.version,
    set: { frozenAt: isms.sequence },
    reason,
  })
  for (const { id } of isms.all(statement).filter(({ state }) => state === 'in_force' || state === 'approved')) {
    await change(ctx, { register: statement.name, act: 'supersede', id })
  }
  await change(ctx, { register: statement.name, act: 'putInForce', id: asked.id })
  return { statement: versionOf(await draftOf(ctx, asked.id)) }
}

/** INVARIANT: a signature covers what the signer saw. What changed meanwhile is shown first. */
async function refuseUnseen(ctx: Context, isms: Isms, seen: number): Promise<void> {
  if (seen >= isms.sequence) return
  const rows = difference(activeLines(await registerUpTo(ctx, statementLine, seen)), activeLines(isms))
  if (rows.length === 0) return
  throw new Refusal('conflict', 'statement.changed-since', {
    values: { n: rows.length },
    attached: { refs: rows.map(({ ref }) => ref), sequence: isms.sequence },
  })
}

/** Several lines as one change: each by its version, all or none. */
export async function changeLines(
  ctx: Context,
  asked: z.output<typeof changeStatementLines.body>,
): Promise<z.input<typeof changeStatementLines.reply>> {
  const isms = await presentState(ctx)
  const inputs = asked.lines.map(({ id, version, set }): ChangeInput => {
    const before = isms.find(statementLine, id)
    if (before === null) throw new Refusal('not_found', 'record.unknown')
    demand(may(ctx.actor, 'update', statementLine.access, before.owner))
    const reason = asked.reason ?? null
    return { register: statementLine.name, act: 'update', id, version, set: withoutUndefined(set), reason }
  })
  const made = await changeAll(ctx, inputs)
  return { lines: made.map(({ id, version }) => ({ id, version })) }
}

type LineSet = z.output<typeof changeStatementLines.body>['lines'][number]['set']

function withoutUndefined(set: LineSet): JsonObject {
  return Object.fromEntries(
    Object.entries(set).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])),
  )
}

/**
 * The person with the authority confirms what a file said about his approval: for a statement top management or the
 * coordinator, for a risk its owner (6.1.3 f). Until then it stays a question (DESIGN, settled early, 3).
 */
export async function confirm(
  ctx: Context,
  asked: z.output<typeof confirmStatedApproval.body>,
): Promise<z.input<typeof confirmStatedApproval.reply>> {
  const of = asked.register === 'risk' ? risk : statement
  demand(may(ctx.actor, 'approve', of.access))
  const { person } = ctx.actor
  if (person === null) throw new Refusal('conflict', 'approval.no-person')
  const found = (await presentState(ctx)).find(of, asked.id)
  if (found === null) throw new Refusal('not_found', 'record.unknown')
  const decision = mayConfirm(found.statedApproval)
  if (!decision.ok) throw new Refusal('conflict', decision.why)
  if (isRisk(found)) {
    const own = mayDecide(found, person)
    if (!own.ok) throw new Refusal('conflict', own.why)
  }
  const confirmedAt = ctx.today()
  const made = await change(ctx, {
    register: of.name,
    act: 'update',
    id: asked.id,
    version: asked.version,
    set: { statedApproval: { ...found.statedApproval, confirmedAt, confirmedBy: person } },
  })
  return { id: made.id, version: made.version, confirmedAt, confirmedBy: person }
}

function isRisk(record: Risk | Statement): record is Risk {
  return record.register === risk.name
}
