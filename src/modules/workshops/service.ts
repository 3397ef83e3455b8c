import type { z } from 'zod'
import type { AsOfMode } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import { may } from '../../kernel/permission.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { CalendarDate } from '../../kernel/register.ts'
import { type ChangeInput, change, changeAll } from '../../platform/store/change.ts'
import { presentState, stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { methodOf, openRisks } from '../risks/domain/levels.ts'
import { levelOf, rankOf } from '../risks/domain/method.ts'
import { type Risk, risk } from '../risks/registers/risk.ts'
import { riskAssessment } from '../risks/registers/risk-assessment.ts'
import type { RiskMethod } from '../risks/registers/risk-method.ts'
import { riskScore } from '../risks/registers/risk-score.ts'
import type { readWorkshop, sayOpinion, settleRisk } from './contract.ts'
import { opinionOf, type Tabled, tables } from './domain.ts'
import { riskOpinion } from './register.ts'

type Reply = z.input<typeof readWorkshop.reply>

/** The table as it lies on a day. */
export async function workshop(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Reply> {
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const groups = tables(isms, openRisks(isms))
  const all = groups.flatMap(([, risks]) => risks)
  const { person } = ctx.actor
  return {
    me: person,
    groups: groups.map(([name, risks]) => ({ name, risks: risks.map(tabledReply) })),
    done: all.filter(({ isDone }) => isDone).length,
    total: all.length,
    can: {
      opine: person !== null && may(ctx.actor, 'create', riskOpinion.access).ok,
      settle: may(ctx.actor, 'update', risk.access).ok,
    },
  }
}

function tabledReply({ risk: one, score, opinions, spread, isDone }: Tabled): Reply['groups'][number]['risks'][number] {
  const { id, version, number, title, scenario, state, owner, decision, priority } = one
  return {
    id,
    version,
    number,
    title,
    scenario,
    state,
    owner,
    decision,
    priority,
    score:
      score === null
        ? null
        : {
            likelihood: score.likelihood,
            consequence: score.consequence,
            level: score.level,
            rationale: score.rationale,
          },
    opinions: opinions.map(({ id: of, by, likelihood, consequence, note }) => ({
      id: of,
      by,
      likelihood,
      consequence,
      note,
    })),
    spread: spread === null ? null : { ...spread },
    isDone,
  }
}

/** One opinion per person and risk: said again it is changed. Throws conflict where the account is linked to no person. */
export async function opine(
  ctx: Context,
  { risk: about, ...said }: z.infer<typeof sayOpinion.body>,
): Promise<{ readonly id: string }> {
  const { person } = ctx.actor
  if (person === null) throw new Refusal('conflict', 'workshop.no-person')
  const isms = await presentState(ctx)
  const known = opinionOf(isms, about, person)
  const spoken = Object.entries(said).filter(
    (entry): entry is [string, string | number | null] => entry[1] !== undefined,
  )
  const set = { ...Object.fromEntries(spoken), at: ctx.today() }
  const made =
    known === null
      ? await change(ctx, { register: riskOpinion.name, act: 'create', set: { risk: about, by: person, ...set } })
      : await change(ctx, { register: riskOpinion.name, act: 'update', id: known.id, set })
  return { id: made.id }
}

/**
 * What the table agreed on, whole or not at all: a score of today by the method that holds, with its reason; owner and decision of
 * the risk; and its state as far as that goes without anybody's approval. Accepting it stays with its owner.
 */
export async function settle(
  ctx: Context,
  asked: z.infer<typeof settleRisk.body>,
): Promise<z.input<typeof settleRisk.reply>> {
  const isms = await presentState(ctx)
  const one = isms.find(risk, asked.risk)
  if (one === null || one.state === 'closed') throw new Refusal('not_found', 'record.unknown')
  const method = methodOf(isms, momentOf(ctx.today()))
  if (method === null) throw new Refusal('conflict', 'workshop.no-method')
  const level = levelOf(method, asked.likelihood, asked.consequence)
  if (level === null) throw new Refusal('invalid', 'workshop.off-scale')
  const running = isms.all(riskAssessment).find(({ state }) => state === 'in_progress')
  const { likelihood, consequence, rationale, owner, decision } = asked
  const score: ChangeInput = {
    register: riskScore.name,
    act: 'create',
    set: {
      risk: one.id,
      kind: 'current',
      likelihood,
      consequence,
      rationale,
      level: level.level,
      score: level.score,
      method: method.id,
      methodVersion: method.versionLabel,
      assessment: running?.id ?? null,
      scoredBy: ctx.actor.person,
      scoredAt: ctx.today(),
    },
  }
  // The worse goes first, until somebody ranks them otherwise.
  const priority = decision === 'treat' ? (one.priority ?? priorityOf(method, level.level)) : one.priority
  const risks: readonly ChangeInput[] = [
    { register: risk.name, act: 'update', id: one.id, version: asked.version, set: { owner, decision, priority } },
    ...stepsFrom(one, decision).map((act) => ({ register: risk.name, act, id: one.id })),
  ]
  const made = await changeAll(ctx, [score, ...risks])
  return { id: one.id, version: made.at(-1)?.version ?? one.version, level: level.level }
}

/** From where a risk stands to where it is weighed; one that was weighed before and is scored anew stays where it is. */
function stepsFrom(one: Risk, decision: Risk['decision']): readonly string[] {
  const weighed = decision === null ? [] : decision === 'treat' ? ['evaluate', 'treat'] : ['evaluate']
  if (one.state === 'draft' || one.state === 'identified') return ['analyse', ...weighed]
  return one.state === 'analysed' ? weighed : []
}

/** The highest level comes first, the one below it second. */
function priorityOf(method: Pick<RiskMethod, 'levels'>, level: string): number | null {
  const rank = rankOf(method, level)
  return rank === null ? null : method.levels.length - rank
}
