import type { Language } from '../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../platform/store/change.ts'
import { createOrganisation, type Organisation, removeOrganisation } from '../../platform/store/organisation.ts'
import { type Acting, inOrganisation, type Store } from '../../platform/store/store.ts'
import { controls } from '../catalogue/domain/controls.ts'
import { termReference } from '../catalogue/domain/terms.ts'

export interface NewOrganisation {
  readonly name: string
  readonly slug: string
  /** The language in which its 93 controls get their titles. */
  readonly language: Language
  readonly actor: Acting
  readonly isSample?: boolean
}

const TIME_ZONE = 'Europe/Amsterdam'

/**
 * Makes an organisation with what every ISMS starts from: its own page, and the 93 controls of Annex A, of which none is
 * chosen yet. Throws conflict where the slug is taken.
 */
export async function foundOrganisation(store: Store, founded: NewOrganisation): Promise<Organisation> {
  const { name, slug, actor, isSample = false } = founded
  const made = await createOrganisation(store, { name, slug, isSample })
  try {
    await inOrganisation(store, { organisation: made.id, actor }, (ctx) => changeAll(ctx, firstRecords(founded)))
  } catch (error) {
    // A tenant without its first records would be half an organisation: the slug must be free for the next try.
    await removeOrganisation(store, made.id)
    throw error
  }
  return made
}

function firstRecords({ name, language, isSample = false }: NewOrganisation): readonly ChangeInput[] {
  return [
    { register: 'organisation', act: 'create', set: { title: name, timeZone: TIME_ZONE, isSample } },
    ...controls().map(({ id, title, attributes }) => ({
      register: 'control',
      act: 'create',
      set: {
        title: title[language],
        ref: termReference('control_2022', id),
        source: 'annexA',
        annexA: id,
        controlType: attributes.controlTypes,
        properties: attributes.properties,
        concepts: attributes.concepts,
        capabilities: attributes.capabilities,
        domains: attributes.domains,
      },
    })),
  ]
}
