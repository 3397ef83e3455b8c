import type { Isms } from '../../../kernel/isms.ts'
import { sameJson } from '../../../kernel/json.ts'
import type { RecordId } from '../../../kernel/register.ts'
import type { Language, Words } from '../../../kernel/text.ts'
import { asset } from '../../assets/registers/asset.ts'
import { contextIssue } from '../../context/registers/context-issue.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { service } from '../../organisation/registers/service.ts'
import { requirement } from '../../parties/registers/requirement.ts'
import { dependenciesOutside, isInterface, type Placeable, placeable } from '../../scopes/domain/border.ts'
import type { Scope } from '../../scopes/register.ts'
import { newestStatement } from '../../statements/domain/newest.ts'
import { isActive } from '../../suppliers/domain.ts'
import { supplier } from '../../suppliers/register.ts'

export const PLACED = ['unit', 'location', 'service', 'information_system', 'supplier'] as const

/** Everything that lies on one side of the border or the other, suppliers included. */
export function toPlace(isms: Isms): readonly Placeable[] {
  return [...placeable(isms), ...isms.all(supplier).filter(isActive)]
}

/** Whether an auditor would miss the answer: of suppliers only those that matter much have to be placed (R-4.3-3). */
export function isAsked(one: Placeable): boolean {
  return one.register !== 'supplier' || one.criticality === 'high'
}

export type Interface = Scope['interfaces'][number]

/**
 * What others do for what is inside: suppliers that lie outside and provide it, and whatever outside it leans on. Each as a
 * line in our words, to be changed by whoever knows better.
 */
export function proposedInterfaces(isms: Isms, words: Words): readonly Interface[] {
  const suppliers = isms.all(supplier).filter((one) => isActive(one) && one.inScope === false)
  const outside = new Map<RecordId, Placeable>()
  for (const one of [...dependenciesOutside(isms), ...suppliers.filter((each) => provides(isms, each.id))]) {
    outside.set(one.id, one)
  }
  return [...outside.values()].map((one) => {
    const kind = kindOf(one)
    const say = (part: string): string => words(`scope.border.${kind}.${part}`, { name: one.title })
    return { what: say('what'), with: one.title, party: one.id, border: say('border'), control: say('control') }
  })
}

function kindOf(one: Placeable): string {
  if (one.register !== 'supplier') return one.register
  return `supplier.${one.kind ?? 'other'}`
}

/** Whether something inside comes from this supplier, or he can reach information. */
function provides(isms: Isms, id: RecordId): boolean {
  const one = isms.find(supplier, id)
  const provided = isms.all(service).some((each) => each.inScope !== false && each.providedBy === id)
  return provided || one?.accessToInformation === true || one?.criticality === 'high'
}

/** Proposals that the scope does not name yet. */
export function missingInterfaces(
  isms: Isms,
  named: readonly Interface[],
  proposed: readonly Interface[],
): readonly Interface[] {
  return proposed.filter(({ party }) => {
    const thing = toPlace(isms).find(({ id }) => id === party)
    return thing === undefined || !isInterface({ interfaces: named }, thing)
  })
}

type Placed = Pick<Scope, 'boundaries' | 'exclusions' | 'consideredIssues' | 'consideredRequirements'>

/**
 * What the scope holds as it follows from where everything was placed (ISO/IEC 27001:2022, 4.3 a to c). Assets that somebody
 * named in it, and exclusions in somebody's own words, stay.
 */
export function placedScope(isms: Isms, base: Scope | null): Placed {
  const assets = (base?.boundaries.systems ?? []).filter((id) => isms.find(asset, id) !== null)
  const [units, locations, services] = [inside(isms, 'unit'), inside(isms, 'location'), inside(isms, 'service')]
  const systems = [...inside(isms, 'information_system'), ...assets]
  const none = (ids: readonly RecordId[]): true | null => (ids.length === 0 ? true : null)
  return {
    boundaries: {
      units,
      unitsNone: none(units),
      locations,
      locationsNone: none(locations),
      services,
      servicesNone: none(services),
      systems,
      systemsNone: none(systems),
    },
    exclusions: exclusionsIn(isms, base?.exclusions ?? null),
    consideredIssues: activeIn(isms.all(contextIssue)),
    consideredRequirements: activeIn(isms.all(requirement)),
  }
}

function inside(isms: Isms, name: Placeable['register']): readonly RecordId[] {
  return toPlace(isms)
    .filter((one) => one.register === name && one.inScope === true)
    .map(({ id }) => id)
}

function activeIn(records: readonly { readonly id: RecordId; readonly state: string }[]): readonly RecordId[] {
  return records.filter(({ state }) => state === 'active').map(({ id }) => id)
}

/** What is left out with its reason, a line each; unless somebody said it in other words. */
function exclusionsIn(isms: Isms, said: string | null): string | null {
  const things = placeable(isms)
  const isOurs = (said ?? '')
    .split('\n')
    .every((line) => line === '' || things.some(({ title }) => line.startsWith(`${title}: `)))
  if (!isOurs) return said
  const out = things.filter(({ inScope }) => inScope === false)
  return out.length === 0 ? null : out.map((one) => `${one.title}: ${one.outOfScopeReason ?? ''}`).join('\n')
}

const BOUNDARIES = ['units', 'locations', 'services', 'systems'] as const

/** Whether a scope draws the border elsewhere than where things were placed since. */
export function isBehind(one: Scope, { boundaries }: Placed): boolean {
  const same = (a: readonly RecordId[], b: readonly RecordId[]): boolean => sameJson(a.toSorted(), b.toSorted())
  return BOUNDARIES.some((name) => !same(one.boundaries[name], boundaries[name]))
}

/** What the certificate would say: services, by whom, from where, and by which statement of applicability. */
export function proposedWording(
  isms: Isms,
  { language, words }: { readonly language: Language; readonly words: Words },
): string {
  const list = (name: Placeable['register']): string =>
    new Intl.ListFormat(language).format(
      toPlace(isms)
        .filter((one) => one.register === name && one.inScope === true)
        .map(({ title }) => title),
    )
  const version = newestStatement(isms)?.versionLabel ?? null
  const [services, units, locations] = [list('service'), list('unit'), list('location')]
  return [
    words('scope.wording.services', { organisation: isms.all(organisation)[0]?.title ?? '', services }),
    units === '' ? '' : words('scope.wording.units', { units }),
    locations === '' ? '' : words('scope.wording.locations', { locations }),
    version === null ? words('scope.wording.statement') : words('scope.wording.version', { version }),
  ]
    .filter((part) => part !== '')
    .join('')
}
