import type { Isms } from '../../../kernel/isms.ts'
import type { Language, Words } from '../../../kernel/text.ts'
import { objective } from '../../objectives/registers/objective.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { service } from '../../organisation/registers/service.ts'
import { type DUTIES, role } from '../../people/registers/role.ts'

/** What a company protects information for. */
export const STANDS = ['customers', 'people', 'law', 'service', 'trust'] as const
/** How it wants everybody to work. */
export const WAYS = ['least', 'report', 'learn', 'suppliers', 'restore', 'change'] as const
export const OUTSIDERS = ['published', 'on_request', 'internal_only'] as const

/** What somebody chose of the policy; everything else in it follows from the registers. */
export interface PolicyChoices {
  readonly stands: readonly (typeof STANDS)[number][]
  readonly ways: readonly (typeof WAYS)[number][]
  /** The objectives themselves, or the framework in which they are set (ISO/IEC 27001:2022, 5.2 b). */
  readonly objectives: 'list' | 'framework'
  readonly outsiders: (typeof OUTSIDERS)[number]
}

/** What the registers say that the policy must name. */
export interface PolicyFacts {
  readonly organisation: string
  readonly services: readonly string[]
  readonly objectives: readonly string[]
  /** The role that sees to it that the ISMS is as it should be, and the one that tells top management (5.3 a and b). */
  readonly lead: string | null
  readonly reporter: string | null
  readonly incidents: string | null
}

export interface Voice {
  readonly language: Language
  readonly words: Words
}

/** Where most begin. */
export const USUAL_CHOICES: PolicyChoices = {
  stands: ['customers', 'law'],
  ways: ['least', 'report', 'learn'],
  objectives: 'framework',
  outsiders: 'on_request',
}

export function policyFacts(isms: Isms): PolicyFacts {
  const active = <T extends { readonly state: string; readonly title: string }>(all: readonly T[]): readonly T[] =>
    all.filter(({ state }) => state === 'active')
  const roles = active(isms.all(role))
  const carrying = (...duties: readonly (typeof DUTIES)[number][]): string | null =>
    duties.flatMap((duty) => roles.find((one) => one.duties.includes(duty))?.title ?? [])[0] ?? null
  return {
    organisation: isms.all(organisation)[0]?.title ?? '',
    services: active(isms.all(service))
      .filter(({ inScope }) => inScope !== false)
      .map(({ title }) => title),
    objectives: isms
      .all(objective)
      .filter(({ state }) => !objective.states.ended.includes(state))
      .map(({ title }) => title),
    lead: carrying('isms_conformity', 'isms_coordination'),
    reporter: carrying('isms_reporting', 'isms_coordination', 'isms_conformity'),
    incidents: carrying('incident_lead'),
  }
}

/** What has to be in the registers first, as text keys: a text with a gap in it is no policy (R-7.5.3-5). */
export function policyGaps({ services, lead }: PolicyFacts): readonly string[] {
  return [
    ...(services.length === 0 ? ['guide.policy.gap.services'] : []),
    ...(lead === null ? ['guide.policy.gap.lead'] : []),
  ]
}

/** The policy as HTML: one page, every sentence about this organisation. */
export function policyText(facts: PolicyFacts, choices: PolicyChoices, voice: Voice): string {
  const { words } = voice
  const say = (key: string, values: Readonly<Record<string, string>> = {}): string =>
    escaped(words(`policy.${key}`, values))
  const section = (key: string, ...parts: readonly string[]): string =>
    `<h2>${say(`${key}.title`)}</h2>${parts.filter((part) => part !== '').join('')}`
  const p = (...sentences: readonly string[]): string => `<p>${sentences.filter((one) => one !== '').join(' ')}</p>`
  const ul = (lines: readonly string[]): string =>
    lines.length === 0 ? '' : `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`
  const named = valuesOf(facts, voice)
  return [
    section('about', p(say('about', named))),
    section('stands', p(say('stands', named)), ul(choices.stands.map((one) => say(`stands.${one}`)))),
    section('ways', p(say('ways')), ul(choices.ways.map((one) => say(`ways.${one}`)))),
    section('objectives', ...objectivesIn(facts, choices, { say, p, ul })),
    section('promises', p(say('promises.requirements'), say('promises.improvement'))),
    section(
      'answers',
      p(
        say('answers', named),
        say(facts.reporter === facts.lead ? 'answers.same' : 'answers.reporter', named),
        facts.incidents === null ? '' : say('answers.incidents', named),
        say('answers.everybody'),
      ),
    ),
    section('readers', p(say(`readers.${choices.outsiders}`, named), say('readers.review'))),
  ].join('')
}

interface Writing {
  readonly say: (key: string) => string
  readonly p: (...sentences: readonly string[]) => string
  readonly ul: (lines: readonly string[]) => string
}

function objectivesIn(facts: PolicyFacts, { objectives }: PolicyChoices, { say, p, ul }: Writing): readonly string[] {
  if (objectives === 'framework' || facts.objectives.length === 0) return [p(say('objectives.framework'))]
  return [p(say('objectives.list')), ul(facts.objectives.map(escaped)), p(say('objectives.after'))]
}

function valuesOf(facts: PolicyFacts, { language }: Voice): Readonly<Record<string, string>> {
  return {
    organisation: facts.organisation,
    services: new Intl.ListFormat(language).format(facts.services),
    lead: facts.lead ?? '',
    reporter: facts.reporter ?? '',
    incidents: facts.incidents ?? '',
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** The choices that a text was made from, read back from its sentences; what it does not say is not chosen. */
export function choicesIn(text: string, { words }: Voice): PolicyChoices {
  const says = (key: string): boolean => text.includes(escaped(words(`policy.${key}`)))
  const outsiders = OUTSIDERS.find((one) => says(`readers.${one}.mark`))
  return {
    stands: STANDS.filter((one) => says(`stands.${one}`)),
    ways: WAYS.filter((one) => says(`ways.${one}`)),
    objectives: says('objectives.list') ? 'list' : 'framework',
    outsiders: outsiders ?? USUAL_CHOICES.outsiders,
  }
}
