import { createHash } from 'node:crypto'
import { type Registry, registryOf } from '../../../kernel/registry.ts'
import { modules } from '../../../modules.gen.ts'
import { slugOf } from '../../../platform/store/organisation.ts'
import { type Composition, composedLines, type MadeUp } from '../../../platform/store/workspace/compose.ts'
import { registers } from '../../../registers.gen.ts'
import { rules } from '../../../rules.gen.ts'
import { termCheck } from '../../catalogue/domain/terms.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { type Conforming, conforming, type Wish } from '../domain/conforming/conforming.ts'
import { type Deviations, deviate } from '../domain/deviations.ts'
import { actorOf, type HistoryEntry, historyOf } from '../domain/history.ts'
import { idFrom } from '../domain/identity.ts'

/** An organisation that was made, not entered, ready to be written or asked about. */
export interface MadeSample {
  readonly org: Conforming
  readonly registry: Registry
  readonly composition: Composition
  /** The lines of its workspace file. Throws invalid where a record is not what its register declares. */
  lines(): AsyncGenerator
}

const NO_DEVIATIONS: Deviations = { deviations: [] }

/** A conforming organisation with what is not in order in it. What the wish says goes before what the file says. */
export function makeSample(wish: Wish, file: Deviations = NO_DEVIATIONS): MadeSample {
  const registry = registryOf(registers, termCheck(isRule))
  const deriving = { derivations: modules.flatMap(({ derivations }) => derivations), digest }
  const org = conforming({ ...file.organisation, ...wish, deriving })
  deviate(org.build, registry, file)
  const composition = compositionOf(org, file)
  return { org, registry, composition, lines: () => composedLines(registry, composition) }
}

function isRule(id: string): boolean {
  return rules.some((rule) => rule.id === id)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function compositionOf(org: Conforming, file: Deviations): Composition {
  const { build, scheme, officer } = org
  const { seed, people, at, phase } = scheme
  const title = build.all(organisation)[0]?.['title']
  const name = typeof title === 'string' ? title : seed
  const entries = build.entries()
  // Another organisation is another ledger: an installation holds each only once.
  const ledger = idFrom([seed, people, at, phase, digest(JSON.stringify(file))].join('/'))
  const persons = new Set<string>()
  for (const { by } of historyOf(entries, officer)) persons.add(by)
  return {
    name,
    slug: slugOf(name.replaceAll(/\(.*\)/g, '')),
    ledger,
    actors: [...persons].map((person) => ({ id: actorOf(seed, person), person })),
    versions: () => actedOut(historyOf(entries, officer), seed),
  }
}

function* actedOut(history: Iterable<HistoryEntry>, seed: string): Generator<MadeUp> {
  const actors = new Map<string, string>()
  for (const { by, ...entry } of history) {
    const actor = actors.get(by) ?? actorOf(seed, by)
    actors.set(by, actor)
    yield { ...entry, actor }
  }
}
