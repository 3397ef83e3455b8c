import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { action } from '../../actions/register.ts'
import { treatmentPlan } from '../../treatments/registers/treatment-plan.ts'
import { asked, measure, treating } from './treatment.ts'

const id = z.uuid()
const day = z.iso.date()
const params = z.object({ organisation: z.string() })

const edition = z.strictObject({
  id,
  version: z.int().min(1),
  number: z.string(),
  title: z.string(),
  versionLabel: z.string().nullable(),
  state: z.string(),
  owner: id.nullable(),
  publishedAt: day.nullable(),
  publishedBy: id.nullable(),
})

export const readPlanGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/plan',
  summary: 'Gives the treatment plan as it follows from the treatments, line by line, with what each line still lacks.',
  params,
  query: asked,
  body: noBody,
  needs: { verb: 'read', register: treatmentPlan.name },
  reply: z.strictObject({
    /** Risks that are treated; what is kept as it is needs no plan. */
    lines: z.array(treating).readonly(),
    measures: z.array(measure).readonly(),
    draft: edition.nullable(),
    published: edition.nullable(),
    /** A label that no version has yet. */
    nextLabel: z.string(),
    /** Lines that were changed after the version that is published. */
    changed: z.array(id).readonly(),
    can: z.strictObject({ plan: z.boolean(), publish: z.boolean() }),
  }),
})

export const planTreatments = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/plan/work',
  summary: 'Fills in who does it, by when and with which means: for the action that lacks it, or with a new one.',
  params,
  query: z.object({}),
  body: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          risk: id,
          /** The unfinished action that the page showed; null where there was none. */
          work: z.strictObject({ id, version: z.int().min(1) }).nullable(),
          owner: id.nullable(),
          due: day.nullable(),
          resources: z.string().trim().max(10_000).nullable(),
        }),
      )
      .min(1)
      .max(500)
      .readonly(),
  }),
  needs: { verb: 'create', register: action.name },
  reply: z.strictObject({ actions: z.array(id).readonly() }),
})

export const publishPlan = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/plan/published',
  summary:
    'Publishes the plan under a version: from then on the owners of the risks are asked for their approval of it.',
  params,
  query: z.object({}),
  body: z.strictObject({
    /** The draft that the page showed; null where there was none. */
    draft: z.strictObject({ id, version: z.int().min(1) }).nullable(),
    versionLabel: z.string().trim().min(1).max(20),
    owner: id.nullable(),
  }),
  needs: { verb: 'create', register: treatmentPlan.name },
  reply: z.strictObject({ id, versionLabel: z.string() }),
})
