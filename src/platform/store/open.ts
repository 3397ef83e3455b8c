import type { Derivation, Guard } from '../../kernel/module.ts'
import type { Registry } from '../../kernel/registry.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Signer } from './signer.ts'
import type { Store } from './store.ts'

/** The store of this process. What it remembers (present states) begins empty. */
export function storeOf(parts: {
  readonly database: Pick<Database, 'app' | 'owner'>
  readonly registry: Registry
  readonly guards: readonly Guard[]
  readonly derivations: readonly Derivation[]
  readonly clock: Clock
  readonly signer: Signer
}): Store {
  const { database, ...rest } = parts
  return { ...rest, app: database.app, owner: database.owner, states: new Map(), zones: new Map() }
}
