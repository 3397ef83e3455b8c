import { endOfDay } from '../../../kernel/calendar.ts'
import type { AsOfMode } from '../../../kernel/isms.ts'
import type { Json } from '../../../kernel/json.ts'
import { COMMON_BOUNDS, DEFAULTS, type Parameters, parametersOf } from '../../../kernel/parameters.ts'
import type { CalendarDate } from '../../../kernel/register.ts'
import type { Entry } from '../../../platform/store/entry.ts'
import { history } from '../../../platform/store/read.ts'
import { stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import { type Organisation, organisation } from '../../organisation/registers/organisation.ts'
import type { ParametersReply } from '../contract.ts'
import { parameterNotes } from '../domain/notes.ts'
import { caseOf, demandKnown, mayForesee } from './asking.ts'
import type { NameActors } from './difference.ts'

type Version = ParametersReply['versions'][number]
type Value = Version['changed'][number]['to']

/** The parameters that hold on a day, as they were then, and how they came to be so. */
export async function parameters(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
  nameActors: NameActors,
): Promise<ParametersReply> {
  mayForesee(ctx)
  const at = asked.at ?? ctx.today()
  await demandKnown(ctx, at, asked.mode)
  const isms = await stateAt(ctx, at, asked.mode)
  const own = isms.all(organisation)[0] ?? null
  const { world } = caseOf(ctx, isms, 'S1')
  const entries = own === null ? [] : await entriesUntil(ctx, own.id, { at, mode: asked.mode })
  return {
    at,
    mode: asked.mode,
    ...approvalOf(own),
    parameters: rowsOf(world.parameters, parametersOf(own?.parameters ?? {})),
    approval: world.approval,
    notes: parameterNotes(isms, world),
    versions: await versionsOf(entries, nameActors),
  }
}

function approvalOf(
  own: Organisation | null,
): Pick<ParametersReply, 'record' | 'reason' | 'approvedBy' | 'approvedAt'> {
  if (own === null) return { record: null, reason: null, approvedBy: null, approvedAt: null }
  return {
    record: { id: own.id, version: own.version },
    reason: own.parametersReason,
    approvedBy: own.parametersApprovedBy,
    approvedAt: own.parametersApprovedAt,
  }
}

function rowsOf(holds: Parameters, entered: Parameters): ParametersReply['parameters'] {
  const bounds = new Map<string, number>(COMMON_BOUNDS)
  const [inForce, waiting, defaults] = [holds, entered, DEFAULTS].map(
    (one) => new Map<string, Value>(Object.entries(one)),
  )
  return Object.entries(organisation.fields.parameters.options.fields ?? {}).map(([parameter, { options }]) => {
    const value = inForce?.get(parameter) ?? null
    const asked = waiting?.get(parameter) ?? null
    return {
      parameter,
      value,
      default: defaults?.get(parameter) ?? null,
      waiting: asked === value ? null : { value: asked },
      bound: bounds.get(parameter) ?? null,
      least: options.least ?? null,
      most: options.most ?? null,
      choices: options.choices ?? null,
    }
  })
}

async function entriesUntil(
  ctx: Context,
  id: string,
  { at, mode }: { readonly at: CalendarDate; readonly mode: AsOfMode },
): Promise<readonly Entry[]> {
  const until = endOfDay(at, ctx.timeZone)
  const all = await history(ctx, id)
  return all.filter((entry) => (mode === 'known' ? entry.recordedAt <= until : entry.validFrom <= at))
}

/** Versions in which a parameter changed or was approved, newest first. */
async function versionsOf(newestFirst: readonly Entry[], nameActors: NameActors): Promise<readonly Version[]> {
  const actorOf = await nameActors(newestFirst)
  return newestFirst.flatMap((entry, index): readonly Version[] => {
    const changed = changedIn(newestFirst[index + 1] ?? null, entry)
    const isApproval = entry.act === 'approveParameters'
    if (changed.length === 0 && !isApproval) return []
    const { sequence, version, recordedAt, validFrom, reason } = entry
    return [{ sequence, version, recordedAt, validFrom, actor: actorOf(entry), isApproval, changed, reason }]
  })
}

function changedIn(before: Entry | null, after: Entry): Version['changed'] {
  const [was, is] = [chosenIn(before), chosenIn(after)]
  return Object.keys(organisation.fields.parameters.options.fields ?? {}).flatMap((parameter) => {
    const [from, to] = [was(parameter), is(parameter)]
    return from === to ? [] : [{ parameter, from, to }]
  })
}

function chosenIn(entry: Entry | null): (parameter: string) => Value {
  const chosen = entry?.fields['parameters']
  const values = new Map<string, Json>(isObject(chosen) ? Object.entries(chosen) : [])
  return (parameter) => {
    const value = values.get(parameter)
    return typeof value === 'number' || typeof value === 'string' ? value : null
  }
}

function isObject(value: Json | undefined): value is { readonly [name: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
