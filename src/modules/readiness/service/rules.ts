import { Refusal } from '../../../kernel/refusal.ts'
import { stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { stageNext } from '../../audits/domain/held.ts'
import type { ExplainedReply } from '../contract.ts'
import { changesWanted, dated } from '../domain/changes.ts'
import { explain } from '../domain/explain.ts'
import { type RuleReference, referenceOf } from '../domain/reference.ts'
import type { ReadinessQuestion } from '../service.ts'
import { caseOf, demandKnown, lastChangeOf, mayForesee, ruleSet } from './asking.ts'
import { seenRecords, withSeen } from './seen.ts'

export function listedRules(): { readonly ruleSet: string; readonly rules: readonly RuleReference[] } {
  const { version, rules } = ruleSet()
  return { ruleSet: version, rules: rules.map(referenceOf) }
}

/** The 25th page of evidence is not read by anybody: the first of it is named, the rest counted. */
const MOST_LOOKED_AT = 500

/** Where one rule stands, with every object. */
export async function explained(
  ctx: Context,
  asked: ReadinessQuestion & { readonly rule: string },
): Promise<ExplainedReply> {
  mayForesee(ctx)
  const at = asked.at ?? ctx.today()
  const mode = asked.mode ?? 'known'
  const rule = ruleSet(asked.ruleSet).byId.get(asked.rule)
  if (rule === undefined) throw new Refusal('not_found', 'readiness.no-rule', { values: { rule: asked.rule } })
  await demandKnown(ctx, at, mode)
  const isms = await stateAt(ctx, at, mode)
  const stage = asked.stage ?? stageNext(isms, at)
  const about = caseOf(ctx, isms, stage)
  const { finding, lookedAt, ...rest } = explain(about, at, rule)
  const found = finding === null ? [] : [finding]
  const start = about.world.plan.ismsStart
  const lastChange = await lastChangeOf(ctx, changesWanted(found), { at, mode, start })
  const seen = await withSeen(ctx, about, found)
  return {
    rule: referenceOf(rule),
    ruleSet: about.ruleSet.version,
    stage,
    mode,
    at,
    sequence: about.isms.sequence,
    isForecast: at > ctx.today(),
    ...rest,
    finding: finding === null ? null : seen(dated(finding, lastChange)),
    lookedAt: {
      count: lookedAt.length,
      records: await seenRecords(ctx, about, lookedAt.slice(0, MOST_LOOKED_AT)),
    },
  }
}
