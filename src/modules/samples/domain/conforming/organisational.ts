import type { Builder } from '../builder.ts'
import { type Access, addAccess } from './access.ts'
import { addInventory, type Inventory } from './inventory.ts'
import type { People } from './people.ts'
import { addPrivacy, type Privacy } from './privacy.ts'
import type { Risks } from './risks.ts'
import type { Scheme } from './scheme.ts'
import type { Soa } from './statement.ts'
import { addSupplying, type Supplying } from './suppliers.ts'
import type { Things } from './things.ts'
import { addTopics, type Topics } from './topics.ts'

export interface Organisational extends Access, Supplying, Inventory, Topics, Privacy {}

/** What the organisational controls of Annex A ask (A.5.1 to A.5.37), beside what other pieces hold. */
export function addOrganisational(build: Builder, org: People & Soa & Things & Risks, scheme: Scheme): Organisational {
  return {
    ...addAccess(build, org, scheme),
    ...addSupplying(build, org, scheme),
    ...addInventory(build, org, scheme),
    ...addTopics(build, org, scheme),
    ...addPrivacy(build, org, scheme),
  }
}
