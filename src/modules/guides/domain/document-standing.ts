import type { Isms } from '../../../kernel/isms.ts'
import type { Moment } from '../../../kernel/moment.ts'
import { audienceOf } from '../../documents/domain/audience.ts'
import { reviewDue } from '../../documents/domain/kept.ts'
import { effectiveVersion } from '../../documents/domain.ts'
import { acknowledgement } from '../../documents/registers/acknowledgement.ts'
import type { Document } from '../../documents/registers/document.ts'
import { type DocumentVersion, documentVersion } from '../../documents/registers/document-version.ts'
import { parametersInForce } from '../../organisation/domain/parameters.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { isInPopulation } from '../../people/domain/presence.ts'
import { person } from '../../people/registers/person.ts'

/** How far a document is; `review` is in force and due to be looked at. */
export const STANDINGS = ['missing', 'draft', 'in_force', 'review'] as const

export interface DocumentStanding {
  readonly standing: (typeof STANDINGS)[number]
  readonly draft: DocumentVersion | null
  readonly inForce: DocumentVersion | null
  readonly readers: { readonly read: number; readonly of: number } | null
}

const DRAFTS: readonly DocumentVersion['state'][] = ['draft', 'in_review', 'approved']

/** The version of a document that is being written. */
export function draftOf(isms: Isms, paper: Document): DocumentVersion | null {
  return isms.pointing(documentVersion, 'document', paper.id).findLast(({ state }) => DRAFTS.includes(state)) ?? null
}

/** How far a paper of the set is: not there, a draft, in force, or due for its review (clause 7.5). */
export function standingOf(isms: Isms, paper: Document | null, moment: Moment): DocumentStanding {
  if (paper === null) return { standing: 'missing', draft: null, inForce: null, readers: null }
  const draft = draftOf(isms, paper)
  const inForce = effectiveVersion(isms, paper)
  if (inForce === null) return { standing: draft === null ? 'missing' : 'draft', draft, inForce, readers: null }
  const { parameters } = parametersInForce(isms.all(organisation)[0] ?? null)
  const isDue = moment.reached(reviewDue({ document: paper, version: inForce }, parameters))
  return { standing: isDue ? 'review' : 'in_force', draft, inForce, readers: readersOf(isms, paper, inForce, moment) }
}

/** Of those for whom a topic policy is, how many said that they read it (A.5.1); the rest need only be found. */
function readersOf(isms: Isms, paper: Document, version: DocumentVersion, moment: Moment): DocumentStanding['readers'] {
  const isFor = paper.type === 'topic_policy' ? audienceOf(isms, paper, moment) : null
  if (isFor === null) return null
  const known = new Set(
    isms
      .pointing(acknowledgement, 'documentVersion', version.id)
      .filter(({ state }) => state === 'active')
      .map((one) => one.person),
  )
  const asked = isms.all(person).filter((one) => isInPopulation(isms, one, moment) && isFor(one))
  return { read: asked.filter(({ id }) => known.has(id)).length, of: asked.length }
}
