import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { approval } from '../../approvals/registers/approval.ts'
import { asked } from './treatment.ts'

const id = z.uuid()
const params = z.object({ organisation: z.string() })
const word = z.enum(['given', 'refused', 'open', 'unready'])
const KINDS = ['treatment_plan', 'residual_risk', 'retain_exception'] as const

const about = z.strictObject({ id, number: z.string(), title: z.string() })

const mine = z.strictObject({
  kind: z.enum(KINDS),
  /** What the word is given about: the plan, the risk, or the treatment that keeps it. */
  subject: about.extend({ register: z.string() }),
  risks: z
    .array(
      about.extend({
        /** What is done about it: the option and the controls; and what is expected to remain. */
        option: z.string().nullable(),
        controls: z.array(z.string()).readonly(),
        now: z.string().nullable(),
        after: z.string().nullable(),
      }),
    )
    .readonly(),
  versionLabel: z.string().nullable(),
  capacity: z.enum(['risk_owner', 'coordinator', 'top_management']).nullable(),
  reason: z.string().nullable(),
  /** Of what is shown here: whoever signs sends it back. */
  seen: z.string(),
})

const decision = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
])

export const readConsentGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/consent',
  summary:
    'Gives what the caller is asked to approve as the owner of risks, and to whoever may read them who has signed.',
  params,
  query: asked,
  body: noBody,
  needs: 'member',
  reply: z.strictObject({
    mine: z.array(mine).readonly(),
    plan: z.strictObject({ id, number: z.string(), versionLabel: z.string().nullable() }).nullable(),
    /** Null to those who may not read the risks of others. */
    signatures: z
      .array(
        z.strictObject({
          person: id,
          name: z.string(),
          plan: word,
          planRisks: z.int(),
          residual: z.array(z.strictObject({ risk: id, number: z.string(), title: z.string(), word })).readonly(),
        }),
      )
      .readonly()
      .nullable(),
    /** What lies above the line and waits for somebody with more authority than its owner: by whom it can be accepted. */
    higher: z
      .array(
        z.strictObject({
          kind: z.enum(KINDS),
          risk: about,
          level: z.string().nullable(),
          people: z.array(id).readonly(),
        }),
      )
      .readonly(),
    ownerless: z.array(about).readonly(),
    /** Owners without any authority over money or work: their word does not count yet (R-6.1.2-c-2). */
    powerless: z.array(id).readonly(),
    names: z.record(z.string(), z.string()),
    can: z.strictObject({ sign: decision }),
  }),
})

export const giveConsent = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/consent/given',
  summary:
    'Says yes or no, in the caller’s own name, to what is asked of him: the plan, what remains, or a risk that is kept.',
  params,
  query: z.object({}),
  body: z.strictObject({
    kind: z.enum(KINDS),
    subject: id,
    /** The mark of what was shown; refused where that has changed since. */
    seen: z.string(),
    decision: z.enum(['approved', 'rejected']),
    /** Asked for with a no. */
    comment: z.string().trim().max(10_000).nullable(),
  }),
  needs: { verb: 'create', register: approval.name },
  reply: z.strictObject({ id, number: z.string() }),
})
