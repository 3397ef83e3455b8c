import type { RecordId } from '../../kernel/register.ts'
import type { Language } from '../../kernel/text.ts'
import { type ChangeInput, changeAll } from '../../platform/store/change.ts'
import { inNewOrganisation, type Organisation } from '../../platform/store/organisation.ts'
import type { Acting, Store } from '../../platform/store/store.ts'
import { controls } from '../catalogue/domain/controls.ts'
import { termReference } from '../catalogue/domain/terms.ts'

export interface NewOrganisation {
  readonly name: string
  readonly slug: string
  /** The language in which its 93 controls get their titles. */
  readonly language: Language
  readonly actor: Acting
  readonly isSample?: boolean
  /** Who makes it and works there: stands in the register of people from the first day. */
  readonly founder?: {
    readonly id: RecordId
    readonly name: string
    readonly email: string
    /** Where it is top management: who directs can decide from the first day. */
    readonly isTopManagement: boolean
  }
  /** Which ids it gets; random unless told. A sample keeps its ids when it is made anew. */
  readonly ids?: { readonly ledger: string; of(register: string, key: string): RecordId }
}

const TIME_ZONE = 'Europe/Amsterdam'

/**
 * Makes an organisation with what every ISMS starts from: its own page, and the 93 controls of Annex A, of which none is
 * chosen yet. Throws conflict where the slug is taken.
 */
export async function foundOrganisation(store: Store, founded: NewOrganisation): Promise<Organisation> {
  const { name, slug, actor, isSample = false, ids } = founded
  const made = { name, slug, isSample, actor, ...(ids && { ledger: ids.ledger }) }
  return inNewOrganisation(store, made, async (ctx, organisation) => {
    await changeAll(ctx, [...firstRecords(founded), ...founderRecord(founded)])
    return organisation
  })
}

function founderRecord({ founder }: NewOrganisation): readonly ChangeInput[] {
  if (founder === undefined) return []
  const { id, name, email, isTopManagement } = founder
  // Whoever does not direct today may still do so tomorrow: that is asked, not denied.
  const set = { name, email, ...(isTopManagement && { isTopManagement }) }
  return [{ register: 'person', act: 'create', id, set }]
}

function firstRecords({ name, slug, language, isSample = false, ids }: NewOrganisation): readonly ChangeInput[] {
  const named = (register: string, key: string): Pick<ChangeInput, 'register' | 'act' | 'id'> => ({
    register,
    act: 'create',
    ...(ids && { id: ids.of(register, key) }),
  })
  return [
    { ...named('organisation', slug), set: { title: name, timeZone: TIME_ZONE, isSample } },
    ...controls().map(({ id, title, attributes }) => ({
      ...named('control', id),
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
