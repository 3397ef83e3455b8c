import { z } from 'zod'
import { contract } from '../../kernel/contract.ts'
import type { Amendment, Clause } from './domain/clauses.ts'
import { ATTRIBUTES, type Control, THEMES, type Theme } from './domain/controls.ts'
import type { Control2013, Objective2013 } from './domain/edition-2013.ts'
import type { Explanation } from './domain/explanations.ts'
import type { Bilingual, Named } from './domain/facts.ts'
import { STANDARD_ROLES, STANDARD_STATUSES, type Standard } from './domain/family.ts'
import type { GlossaryTerm } from './domain/glossary.ts'
import type { IncidentEntry } from './domain/incidents.ts'
import type { Predecessors, Successors } from './domain/mapping.ts'
import type { Threat, ThreatList } from './domain/threats.ts'

const words = z.string().min(1)
const bilingual = z.strictObject({ nl: words, en: words }) satisfies z.ZodType<Bilingual>
const named = z.strictObject({ id: words, title: bilingual }) satisfies z.ZodType<Named>
const theme = z.strictObject({ id: z.enum(THEMES), number: words, title: bilingual }) satisfies z.ZodType<Theme>
const control = z.strictObject({
  id: words,
  theme: z.enum(THEMES),
  title: bilingual,
  isNew: z.boolean(),
  attributes: z.record(z.enum(ATTRIBUTES), z.array(words).min(1)),
}) satisfies z.ZodType<Control>
const explanation = z.strictObject({
  id: words,
  purpose: bilingual,
  small: bilingual,
  evidence: z.strictObject({ nl: z.array(words), en: z.array(words) }),
}) satisfies z.ZodType<Explanation>
const clause = z.strictObject({
  id: words,
  parent: words.nullable(),
  isLeaf: z.boolean(),
  title: bilingual,
  documented: bilingual.nullable(),
}) satisfies z.ZodType<Clause>
const amendment = z.strictObject({
  id: words,
  title: bilingual,
  published: words,
  changes: z.array(z.strictObject({ clause: words, text: bilingual })),
}) satisfies z.ZodType<Amendment>
const objective2013 = z.strictObject({ id: words, domain: words, title: bilingual }) satisfies z.ZodType<Objective2013>
const control2013 = z.strictObject({ id: words, objective: words, title: bilingual }) satisfies z.ZodType<Control2013>
const successors = z.strictObject({
  from: words,
  to: z.array(words),
  kind: z.enum(['one_to_one', 'merged', 'split']),
}) satisfies z.ZodType<Successors>
const predecessors = z.strictObject({
  to: words,
  from: z.array(words),
  kind: z.enum(['one_to_one', 'merged', 'new']),
}) satisfies z.ZodType<Predecessors>
const threat = z.strictObject({ id: words, group: words, title: bilingual }) satisfies z.ZodType<Threat>
const threatList = z.strictObject({
  id: words,
  title: bilingual,
  source: words,
  groups: z.array(named),
  threats: z.array(threat),
}) satisfies z.ZodType<ThreatList>
const incidentEntry = z.strictObject({ id: words, class: words, title: bilingual }) satisfies z.ZodType<IncidentEntry>
const standard = z.strictObject({
  number: words,
  year: z.number().int().nullable(),
  role: z.enum(STANDARD_ROLES),
  status: z.enum(STANDARD_STATUSES),
  title: bilingual,
}) satisfies z.ZodType<Standard>
const shortWord = words.nullable()
const glossaryTerm = z.strictObject({
  id: words,
  section: words,
  register: words.nullable(),
  word: bilingual,
  short: z.strictObject({ nl: shortWord, en: shortWord }),
  meaning: bilingual,
  source: words.nullable(),
  not: z.strictObject({ nl: z.array(words), en: z.array(words) }),
}) satisfies z.ZodType<GlossaryTerm>

const nothing = z.object({})
/** What every contract of the catalogue shares: it is read, without a question and without a body. */
const read = { method: 'GET', params: nothing, query: nothing, body: nothing.optional() } as const

export const listControls = contract({
  ...read,
  path: '/catalogue/controls',
  summary: 'Lists the 93 controls of ISO/IEC 27001:2022, Annex A, with their themes and attributes.',
  reply: z.strictObject({
    themes: z.array(theme),
    attributes: z.record(z.enum(ATTRIBUTES), z.array(named)),
    controls: z.array(control),
  }),
})

export const showControl = contract({
  ...read,
  path: '/catalogue/controls/:id',
  summary: 'Shows one control with its explanation and its predecessors in the edition of 2013.',
  params: z.object({ id: z.string() }),
  reply: z.strictObject({ control, explanation, predecessors: z.array(control2013) }),
})

export const listExplanations = contract({
  ...read,
  path: '/catalogue/explanations',
  summary: 'Lists what each control is for, what it means for a small company, and the usual evidence.',
  reply: z.strictObject({ explanations: z.array(explanation) }),
})

export const listClauses = contract({
  ...read,
  path: '/catalogue/clauses',
  summary: 'Lists the clauses of ISO/IEC 27001:2022 and the items over which an audit programme is measured.',
  reply: z.strictObject({
    clauses: z.array(clause),
    items: z.array(words),
    amendments: z.array(amendment),
  }),
})

export const listControls2013 = contract({
  ...read,
  path: '/catalogue/controls-2013',
  summary: 'Lists the 114 controls of the withdrawn edition of 2013 with their objectives and domains.',
  reply: z.strictObject({
    domains: z.array(named),
    objectives: z.array(objective2013),
    controls: z.array(control2013),
  }),
})

export const showMapping = contract({
  ...read,
  path: '/catalogue/mapping',
  summary: 'Gives the mapping between the controls of 2013 and those of 2022, in both directions.',
  reply: z.strictObject({ forward: z.array(successors), reverse: z.array(predecessors) }),
})

export const listThreats = contract({
  ...read,
  path: '/catalogue/threats',
  summary: 'Lists threats from published lists, by group.',
  reply: z.strictObject({ lists: z.array(threatList) }),
})

export const listIncidentClasses = contract({
  ...read,
  path: '/catalogue/incident-classes',
  summary: 'Lists the classes and entries of the Reference Security Incident Taxonomy.',
  reply: z.strictObject({ classes: z.array(named), entries: z.array(incidentEntry) }),
})

export const listStandards = contract({
  ...read,
  path: '/catalogue/standards',
  summary: 'Lists the standards of the ISO/IEC 27000 series and their neighbours.',
  reply: z.strictObject({ standards: z.array(standard), related: z.array(standard) }),
})

export const listGlossary = contract({
  ...read,
  path: '/catalogue/glossary',
  summary: 'Lists the terms of Waarborg and of the standards with their meaning, by section.',
  reply: z.strictObject({ sections: z.array(named), terms: z.array(glossaryTerm) }),
})

/** In the order of the documentation. */
export const contracts = [
  listControls,
  showControl,
  listExplanations,
  listClauses,
  listControls2013,
  showMapping,
  listThreats,
  listIncidentClasses,
  listStandards,
  listGlossary,
] as const
