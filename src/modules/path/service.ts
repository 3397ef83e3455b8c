import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../kernel/isms.ts'
import { momentOf } from '../../kernel/moment.ts'
import { parametersOf } from '../../kernel/parameters.ts'
import type { CalendarDate, Register } from '../../kernel/register.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { type Organisation, organisation } from '../organisation/registers/organisation.ts'
import { readiness } from '../readiness/service.ts'
import type { readPath } from './contract.ts'
import { type HoursPerWeek, planOf, USUAL_HOURS } from './domain/plan.ts'
import { standings } from './domain/state.ts'
import { stepsFor } from './domain/steps.ts'

type PathReply = z.input<typeof readPath.reply>

/** Of a stage at which every rule of the path runs. */
const FULL_STAGE = 'SV'
const USUAL_HEADCOUNT = 30

/** Where every step stands on a day, and a plan for what is left that its people can keep. */
export async function path(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<PathReply> {
  const at = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, at, asked.mode)
  const own = isms.all(organisation)[0]
  const steps = stepsFor(parametersOf(own?.parameters ?? {}).auditAndReviewBefore)
  const [full, first] = [
    await readiness(ctx, { stage: FULL_STAGE, at, mode: asked.mode }),
    await readiness(ctx, { stage: 'S1', at, mode: asked.mode }),
  ]
  const standing = standings(steps, {
    isms,
    moment: momentOf(at),
    answer: full,
    isReady: first.ready.ok,
    isBegun: (register) => isms.all(ctx.registry.get(register)).length > 0,
    isDraft: (place) => ctx.registry.has(place) && isDraft(isms, ctx.registry.get(place)),
  })
  const { steps: planned, ...plan } = planOf(standing, {
    today: at,
    hours: hoursOf(own),
    target: own?.pathPlan.targetDate ?? null,
    stage1: own?.stagePlan.stage1 ?? null,
    stage2: own?.stagePlan.stage2 ?? null,
    headcount: own?.headcount ?? USUAL_HEADCOUNT,
  })
  const dates = new Map(planned.map(({ number, ...rest }) => [number, rest]))
  return {
    at,
    steps: standing.map(({ step, state, waitsFor, waitsUntil, rules }) => ({
      ...step,
      state,
      waitsFor,
      waitsUntil,
      rules,
      opens: steps.filter(({ needs }) => needs.includes(step.number)).map(({ number }) => number),
      planned: dates.get(step.number) ?? null,
    })),
    plan,
  }
}

const UNDECIDED: readonly string[] = ['draft', 'proposed']

function isDraft(isms: Isms, register: Register): boolean {
  const { initial } = register.states
  const records = isms.all(register)
  return UNDECIDED.includes(initial) && records.length > 0 && records.every(({ state }) => state === initial)
}

/** What each can give a week, as the organisation says; the usual where it says nothing. */
function hoursOf(own: Organisation | undefined): HoursPerWeek {
  const said = own?.pathPlan.hoursPerWeek
  if (said === undefined) return USUAL_HOURS
  return {
    director: said.director ?? USUAL_HOURS.director,
    coordinator: said.coordinator ?? USUAL_HOURS.coordinator,
    owners: said.owners ?? USUAL_HOURS.owners,
    it: said.it ?? USUAL_HOURS.it,
    hr: said.hr ?? USUAL_HOURS.hr,
    auditor: said.auditor ?? USUAL_HOURS.auditor,
  }
}
