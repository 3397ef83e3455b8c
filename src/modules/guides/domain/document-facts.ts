import frame from '../../../../catalogue/starter/documents-frame.json' with { type: 'json' }
import type { Isms } from '../../../kernel/isms.ts'
import type { Parameters } from '../../../kernel/parameters.ts'
import type { Language } from '../../../kernel/text.ts'
import type { Bilingual } from '../../catalogue/domain/facts.ts'
import { parametersInForce } from '../../organisation/domain/parameters.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { type DUTIES, type Role, role } from '../../people/registers/role.ts'

export type Duty = (typeof DUTIES)[number]

/** What the registers say that documents name. */
export interface DocumentFacts {
  readonly organisation: string
  /** Who carries a duty, as it stands in running text; null where nobody does. */
  readonly carrier: (duty: string) => Bilingual | null
  readonly parameters: Parameters
}

export function roleWith(isms: Isms, duty: string): Role | null {
  return isms.all(role).find(({ state, duties }) => state === 'active' && duties.some((one) => one === duty)) ?? null
}

export function documentFacts(isms: Isms): DocumentFacts {
  const own = isms.all(organisation)[0] ?? null
  return {
    organisation: own?.title ?? '',
    carrier: (duty) => {
      const found = roleWith(isms, duty)
      return found === null ? null : phraseOf(found.title)
    },
    parameters: parametersInForce(own).parameters,
  }
}

/** A role that is called as it was proposed stands in a sentence by a phrase of ours; another by its own name. */
function phraseOf(title: string): Bilingual {
  const usual = frame.roles.find((one) => one.title.nl === title || one.title.en === title)
  if (usual !== undefined) return usual.phrase
  const named = (language: Language): string => frame.named[language].replace('{title}', () => title)
  return { nl: named('nl'), en: named('en') }
}

const SLOT = /\{(?:(\w+):)?(\w+)\}/g

/** A sentence of the starter set about this organisation; what begins a sentence has its capital. */
export function filled(
  text: Bilingual,
  facts: DocumentFacts,
  own: Readonly<Record<string, Bilingual>> = {},
): Bilingual {
  const fill = (language: Language): string =>
    text[language].replaceAll(SLOT, (_slot, kind: string | undefined, name: string, offset: number) => {
      const said = kind === undefined ? named(name, facts, own)[language] : timed(kind, name, facts)[language]
      const before = text[language].slice(0, offset)
      return before === '' || /[.!?] $/.test(before) ? capital(said) : said
    })
  return { nl: fill('nl'), en: fill('en') }
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** Where nobody has the duty, it is the coordinator's, and else top management's. */
function named(name: string, facts: DocumentFacts, own: Readonly<Record<string, Bilingual>>): Bilingual {
  if (name === 'organisation') return { nl: facts.organisation, en: facts.organisation }
  if (name === 'management') return frame.management
  const given = own[name]
  if (given !== undefined) return given
  const known = frame.roles.find((one) => one.name === name)
  if (known === undefined) throw new Error(`cannot fill \`${name}\``)
  return carrierOf(known.duty, facts)
}

export function carrierOf(duty: string, facts: DocumentFacts): Bilingual {
  return facts.carrier(duty) ?? facts.carrier('isms_coordination') ?? frame.management
}

/** A rhythm or a time as the organisation set it for itself, so that documents say what the rules hold it to. */
function timed(kind: string, name: string, { parameters }: DocumentFacts): Bilingual {
  const n = Object.entries(parameters).find(([parameter]) => parameter === name)?.[1]
  if (typeof n !== 'number') throw new Error(`cannot fill \`${kind}:${name}\``)
  return timeOf(kind, n)
}

export function timeOf(kind: string, n: number): Bilingual {
  const times: Readonly<Record<string, { readonly one: Bilingual; readonly many: Bilingual } | undefined>> = frame.times
  const words = times[kind]?.[n === 1 ? 'one' : 'many']
  if (words === undefined) throw new Error(`cannot say a time in \`${kind}\``)
  const said = (language: Language): string => words[language].replace('{n}', () => String(n))
  return { nl: said('nl'), en: said('en') }
}
