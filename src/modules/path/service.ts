import type { z } from 'zod'
import type { AnyRecord, AsOfMode, Isms } from '../../kernel/isms.ts'
import { type Moment, momentOf } from '../../kernel/moment.ts'
import { parametersOf } from '../../kernel/parameters.ts'
import { may } from '../../kernel/permission.ts'
import type { CalendarDate, RecordId, Register } from '../../kernel/register.ts'
import { stateAt } from '../../platform/store/state.ts'
import type { Context } from '../../platform/store/store.ts'
import { mayBeShown, standingCertificates } from '../certificates/domain/cycle.ts'
import type { Certificate } from '../certificates/registers/certificate.ts'
import { closedDays } from '../organisation/domain.ts'
import { type Organisation, organisation } from '../organisation/registers/organisation.ts'
import { availableHours } from '../people/registers/available-hours.ts'
import { readiness } from '../readiness/service.ts'
import { titlesIn } from '../statements/service/read.ts'
import type { readPath } from './contract.ts'
import { helpFor } from './domain/help.ts'
import { type PathPlan, type PlanAsked, planOf } from './domain/plan.ts'
import { byJob, hoursSaid, JOBS, type Staff, staffOf, USUAL_HOURS } from './domain/staff.ts'
import { type StepStanding, standings } from './domain/state.ts'
import { stepsFor } from './domain/steps.ts'
import { workdaysOf } from './domain/workdays.ts'

type PathReply = z.input<typeof readPath.reply>

/** Of a stage at which every rule of the path runs. */
const FULL_STAGE = 'SV'
const USUAL_HEADCOUNT = 30
/** From the rehearsal to the certificate: whoever has one does not go there again. */
const LAST_PHASE = 'F'

/** Where every step stands on a day, and a plan for what is left that its people can keep. */
export async function path(
  ctx: Context,
  asked: { readonly at?: CalendarDate | undefined; readonly mode: AsOfMode },
): Promise<PathReply> {
  const at = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, at, asked.mode)
  const own = isms.all(organisation)[0]
  const moment = momentOf(at)
  const standing = await standingsAt(ctx, isms, { at, mode: asked.mode })
  const steps = standing.map(({ step }) => step)
  const certificate = standingCertificates(isms, moment).findLast((one) => mayBeShown(one, moment)) ?? null
  const wanted = planAsked({ isms, moment, at, own, certificate })
  const { steps: planned, ...plan } = planWith(standing, wanted, certificate !== null)
  const time = timeOf(ctx, isms, wanted.staff, own)
  const dates = new Map(
    planned.map(({ number, awaits, ...rest }) => [number, { ...rest, awaits: time === null ? null : awaits }]),
  )
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
    certificate: certificate === null ? null : { id: certificate.id, validUntil: certificate.validUntil },
    time,
    titles: titlesIn(isms, ctx.registry, peopleIn(wanted.staff)),
  }
}

/** Where every step stands on a day. */
export async function standingsAt(
  ctx: Context,
  isms: Isms,
  { at, mode }: { readonly at: CalendarDate; readonly mode: AsOfMode },
): Promise<readonly StepStanding[]> {
  const own = isms.all(organisation)[0]
  const full = await readiness(ctx, { stage: FULL_STAGE, at, mode })
  const first = await readiness(ctx, { stage: 'S1', at, mode })
  return standings(stepsFor(parametersOf(own?.parameters ?? {}).auditAndReviewBefore), {
    isms,
    moment: momentOf(at),
    answer: full,
    isReady: first.ready.ok,
    isBegun: (register) => isms.all(ctx.registry.get(register)).length > 0,
    isDraft: (place) => ctx.registry.has(place) && isDraft(isms, ctx.registry.get(place)),
  })
}

interface PlanFacts {
  readonly isms: Isms
  readonly moment: Moment
  readonly at: CalendarDate
  readonly own: Organisation | undefined
  readonly certificate: Certificate | null
}

function planAsked({ isms, moment, at, own, certificate }: PlanFacts): PlanAsked {
  const headcount = own?.headcount ?? USUAL_HEADCOUNT
  const hours = byJob((job) => own?.pathPlan.hoursPerWeek[job] ?? USUAL_HOURS[job])
  return {
    today: at,
    staff: staffOf({ isms, moment, today: at, headcount, hours }),
    workdays: workdaysOf(closedDays(isms)),
    // A target for a certificate that is there already was met.
    target: certificate === null ? (own?.pathPlan.targetDate ?? null) : null,
    stage1: own?.stagePlan.stage1 ?? null,
    stage2: own?.stagePlan.stage2 ?? null,
    headcount,
  }
}

function planWith(
  standing: readonly StepStanding[],
  asked: PlanAsked,
  isCertified: boolean,
): PathPlan & Pick<PathReply['plan'], 'help'> {
  const left = isCertified ? standing.filter(({ step }) => step.phase !== LAST_PHASE) : standing
  const plan = planOf(left, asked)
  return { ...plan, help: helpFor(left, asked, plan) }
}

function peopleIn(staff: Staff): readonly RecordId[] {
  return [...new Set(JOBS.flatMap((job) => staff[job].flatMap(({ person }) => person ?? [])))]
}

/** Who has how much time. When somebody is away is for those who plan, so nobody else is told. */
function timeOf(ctx: Context, isms: Isms, staff: Staff, own: Organisation | undefined): PathReply['time'] {
  const { access } = availableHours
  if (!may(ctx.actor, 'read', access).ok) return null
  const said = hoursSaid(isms)
  const work = JOBS.flatMap((job) => staff[job].map(({ person, hours }) => ({ person, job, hours })))
  const byPerson = Map.groupBy(work, ({ person }) => person)
  return {
    people: [...byPerson].flatMap(([person, of]): NonNullable<PathReply['time']>['people'] => {
      if (person === null) return []
      const jobs = of.map(({ job, hours }) => ({ job, hours }))
      const record = said.get(person)
      if (record === undefined) return [{ person, jobs, said: null }]
      const { id, version, hoursPerWeek, absences } = record
      const canChange = may(ctx.actor, 'update', access, person).ok
      return [{ person, jobs, said: { id, version, hoursPerWeek, absences, canChange } }]
    }),
    unnamed: (byPerson.get(null) ?? []).map(({ job, hours }) => {
      const isSaid = (own?.pathPlan.hoursPerWeek[job] ?? null) !== null
      return { job, hours, isSaid }
    }),
    canAdd: may(ctx.actor, 'create', access).ok,
    canPlan: may(ctx.actor, 'update', organisation.access).ok,
  }
}

const UNDECIDED: readonly string[] = ['draft', 'proposed']

/** All of it still as it was proposed: not decided on, or nobody's and of no day. */
function isDraft(isms: Isms, register: Register): boolean {
  const { initial } = register.states
  const records = isms.all(register)
  return (
    records.length > 0 &&
    records.every((one) => one.state === initial && (UNDECIDED.includes(initial) || isNobodys(one, register)))
  )
}

function isNobodys(record: AnyRecord, { owner, due }: Register): boolean {
  const isEmpty = (field: string | null): boolean => field === null || (record[field] ?? null) === null
  return owner !== null && isEmpty(owner) && isEmpty(due)
}
