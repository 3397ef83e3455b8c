import starter from '../../../../catalogue/starter/context.json' with { type: 'json' }
import type { Isms } from '../../../kernel/isms.ts'
import type { Language } from '../../../kernel/text.ts'
import { type ContextDetermination, contextDetermination } from '../../context/registers/context-determination.ts'
import { type ContextIssue, contextIssue } from '../../context/registers/context-issue.ts'

type Bilingual = Readonly<Record<Language, string>>
type Kind = NonNullable<ContextIssue['kind']>
type Topic = NonNullable<ContextIssue['topic']>

interface Prompt {
  readonly name: string
  readonly kind: Kind
  /** The first is what an issue that is written here gets; the others are shown here as well. */
  readonly topics: readonly [Topic, ...Topic[]]
}

/** What is talked through in an hour: four subjects inside, five outside (ISO/IEC 27001:2022, 4.1). Climate stands apart. */
export const PROMPTS = [
  { name: 'people', kind: 'internal', topics: ['people', 'society'] },
  { name: 'knowledge', kind: 'internal', topics: ['other', 'customers', 'law', 'threats'] },
  { name: 'technology', kind: 'internal', topics: ['technology', 'supply'] },
  { name: 'money', kind: 'internal', topics: ['strategy', 'economy'] },
  { name: 'customers', kind: 'external', topics: ['customers'] },
  { name: 'law', kind: 'external', topics: ['law'] },
  { name: 'suppliers', kind: 'external', topics: ['supply', 'technology'] },
  { name: 'threats', kind: 'external', topics: ['threats'] },
  { name: 'world', kind: 'external', topics: ['economy', 'society', 'strategy', 'people', 'other'] },
] as const satisfies readonly Prompt[]
export type PromptName = (typeof PROMPTS)[number]['name']
export const PROMPT_NAMES = PROMPTS.map(({ name }) => name)

/** Something that holds for many companies, to be taken over by whoever recognises it. */
export interface Ready {
  readonly key: string
  readonly title: Bilingual
  readonly effect: Bilingual
}

export interface Prompted {
  readonly prompt: (typeof PROMPTS)[number]
  readonly issues: readonly ContextIssue[]
  readonly ready: readonly Ready[]
}

/** The subjects in order, each with what stands in the register about it and what others often write there. */
export function prompted(isms: Isms): readonly Prompted[] {
  const issues = issuesIn(isms)
  const said = new Set(issues.map(({ title }) => title.trim().toLowerCase()))
  return PROMPTS.map((prompt) => ({
    prompt,
    issues: issues.filter((one) => promptOf(one) === prompt.name),
    ready: starter.entries.flatMap((entry): readonly Ready[] => {
      const { title, effect, kind, topic } = readyOf(entry)
      if (title === null || effect === null || promptOf({ kind, topic }) !== prompt.name) return []
      const isSaid = Object.values(title).some((words) => said.has(words.trim().toLowerCase()))
      return isSaid ? [] : [{ key: entry.key, title, effect }]
    }),
  }))
}

/** Issues that count or may come to count; climate has its own place. */
function issuesIn(isms: Isms): readonly ContextIssue[] {
  return isms.all(contextIssue).filter(({ state, topic }) => state !== 'retired' && topic !== 'climate')
}

/** Where an issue is shown; null for climate. What says neither inside nor outside stands outside, so that it is seen. */
function promptOf({ kind, topic }: Pick<ContextIssue, 'kind' | 'topic'>): PromptName | null {
  if (topic === 'climate') return null
  const all: readonly Prompt[] = PROMPTS
  const found = all.find((one) => one.kind === (kind ?? 'external') && one.topics.includes(topic ?? 'other'))
  return PROMPT_NAMES.find((name) => name === found?.name) ?? 'world'
}

interface ReadyDraft extends Pick<ContextIssue, 'kind' | 'topic'> {
  readonly title: Bilingual | null
  readonly effect: Bilingual | null
}

function readyOf({ register, set }: (typeof starter.entries)[number]): ReadyDraft {
  const none: ReadyDraft = { title: null, effect: null, kind: null, topic: null }
  if (register !== contextIssue.name || !('effect' in set) || !('kind' in set)) return none
  const choices: readonly Prompt[] = PROMPTS
  const kind = choices.find((one) => one.kind === set.kind)?.kind ?? null
  const topic = choices.flatMap(({ topics }) => topics).find((one) => one === set.topic) ?? null
  if (topic === null || typeof set.effect === 'string') return none
  return { title: bilingual(set.title), effect: bilingual(set.effect), kind, topic }
}

function bilingual(text: Partial<Bilingual> | string | null | undefined): Bilingual | null {
  if (typeof text !== 'object' || text === null) return null
  return text.nl === undefined || text.en === undefined ? null : { nl: text.nl, en: text.en }
}

/** The determination about climate change (Amd 1:2024, 4.1): the newest that was not taken back. */
export function climateIn(isms: Isms): ContextDetermination | null {
  return (
    isms.all(contextDetermination).findLast(({ topic, state }) => topic === 'climate_change' && state !== 'retired') ??
    null
  )
}

/** What climate does to the organisation, as issues. */
export function climateIssues(isms: Isms): readonly ContextIssue[] {
  return isms.all(contextIssue).filter(({ state, topic }) => state !== 'retired' && topic === 'climate')
}
