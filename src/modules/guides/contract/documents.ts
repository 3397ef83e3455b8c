import { z } from 'zod'
import { contract, noBody } from '../../../kernel/contract.ts'
import { LANGUAGES } from '../../../kernel/text.ts'
import { document } from '../../documents/registers/document.ts'
import { documentVersion, TEXT_LANGUAGES } from '../../documents/registers/document-version.ts'
import { STANDINGS } from '../domain/document-standing.ts'

const id = z.uuid()
const day = z.iso.date()
const version = z.int().min(1)
const params = z.object({ organisation: z.string() })
const oneParams = z.object({ organisation: z.string(), key: z.string() })
const query = z.object({ at: day.optional(), mode: z.enum(['known', 'true']).default('known') })
const bilingual = z.strictObject({ nl: z.string(), en: z.string() })
const language = z.enum(LANGUAGES)
const titles = z.record(
  z.string(),
  z.strictObject({ register: z.string(), number: z.string(), title: z.string(), state: z.string() }),
)
const decision = z.union([
  z.strictObject({ ok: z.literal(true) }),
  z.strictObject({ ok: z.literal(false), why: z.string() }),
])
/** Most that a rich text holds. */
const MOST_TEXT = 500_000

const edition = z.strictObject({
  id,
  version,
  versionLabel: z.string(),
  state: z.string(),
  author: id.nullable(),
  approvedBy: id.nullable(),
  effectiveFrom: day.nullable(),
})

const line = z.strictObject({
  key: z.string(),
  title: bilingual,
  about: bilingual,
  type: z.string(),
  /** Numbers in Annex A of what it is about. */
  controls: z.array(z.string()).readonly(),
  need: z.union([
    z.strictObject({ is: z.enum(['yes', 'open']) }),
    z.strictObject({ is: z.literal('no'), why: z.enum(['answers', 'controls', 'retired']) }),
  ]),
  standing: z.enum(STANDINGS),
  document: z
    .strictObject({
      id,
      number: z.string(),
      title: z.string(),
      owner: id.nullable(),
      ownerRole: id.nullable(),
      nextReviewAt: day.nullable(),
    })
    .nullable(),
  draft: edition.nullable(),
  inForce: edition.nullable(),
  /** Who of those that have to read what is in force has done so; null where nobody has to confirm it. */
  readers: z.strictObject({ read: z.int(), of: z.int() }).nullable(),
})

const languages = z.strictObject({
  /** Those in which the set can be written here, the one that leads first. */
  own: z.array(language).readonly(),
  /** What else people read: somebody has to translate it. */
  others: z.array(z.enum(TEXT_LANGUAGES)).readonly(),
})

export const readDocumentsGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/documents',
  summary:
    'Lists the documents that the statement and the answers of the interview ask for, which are there and how they stand.',
  params,
  query,
  body: noBody,
  needs: { verb: 'read', register: document.name },
  reply: z.strictObject({
    lines: z.array(line).readonly(),
    languages,
    can: z.strictObject({ write: z.boolean(), approve: decision }),
    titles,
  }),
})

const entry = z.union([
  z.strictObject({ kind: z.literal('rule'), text: bilingual }),
  z.strictObject({
    kind: z.literal('choice'),
    name: z.string(),
    ask: bilingual,
    why: bilingual,
    usual: z.string(),
    options: z.array(z.strictObject({ name: z.string(), text: bilingual })).readonly(),
  }),
])

export const readDocumentGuide = contract({
  method: 'GET',
  path: '/organisations/:organisation/guides/documents/:key',
  summary: 'Gives one document of the set with its rules, its choices and the texts as they stand.',
  params: oneParams,
  query,
  body: noBody,
  needs: { verb: 'read', register: document.name },
  reply: z.strictObject({
    line,
    form: z.strictObject({
      about: bilingual,
      parts: z.array(z.strictObject({ title: bilingual, entries: z.array(entry).readonly() })).readonly(),
      closing: z.strictObject({ title: bilingual, text: bilingual }),
    }),
    /** As the draft says it, else what is in force, else what most like them choose. */
    choices: z.record(z.string(), z.string()),
    /** The draft, else what is in force, in each of its languages. */
    texts: z
      .array(z.strictObject({ language: z.enum(TEXT_LANGUAGES), text: z.string(), isHandWritten: z.boolean() }))
      .readonly(),
    /** The person behind the account. */
    me: id.nullable(),
    can: z.strictObject({ write: z.boolean(), approve: decision }),
    titles,
  }),
})

export const writeDocuments = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/documents',
  summary: 'Makes drafts of documents that are not there yet, with the usual choices. Nothing is approved by it.',
  params,
  query: z.object({}),
  body: z.strictObject({
    keys: z.array(z.string()).min(1).max(100).readonly(),
    languages: z.array(language).min(1).readonly().optional(),
  }),
  needs: { verb: 'create', register: documentVersion.name },
  reply: z.strictObject({ made: z.array(z.string()).readonly() }),
})

export const writeDocument = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/documents/:key',
  summary: 'Writes a document from choices, or in words of one’s own: as a new draft, or over the draft that is there.',
  params: oneParams,
  query: z.object({}),
  body: z.strictObject({
    /** The draft that the person saw; null where there was none. */
    draft: z.strictObject({ id, version }).nullable(),
    choices: z.record(z.string(), z.string()),
    languages: z.array(language).min(1).readonly().optional(),
    /** Words of one’s own, which stand in place of what the choices make. */
    texts: z
      .array(z.strictObject({ language, text: z.string().min(1).max(MOST_TEXT) }))
      .max(LANGUAGES.length)
      .readonly()
      .default([]),
    owner: id.optional(),
  }),
  needs: { verb: 'create', register: documentVersion.name },
  reply: z.strictObject({ document: id, id, version }),
})

export const adoptDocument = contract({
  method: 'POST',
  path: '/organisations/:organisation/guides/documents/:key/adopted',
  summary: 'Approves the draft that was read and puts it into effect; the version before it makes way. One at a time.',
  params: oneParams,
  query: z.object({}),
  body: z.strictObject({ id, version }),
  needs: { verb: 'approve', register: documentVersion.name },
  reply: z.strictObject({ id, version }),
})
