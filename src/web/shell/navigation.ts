import type { Register, RegisterGroup } from '../../kernel/register.ts'
import { homes, registers } from '../registers.ts'
import type { Sees } from '../replies.ts'

/** One line of the navigation: a page, or the registers of one topic, of which the first opens. */
export interface Place {
  readonly to: string
  /** Keys of its words, the first that there is; those of a register begin with a small letter. */
  readonly texts: readonly string[]
  /** Paths that belong to it. */
  readonly holds: readonly string[]
  /** What somebody has to see for it to lead anywhere: a part of `Sees`, or a register; null for everybody. */
  readonly needs: keyof Omit<Sees, 'registers'> | { readonly register: string } | null
}

/** Lines that belong together, under a heading of their own where a group has many. */
export interface PlacePart {
  readonly name: string | null
  readonly places: readonly Place[]
}

export interface PlaceGroup {
  readonly name: RegisterGroup
  readonly parts: readonly PlacePart[]
}

const page = (to: string, text: string, needs: Place['needs'] = null): Place => ({
  to,
  texts: [text],
  holds: [to],
  needs,
})

export const FIRST_PLACES: readonly Place[] = [
  page('', 'nav.today'),
  page('path', 'nav.path', 'forecast'),
  page('readiness', 'nav.readiness', 'forecast'),
]

/** Pages that are more than a list, by the name that the outline below gives them. */
const PAGES: Readonly<Record<string, Place>> = {
  '#workshop': page('workshop', 'nav.workshop', { register: 'risk' }),
  '#risk-map': page('risk-map', 'nav.riskMap', { register: 'risk' }),
  '#statement': page('statement', 'nav.statement', { register: 'statement' }),
  '#recurring': page('recurring', 'nav.recurring', { register: 'recurring_task' }),
  '#lessons': page('lessons', 'nav.lessons'),
  '#ledger': page('ledger', 'nav.ledger', 'isms'),
  '#rules': page('rules', 'nav.rules', 'forecast'),
  '#parameters': page('parameters', 'nav.parameters', 'forecast'),
  '#interview': page('interview', 'nav.interview', 'forecast'),
  '#import': page('import', 'nav.import', 'forecast'),
  '#members': page('members', 'nav.members', 'accounts'),
  '#api': page('api-documentation', 'nav.api'),
  '#glossary': page('glossary', 'nav.glossary'),
}

/**
 * The way through the cycle: topics (which are folders of `src/modules`) and pages in the order in which somebody meets them who
 * does this for the first time. A topic that is not named here stands at the end of its group.
 */
const OUTLINE: readonly (readonly [RegisterGroup, string | null, readonly string[]])[] = [
  ['understand', null, ['context', 'parties', 'scopes', 'organisation', 'assets', 'people', 'processes']],
  ['risks', null, ['#workshop', 'risks', '#risk-map', 'treatments', '#statement', 'objectives']],
  [
    'run',
    'proof',
    ['controls', 'evidence', 'documents', '#recurring', 'tasks', 'actions', 'approvals', 'changes', 'exceptions'],
  ],
  ['run', 'people', ['people', 'competences', '#lessons', 'awareness', 'communications', 'resources']],
  ['run', 'partners', ['access', 'suppliers', 'privacy', 'premises']],
  ['run', 'technology', ['vulnerabilities', 'configurations', 'backups', 'logs', 'cryptography', 'development']],
  ['run', 'trouble', ['incidents', 'threats', 'continuity']],
  ['check', null, ['objectives', 'audits', 'reviews', 'nonconformities', 'complaints', 'improvements', '#rules']],
  ['certify', null, ['certificates', '#ledger']],
  ['ground', null, ['#interview', 'organisation', '#parameters', '#import', '#members', '#api', '#glossary']],
]

/** What opens first of a topic, where that is not the register with the lowest number of letters in its code. */
const FIRST: readonly string[] = [
  'context_issue',
  'interested_party',
  'isms_process',
  'unit',
  'role',
  'asset',
  'risk',
  'treatment',
  'objective',
  'document',
  'action',
  'recurring_task',
  'isms_change',
  'access_grant',
  'supplier',
  'processing_record',
  'competence_requirement',
  'vulnerability',
  'backup_policy',
  'project',
  'incident',
  'continuity_plan',
  'metric',
  'audit',
  'management_review',
  'certificate',
]

/** Registers with a page of their own that says more. */
const ELSEWHERE: readonly string[] = ['statement', 'statement_line', 'interview']

const rank = (register: Register): number => (FIRST.includes(register.name) ? 0 : register.parent === null ? 1 : 2)

/** The registers of one topic in one group of the navigation: what stands side by side above a list. */
export function registersOf(group: RegisterGroup, topic: string): readonly Register[] {
  return registers
    .filter((one) => one.group === group && homes.get(one.name) === topic && !ELSEWHERE.includes(one.name))
    .toSorted((a, b) => rank(a) - rank(b))
}

function topicPlace(group: RegisterGroup, topic: string, sees: Sees): Place | null {
  const known = registersOf(group, topic).filter(({ name }) => sees.registers.includes(name))
  const [first] = known
  if (first === undefined) return null
  const plural = `${first.name}.plural`
  const own = first.single ? [first.name] : [`nav.short.${plural}`, plural]
  return {
    to: `registers/${first.name}`,
    texts: known.length === 1 ? own : [`nav.topic.${group}.${topic}`, `module.${topic}`, plural],
    holds: known.map(({ name }) => `registers/${name}`),
    needs: null,
  }
}

/** Whether a line leads anywhere for somebody who sees this much. */
export function isOpenTo({ needs }: Place, sees: Sees): boolean {
  if (needs === null) return true
  return typeof needs === 'string' ? sees[needs] : sees.registers.includes(needs.register)
}

/** The menu of somebody who sees this much; groups in which nothing is left fall away. */
export function placeGroups(sees: Sees): readonly PlaceGroup[] {
  const groups = [...new Set(OUTLINE.map(([group]) => group))]
  const all = groups.map((name) => {
    const rows = OUTLINE.filter(([group]) => group === name)
    const named = new Set(rows.flatMap(([, , topics]) => topics))
    const others = registers.filter((one) => one.group === name).map((one) => homes.get(one.name) ?? '')
    const left = [...new Set(others)].filter((topic) => !named.has(topic))
    const parts = rows.map(([, part, topics], index) => ({
      name: part,
      places: [...topics, ...(index === rows.length - 1 ? left : [])]
        .flatMap((topic) => PAGES[topic] ?? topicPlace(name, topic, sees) ?? [])
        .filter((place) => isOpenTo(place, sees)),
    }))
    return { name, parts: parts.filter(({ places }) => places.length > 0) }
  })
  return all.filter(({ parts }) => parts.length > 0)
}

/** Everything that can be gone to: each page, and each register by its own name. */
export function allPlaces(sees: Sees): readonly Place[] {
  const lists = registers
    .filter(({ name }) => !ELSEWHERE.includes(name))
    .map(({ name }) => page(`registers/${name}`, `${name}.plural`, { register: name }))
  return [...FIRST_PLACES, ...Object.values(PAGES), ...lists].filter((place) => isOpenTo(place, sees))
}
