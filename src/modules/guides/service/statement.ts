import type { z } from 'zod'
import type { AsOfMode } from '../../../kernel/isms.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import type { Words } from '../../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState, stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { action } from '../../actions/register.ts'
import { titlesIn } from '../../statements/service/read.ts'
import type { planLines, readStatementGuide } from '../contract/statement.ts'
import { type Following, followings } from '../domain/follows.ts'

type Reply = z.input<typeof readStatementGuide.reply>

/** What follows for each line, as of a day. */
export async function statementGuide(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<Reply> {
  const isms = await stateAt(ctx, asked.at ?? ctx.today(), asked.mode)
  const all = followings(isms)
  return { lines: all.map(lineReply), titles: titlesIn(isms, ctx.registry, all.flatMap(idsOf)) }
}

function lineReply(one: Following): Reply['lines'][number] {
  const { reasons, isBehind, facts, isAlways, isOpen, usual, isPlanned } = one
  return {
    line: one.line.id,
    risks: one.risks.map(({ risk, treatments }) => ({ risk: risk.id, treatments: treatments.map(({ id }) => id) })),
    requirements: one.requirements.map(({ id }) => id),
    reasons,
    isBehind,
    facts,
    isAlways,
    isOpen,
    usual,
    isPlanned,
  }
}

function idsOf({ risks, requirements, reasons }: Following): readonly RecordId[] {
  return [
    ...risks.flatMap(({ risk, treatments }) => [risk.id, ...treatments.map(({ id }) => id)]),
    ...requirements.map(({ id }) => id),
    ...reasons.flatMap(({ link }) => link ?? []),
  ]
}

/**
 * An action for each line, by who answers for it: what R-6.1.3-d-10 asks. It belongs to the treatment that counts on the
 * control, where one does. Refused whole where a line has no owner, or has nothing left to do.
 */
export async function planWork(
  ctx: Context,
  { lines, due }: z.infer<typeof planLines.body>,
  words: Words,
): Promise<z.input<typeof planLines.reply>> {
  const known = new Map(followings(await presentState(ctx)).map((one) => [one.line.id, one]))
  const inputs = lines.map((id): ChangeInput => {
    const one = known.get(id)
    if (one === undefined) throw new Refusal('not_found', 'record.unknown')
    const { line, control, risks } = one
    if (line.owner === null) throw new Refusal('conflict', 'guide.no-owner', { values: { ref: line.ref } })
    if (line.included !== true || line.implementationStatus === 'implemented' || one.isPlanned) {
      throw new Refusal('conflict', 'guide.nothing-left', { values: { ref: line.ref } })
    }
    const treatment = risks[0]?.treatments[0]?.id ?? null
    const title = words('guide.action', { ref: line.ref, title: control.title })
    return {
      register: action.name,
      act: 'create',
      set: {
        title,
        kind: 'treatment',
        subject: line.id,
        deliverableControl: control.id,
        treatment,
        owner: line.owner,
        due,
      },
    }
  })
  const made = await changeAll(ctx, inputs)
  return { actions: made.map(({ id }) => id) }
}
