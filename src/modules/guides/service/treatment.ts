import type { z } from 'zod'
import type { AsOfMode, Isms } from '../../../kernel/isms.ts'
import { type Moment, momentOf } from '../../../kernel/moment.ts'
import { may } from '../../../kernel/permission.ts'
import type { CalendarDate, RecordId } from '../../../kernel/register.ts'
import { stateAt } from '../../../platform/store/state.ts'
import type { Context } from '../../../platform/store/store.ts'
import type { Action } from '../../actions/register.ts'
import { compareRefs } from '../../controls/domain.ts'
import { control } from '../../controls/register.ts'
import { acceptanceOf, type Kept, keptAbove } from '../../duties/domain/consents.ts'
import { riskClasses } from '../../interviews/domain/starter.ts'
import { draftId } from '../../interviews/service.ts'
import { ownersOf } from '../../people/domain/presence.ts'
import { openRisks, presentScore } from '../../risks/domain/levels.ts'
import { type Risk, risk } from '../../risks/registers/risk.ts'
import type { RiskScore } from '../../risks/registers/risk-score.ts'
import { lineOf } from '../../statements/domain/newest.ts'
import { decidersOn } from '../../treatments/domain/authority.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import type { measure, readTreatmentGuide, treating, work } from '../contract/treatment.ts'
import { type Treating, treatings, type Usual, unfinishedAction, usualFor } from '../domain/treating.ts'

export interface AskedOn {
  readonly at?: CalendarDate | undefined
  readonly mode: AsOfMode
}

/** The risks of which something is to be decided, as of a day. */
export async function treatmentGuide(ctx: Context, asked: AskedOn): Promise<z.input<typeof readTreatmentGuide.reply>> {
  const day = asked.at ?? ctx.today()
  const isms = await stateAt(ctx, day, asked.mode)
  const moment = momentOf(day)
  const all = treatings(isms, moment, usualIn(ctx))
  const around = { isms, moment, kept: keptAbove(isms, moment) }
  return {
    risks: all.map((one) => treatingReply(ctx, one, around)),
    measures: measuresIn(isms),
    done: all.filter(({ isDecided }) => isDecided).length,
    total: all.length,
    unscored: openRisks(isms).filter(({ id }) => (presentScore(isms, id)?.level ?? null) === null).length,
    can: { decide: may(ctx.actor, 'create', treatment.access).ok },
  }
}

/** What the starter set says about a risk, whatever it is called by now. */
export function usualIn(ctx: Context): Usual {
  const starter = riskClasses().flatMap(({ risks }) =>
    risks.map(({ key, threats, controls }) => ({ id: draftId(ctx, key), threats, controls })),
  )
  return (one) => usualFor(one, starter)
}

/** Whether this actor may decide about the risk: whoever runs the ISMS, and who owns the risk. */
export function mayTreat(ctx: Context, isms: Isms, one: Risk): boolean {
  const { person } = ctx.actor
  const owns = person !== null && ownersOf(isms, one, momentOf(ctx.today())).includes(person)
  return may(ctx.actor, 'update', treatment.access, owns ? person : one.owner).ok
}

interface Around {
  readonly isms: Isms
  readonly moment: Moment
  /** What is to be kept above the line and was not accepted; empty where only what is treated is shown. */
  readonly kept: readonly Kept[]
}

export function treatingReply(ctx: Context, one: Treating, around: Around): z.input<typeof treating> {
  const { isms, moment } = around
  const { risk: of, score, treatment: decided } = one
  return {
    risk: of.id,
    version: of.version,
    number: of.number,
    title: of.title,
    scenario: of.scenario,
    group: of.scenarioClass,
    owners: ownersOf(isms, of, moment),
    score: scoreReply(score),
    isAbove: one.isAbove,
    treatment:
      decided === null
        ? null
        : {
            id: decided.id,
            version: decided.version,
            number: decided.number,
            state: decided.state,
            option: decided.option,
            justification: decided.justification,
            controls: decided.controls,
          },
    others: one.others,
    usual: one.usual,
    expected: one.expected === null ? null : scoreReply(one.expected),
    actions: one.actions.map((each) => workReply(isms, of.id, each)),
    unfinished: seenWork(unfinishedAction(one.actions)),
    isDecided: one.isDecided,
    gaps: one.gaps,
    deciders: decidersOn(isms, of, score.level, moment).map(({ person }) => person),
    kept: keptReply(one, around),
    canEdit: mayTreat(ctx, isms, of),
  }
}

function seenWork(one: Action | null): z.input<typeof treating>['unfinished'] {
  return one === null ? null : { id: one.id, version: one.version }
}

function keptReply(one: Treating, { isms, moment, kept }: Around): z.input<typeof treating>['kept'] {
  const { risk: of, treatment: decided, isAbove, isDecided } = one
  if (!isAbove || !isDecided || decided?.option !== 'retain') return null
  const accepted = acceptanceOf(isms, of, decided, moment)
  const refused = kept.find((each) => each.treatment.id === decided.id)?.refused ?? []
  return { acceptedBy: accepted?.by ?? null, refusedBy: refused }
}

function scoreReply(one: RiskScore): z.input<typeof treating>['score'] {
  const { kind, likelihood, consequence, level, score, rationale } = one
  return { kind, likelihood, consequence, level, score, rationale }
}

export function workReply(isms: Isms, of: RecordId, one: Action): z.input<typeof work> {
  const { id, version, number, title, owner, due, resources, state, objects, subject } = one
  const risks = [...new Set([...objects, ...(subject === null ? [] : [subject])])].filter(
    (each) => each !== of && isms.find(risk, each) !== null,
  )
  return { id, version, number, title, owner, due, resources, state, shared: risks }
}

/** Every control that may be chosen, in order of its reference, with what the statement says of it. */
export function measuresIn(isms: Isms): readonly z.input<typeof measure>[] {
  return isms
    .all(control)
    .filter(({ state }) => state !== 'retired')
    .map((one) => {
      const line = lineOf(isms, one.id)
      return {
        id: one.id,
        ref: one.ref ?? one.number,
        annexA: one.annexA,
        title: one.title,
        status: line?.included === false ? null : (line?.implementationStatus ?? null),
        included: line?.included ?? null,
      }
    })
    .toSorted((a, b) => compareRefs(a.ref, b.ref))
}
