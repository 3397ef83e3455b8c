import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { annexAComparison } from '../../treatments/registers/annex-a-comparison.ts'
import { asked } from './treatment.ts'

const id = z.uuid()
const ids = z.array(id).readonly()
const params = z.object({ organisation: z.string() })

const compared = z.strictObject({
  /** Number in Annex A. */
  annexA: z.string(),
  control: id.nullable(),
  theme: z.enum(['organizational', 'people', 'physical', 'technological']),
  /** Risks whose treatment counts on it. */
  risks: ids,
  /** Laws, contracts and expectations that it answers. */
  requirements: ids,
  /** What the statement says of it so far. */
  included: z.boolean().nullable(),
  /** Whether nothing asks for it and nobody decided on it yet. */
  isUnseen: z.boolean(),
})

const comparison = z.strictObject({
  id,
  number: z.string(),
  comparedAt: z.iso.date().nullable(),
  by: id.nullable(),
  missed: z.array(z.string()).readonly(),
  note: z.string().nullable(),
  /** Whether it looked at all of them. */
  isWhole: z.boolean(),
  /** Treatments whose controls were changed since. */
  changed: ids,
})

export const readComparisonGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/comparison',
  summary:
    'Holds the controls of the treatments next to the 93 of Annex A: what follows, and what nobody looked at yet.',
  params,
  query: asked,
  body: noBody,
  needs: { verb: 'read', register: annexAComparison.name },
  reply: z.strictObject({
    controls: z.array(compared).readonly(),
    /** Treated risks, for whoever finds that one of them needs a control after all. */
    risks: z.array(z.strictObject({ id, number: z.string(), title: z.string() })).readonly(),
    last: comparison.nullable(),
    can: z.strictObject({ compare: z.boolean() }),
  }),
})

export const makeComparison = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/comparison/made',
  summary:
    'Writes down that all 93 controls were looked at, and adds those that were forgotten to the treatment of a risk.',
  params,
  query: z.object({}),
  body: z.strictObject({
    missed: z
      .array(z.strictObject({ annexA: z.string(), risk: id }))
      .max(93)
      .readonly(),
    note: z.string().trim().max(10_000).nullable(),
  }),
  needs: { verb: 'create', register: annexAComparison.name },
  reply: z.strictObject({ id, number: z.string() }),
})
