import { z } from 'zod'
import { contract, noBody } from '../../kernel/contract.ts'
import { risk } from '../risks/registers/risk.ts'
import { riskOpinion } from './register.ts'

const id = z.uuid()
const params = z.object({ organisation: z.string() })
const scaleValue = z.number()

const opinion = z.strictObject({
  id,
  by: id,
  likelihood: scaleValue.nullable(),
  consequence: scaleValue.nullable(),
  note: z.string().nullable(),
})

const range = z.tuple([scaleValue, scaleValue]).readonly()

const tabled = z.strictObject({
  id,
  version: z.int(),
  number: z.string(),
  title: z.string(),
  scenario: z.string().nullable(),
  state: z.string(),
  owner: id.nullable(),
  decision: z.enum(['accept', 'treat']).nullable(),
  priority: z.number().nullable(),
  score: z
    .strictObject({
      likelihood: scaleValue.nullable(),
      consequence: scaleValue.nullable(),
      level: z.string().nullable(),
      rationale: z.string().nullable(),
    })
    .nullable(),
  opinions: z.array(opinion),
  spread: z.strictObject({ likelihood: range, consequence: range, isWide: z.boolean() }).nullable(),
  isDone: z.boolean(),
})

export const readWorkshop = contract({
  method: 'GET',
  path: '/organisations/:organisation/workshop',
  summary: 'Gives the open risks by class of scenario, with what each at the table thinks and where that differs.',
  needs: { verb: 'read', register: risk.name },
  params,
  query: z.object({ at: z.iso.date().optional(), mode: z.enum(['known', 'true']).default('known') }),
  body: noBody,
  reply: z.strictObject({
    /** The person behind the account that asks; null where none is linked to it, who then can only look on. */
    me: id.nullable(),
    groups: z.array(z.strictObject({ name: z.string().nullable(), risks: z.array(tabled) })),
    done: z.int(),
    total: z.int(),
    can: z.strictObject({ opine: z.boolean(), settle: z.boolean() }),
  }),
})

export const sayOpinion = contract({
  method: 'POST',
  path: '/organisations/:organisation/workshop/opinions',
  summary: 'Says or changes what the person behind the account thinks of a risk.',
  needs: { verb: 'create', register: riskOpinion.name },
  params,
  query: z.object({}),
  body: z.strictObject({
    risk: id,
    likelihood: scaleValue.nullable().optional(),
    consequence: scaleValue.nullable().optional(),
    note: z.string().nullable().optional(),
  }),
  reply: z.strictObject({ id }),
})

export const settleRisk = contract({
  method: 'POST',
  path: '/organisations/:organisation/workshop/settled',
  summary: 'Writes down what the table agreed on for a risk: the score with its reason, the owner and the decision.',
  needs: { verb: 'update', register: risk.name },
  params,
  query: z.object({}),
  body: z.strictObject({
    risk: id,
    /** The version that the table saw. */
    version: z.int(),
    likelihood: scaleValue,
    consequence: scaleValue,
    rationale: z.string().min(1),
    owner: id.nullable(),
    decision: z.enum(['accept', 'treat']).nullable(),
  }),
  reply: z.strictObject({ id, version: z.int(), level: z.string() }),
})

export const contracts = [readWorkshop, sayOpinion, settleRisk] as const
