import type { z } from 'zod'
import type { Isms } from '../../../kernel/isms.ts'
import { may } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { controls } from '../../catalogue/domain/controls.ts'
import { risk } from '../../risks/registers/risk.ts'
import { ANNEX_A_COUNT } from '../../statements/domain/newest.ts'
import { treatedRisks, treatmentsOf } from '../../treatments/domain/treated.ts'
import { annexAComparison } from '../../treatments/registers/annex-a-comparison.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import { treatmentPlan } from '../../treatments/registers/treatment-plan.ts'
import type { makeComparison, readComparisonGuide } from '../contract/comparison.ts'
import { changedSince, comparedControls, lastComparison, openComparison } from '../domain/comparing.ts'
import { countingOf } from '../domain/treating.ts'
import { demandUpdate } from './demand.ts'
import type { AskedOn } from './treatment.ts'

type Reply = z.input<typeof readComparisonGuide.reply>

/** The 93 with what leads to them, as of a day. */
export async function comparisonGuide(ctx: Context, asked: AskedOn): Promise<Reply> {
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const last = lastComparison(isms)
  return {
    controls: comparedControls(isms),
    risks: treatedRisks(isms).map(({ id, number, title }) => ({ id, number, title })),
    last:
      last === null
        ? null
        : {
            id: last.id,
            number: last.number,
            comparedAt: last.comparedAt,
            by: last.by,
            missed: last.missed,
            note: last.note,
            isWhole: new Set(last.references).size >= ANNEX_A_COUNT,
            changed: changedSince(isms, last),
          },
    can: { compare: mayCompare(ctx, isms) },
  }
}

/** A comparison that is prepared is filled in, which asks for more than making one. */
function mayCompare(ctx: Context, isms: Isms): boolean {
  const open = openComparison(isms)
  const { access } = annexAComparison
  return may(ctx.actor, 'create', access).ok && (open === null || may(ctx.actor, 'update', access, open.by).ok)
}

type Missed = z.infer<typeof makeComparison.body>['missed']

/** All 93 were looked at: what was forgotten goes into a treatment, and the comparison says so. All or nothing. */
export async function compareAll(
  ctx: Context,
  { missed, note }: z.infer<typeof makeComparison.body>,
  words: Words,
): Promise<z.input<typeof makeComparison.reply>> {
  const isms = await presentState(ctx)
  const plan = isms.all(treatmentPlan).findLast(({ state }) => state !== 'superseded') ?? null
  const open = openComparison(isms)
  if (open !== null) demandUpdate(ctx, annexAComparison, open.by)
  const title = open?.title ?? words('guide.comparison.record', { total: ANNEX_A_COUNT })
  const comparison: ChangeInput = {
    register: annexAComparison.name,
    ...(open === null ? { act: 'create' } : { act: 'update', id: open.id, version: open.version }),
    set: {
      title,
      comparedAt: ctx.today(),
      by: ctx.actor.person,
      plan: plan?.id ?? null,
      planVersion: plan?.versionLabel ?? null,
      references: controls().map(({ id }) => id),
      missed: [...new Set(missed.map(({ annexA }) => annexA))],
      note,
    },
  }
  const made = (await changeAll(ctx, [...additions(ctx, isms, missed), comparison])).at(-1)
  if (made === undefined) throw new Error('cannot lose the comparison')
  return { id: made.id, number: made.number }
}

/** What was forgotten, put into the treatments of the risks that need it: one change for each treatment. */
function additions(ctx: Context, isms: Isms, missed: Missed): readonly ChangeInput[] {
  const found = new Map(comparedControls(isms).map(({ annexA, control }) => [annexA, control]))
  const added = missed.map(({ annexA, risk: about }) => {
    const one = isms.find(risk, about)
    const decided = one === null ? null : countingOf(treatmentsOf(isms, one))
    const of = found.get(annexA) ?? null
    if (of === null || decided === null) throw new Refusal('not_found', 'record.unknown')
    demandUpdate(ctx, treatment, decided.owner)
    return { decided, of }
  })
  return [...Map.groupBy(added, ({ decided }) => decided)].map(
    ([{ id, version, controls: before }, more]): ChangeInput => ({
      register: treatment.name,
      act: 'update',
      id,
      version,
      set: { controls: [...new Set([...before, ...more.map(({ of }) => of)])] },
    }),
  )
}
