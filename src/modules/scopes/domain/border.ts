import type { Isms } from '../../../kernel/isms.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Asset, asset } from '../../assets/registers/asset.ts'
import { type InformationSystem, informationSystem } from '../../assets/registers/information-system.ts'
import { type Location, location } from '../../organisation/registers/location.ts'
import { type Service, service } from '../../organisation/registers/service.ts'
import { type Unit, unit } from '../../organisation/registers/unit.ts'
import { isActive } from '../../suppliers/domain.ts'
import { type Supplier, supplier } from '../../suppliers/register.ts'
import type { Scope } from '../register.ts'

/** Something that lies on one side of the border or the other (ISO/IEC 27001:2022, 4.3). */
export type Placeable = Unit | Location | Service | InformationSystem | Asset | Supplier

/** What must be placed in or out one by one (R-4.3-3); of suppliers only the critical ones, which the rule adds. */
export function placeable(isms: Isms): readonly Placeable[] {
  return [
    ...isms.all(unit).filter(isKept),
    ...isms.all(location).filter(isKept),
    ...isms.all(service).filter(isKept),
    ...isms.all(informationSystem).filter(isKept),
  ]
}

function isKept(one: { readonly state: 'active' | 'retired' }): boolean {
  return one.state === 'active'
}

/** What lies outside and is leaned on from inside: services, systems and assets in scope name what they depend on. */
export function dependenciesOutside(isms: Isms): readonly Placeable[] {
  const inside = [...isms.all(service), ...isms.all(informationSystem), ...isms.all(asset)].filter(
    (one) => isKept(one) && one.inScope === true,
  )
  const wanted = new Set<RecordId>(inside.flatMap((one) => one.dependsOn))
  const all = [...placeable(isms), ...isms.all(asset).filter(isKept), ...isms.all(supplier).filter(isActive)]
  return all.filter((one) => wanted.has(one.id) && one.inScope === false)
}

/** Whether the scope names it as an interface: by link, or by its very name where the list is plain text. */
export function isInterface(one: Pick<Scope, 'interfaces'>, thing: Placeable): boolean {
  const name = plain(thing.title)
  return one.interfaces.some(
    (line) => line.party === thing.id || plain(line.with ?? '') === name || plain(line.what ?? '') === name,
  )
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
