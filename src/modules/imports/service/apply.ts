import type { Isms } from '../../../kernel/isms.ts'
import { may, type Verb } from '../../../kernel/permission.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { columnName } from '../../../kernel/sheet.ts'
import { type ChangeInput, changeAll } from '../../../platform/store/change.ts'
import { presentState } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { ImportReply } from '../contract.ts'
import { faultCode, type ImportPlan, type PlannedChange } from '../domain/plan.ts'
import { getImport, type ImportRow, lockImport, setPlan, setState } from '../store.ts'
import type { Importer } from './importer.ts'
import { kept } from './planning.ts'
import { planned, refuseUnlessDraft } from './preview.ts'
import { shown } from './shown.ts'

/**
 * Does what the preview shows: every change in one transaction, or none. What the files would do is worked out again; if
 * that is no longer what was shown, nothing is written and the new preview is kept for a second look.
 */
export async function applyImport(importer: Importer, id: string): Promise<ImportReply> {
  const { files, plan, state } = await importer.within((ctx) => getImport(ctx, id))
  refuseUnlessDraft(state)
  const now = await planned(importer, files, plan.corrections)
  const keeping = await kept(now, plan.corrections)
  if (keeping.digest !== plan.digest) {
    await importer.within((ctx) => setPlan(ctx, id, keeping))
    throw new Refusal('conflict', 'import.outdated')
  }
  if (keeping.counts.fault > 0) throw new Refusal('invalid', 'import.has_faults', faultsOf(keeping.counts.fault, now))
  const row = await importer.within(async (ctx) => {
    refuseUnlessDraft((await lockImport(ctx, id)).state)
    return write(importer, ctx, { id, files, changes: now.changes })
  })
  return shown(importer, row)
}

const MOST_FAULTS = 100

/** Where each fault stands: file, sheet, row and column, as Excel names them. */
function faultsOf(count: number, { tables }: ImportPlan): Refusal['details'] {
  const faults = tables.flatMap(({ file, sheet, rows }) =>
    rows
      .filter(({ fate }) => fate === 'fault')
      .flatMap(({ row, faults }) =>
        faults.map(({ code, column, values }) => ({
          path: `${file} › ${sheet} › ${column === null ? row : `${columnName(column)}${row}`}`,
          code: faultCode({ code }),
          values,
        })),
      ),
  )
  return { values: { count }, faults: faults.slice(0, MOST_FAULTS) }
}

interface Writing {
  readonly id: string
  readonly files: ImportRow['files']
  readonly changes: readonly PlannedChange[]
}

async function write(importer: Importer, ctx: Context, { id, files, changes }: Writing): Promise<ImportRow> {
  refuseUnpermitted(ctx, await presentState(ctx), changes)
  const words = importer.services.wordsIn(importer.language)
  const reason = words('import.reason', { files: files.map(({ name }) => name).join(', ') })
  await changeAll(
    ctx,
    changes.map((change): ChangeInput => ({ ...change, reason, batch: id })),
  )
  return setState(ctx, id, 'applied')
}

/** An import may do no more than its importer could do by hand. */
export function refuseUnpermitted(
  ctx: Context,
  isms: Isms,
  changes: readonly { readonly register: string; readonly act: string; readonly id?: string }[],
): void {
  for (const { register: name, act, id } of changes) {
    const register = ctx.registry.get(name)
    const verb: Verb = act === 'create' || act === 'update' ? act : 'retire'
    const owner = register.owner === null ? null : isms.any(id ?? null)?.[register.owner]
    const decision = may(ctx.actor, verb, register.access, typeof owner === 'string' ? owner : null)
    if (!decision.ok) throw new Refusal('forbidden', `permission.${decision.why}`)
  }
}
