import type { Words } from '../../../kernel/text.ts'
import type { Visit } from '../../../platform/http/bind.ts'
import { namesOfActors } from '../../../platform/identity/grants.ts'
import type { Channel } from '../../../platform/store/leaf.ts'

/** Who did it and through what, as people read it. */
export interface ActorShown {
  readonly name: string
  /** `api`, `import` …; null through the screens. */
  readonly via: string | null
}

interface Acted {
  readonly actor: string
  readonly channel: Channel
}

/** What it takes to name somebody: of a request, or at the command line. */
export interface Naming {
  readonly services: { readonly identity: Visit['services']['identity'] }
  readonly grant: { readonly organisation: { readonly id: string } }
  readonly words: Words
}

/** Names of the actors of entries; one whose account is erased, or who never had one, is told as such. */
export async function actorsOf(visit: Naming, acted: readonly Acted[]): Promise<(of: Acted) => ActorShown> {
  const { identity } = visit.services
  const names = await namesOfActors(
    identity,
    visit.grant.organisation.id,
    acted.map(({ actor }) => actor),
  )
  return ({ actor, channel }) => ({
    name: names.get(actor) ?? namelessIn(visit.words, channel),
    via: channel === 'web' ? null : channel,
  })
}

function namelessIn(words: Words, channel: Channel): string {
  return channel === 'cli' || channel === 'system' ? words(`actor.${channel}`) : words('actor.erased')
}
