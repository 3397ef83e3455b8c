import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { risk } from '../../risks/registers/risk.ts'
import { treatment } from '../../treatments/registers/treatment.ts'
import { GAPS } from '../domain/treating.ts'

const id = z.uuid()
const ids = z.array(id).readonly()
const day = z.iso.date()
const version = z.int().min(1)
const params = z.object({ organisation: z.string() })
const OPTIONS = ['modify', 'avoid', 'share', 'retain'] as const

const score = z.strictObject({
  kind: z.enum(['inherent', 'current', 'target', 'residual']),
  likelihood: z.number().nullable(),
  consequence: z.number().nullable(),
  level: z.string().nullable(),
  score: z.number().nullable(),
  rationale: z.string().nullable(),
})

export const work = z.strictObject({
  id,
  version,
  number: z.string(),
  title: z.string(),
  owner: id.nullable(),
  due: day.nullable(),
  resources: z.string().nullable(),
  state: z.string(),
  /** The other risks that the same action treats. */
  shared: ids,
})

export const treating = z.strictObject({
  risk: id,
  version,
  number: z.string(),
  title: z.string(),
  scenario: z.string().nullable(),
  group: z.string().nullable(),
  owners: ids,
  score,
  isAbove: z.boolean(),
  treatment: z
    .strictObject({
      id,
      version,
      number: z.string(),
      state: z.string(),
      option: z.enum(OPTIONS).nullable(),
      justification: z.string().nullable(),
      controls: ids,
    })
    .nullable(),
  others: z.int(),
  usual: ids,
  expected: score.nullable(),
  actions: z.array(work).readonly(),
  /** The action that still lacks something: what is said of the work is filled in there. */
  unfinished: z.strictObject({ id, version }).nullable(),
  isDecided: z.boolean(),
  gaps: z.array(z.enum(GAPS)).readonly(),
  /** Who may accept it as it is. */
  deciders: ids,
  /** Of a risk that is kept above the line: who accepted that, and who did not. */
  kept: z.strictObject({ acceptedBy: id.nullable(), refusedBy: ids }).nullable(),
  canEdit: z.boolean(),
})

/** A control as it may be chosen: what it is called, and how far it is by the statement. */
export const measure = z.strictObject({
  id,
  ref: z.string(),
  annexA: z.string().nullable(),
  title: z.string(),
  status: z.enum(['implemented', 'partly', 'not']).nullable(),
  included: z.boolean().nullable(),
})

export const asked = z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') })

export const readTreatmentGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/treatment',
  summary:
    'Gives the risks above the acceptance line, the worst first, with what is proposed, what is in place and what was decided.',
  params,
  query: asked,
  body: noBody,
  needs: { verb: 'read', register: risk.name },
  reply: z.strictObject({
    risks: z.array(treating).readonly(),
    measures: z.array(measure).readonly(),
    done: z.int(),
    total: z.int(),
    /** Open risks without a score: whether they lie above the line nobody knows. */
    unscored: z.int(),
    can: z.strictObject({ decide: z.boolean() }),
  }),
})

/** A risk as somebody saw it who decides about it; null where it had no treatment. */
const seen = z.strictObject({
  risk: id,
  version,
  treatment: z.strictObject({ id, version }).nullable(),
})

const plannedWork = z.strictObject({
  title: z.string().trim().min(1).max(200).nullable(),
  owner: id.nullable(),
  due: day.nullable(),
  resources: z.string().trim().max(10_000).nullable(),
})

export const decideTreatment = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/treatment/decided',
  summary: 'Writes down what is done about a risk: the option, the controls, what is expected to remain, and the work.',
  params,
  query: z.object({}),
  body: seen.extend({
    option: z.enum(OPTIONS),
    justification: z.string().trim().max(10_000).nullable(),
    controls: ids,
    /** Left out where a risk is kept as it is. */
    expected: z
      .strictObject({
        likelihood: z.number(),
        consequence: z.number(),
        rationale: z.string().trim().max(10_000).nullable(),
      })
      .nullable(),
    /** Null leaves the work for the plan. With an id it changes that action; without one a new action is made. */
    work: plannedWork
      .extend({ id: id.nullable(), version: version.nullable() })
      .refine((one) => (one.id === null) === (one.version === null), { path: ['version'] })
      .nullable(),
  }),
  needs: { verb: 'create', register: treatment.name },
  reply: z.strictObject({ risk: id, version, treatment: z.strictObject({ id, version }) }),
})

export const treatTogether = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/treatment/together',
  summary:
    'Treats several risks at once, by their proposals or with the same controls: so many steps less on the scales.',
  params,
  query: z.object({}),
  body: z.strictObject({
    risks: z.array(seen).min(1).max(200),
    /** Beside what each treatment has already; none takes the proposals as they are. */
    controls: z.array(id).max(200).readonly(),
    steps: z.strictObject({ likelihood: z.int().min(0).max(10), consequence: z.int().min(0).max(10) }),
    work: plannedWork.nullable(),
  }),
  needs: { verb: 'create', register: treatment.name },
  reply: z.strictObject({ treatments: ids, action: id.nullable() }),
})
