import type { Isms } from '../../../kernel/isms.ts'
import type { RecordId } from '../../../kernel/register.ts'
import { type Facts, type Rule, rule } from '../../../kernel/rule.ts'
import { forAll } from '../../../kernel/verdict.ts'
import { asset } from '../../assets/registers/asset.ts'
import { informationSystem } from '../../assets/registers/information-system.ts'
import { organisation } from '../../organisation/registers/organisation.ts'
import { unit } from '../../organisation/registers/unit.ts'
import { person } from '../../people/registers/person.ts'
import { role } from '../../people/registers/role.ts'
import { supplier } from '../../suppliers/register.ts'
import { isInForce } from '../domain/in-force.ts'
import { ownEditions } from '../domain/kept.ts'
import { namesOf, type Passages, searchFor } from '../domain/passages.ts'
import type { Edition } from '../domain.ts'
import { document } from '../registers/document.ts'
import { documentVersion } from '../registers/document-version.ts'

interface Read extends Edition {
  readonly id: RecordId
  readonly passages: Passages
}

/** Texts that are kept here; what stands in a file only people can read. */
function texts({ isms }: Facts): readonly Read[] {
  const own = isms.all(organisation).flatMap(({ placeholderPatterns }) => placeholderPatterns)
  const search = searchFor(own.flatMap(({ pattern }) => pattern ?? []))
  return ownEditions(isms)
    .filter(({ version }) => version.text !== null || version.translations.length > 0)
    .map((edition) => ({ ...edition, id: edition.version.id, passages: search(edition.version) }))
}

/** What the registers call their roles, functions, units and systems, in small letters. */
function titlesIn(isms: Isms): readonly string[] {
  const titles = [
    ...isms
      .all(role)
      .filter(({ state }) => state === 'active')
      .map(({ title }) => title),
    ...isms
      .all(unit)
      .filter(({ state }) => state === 'active')
      .map(({ title }) => title),
    ...isms.all(person).map(({ jobTitle }) => jobTitle ?? ''),
    ...isms.all(informationSystem).map(({ title }) => title),
    ...isms.all(asset).map(({ title }) => title),
    ...isms.all(supplier).map(({ title }) => title),
  ]
  return titles.map((title) => title.toLowerCase())
}

/** Those of the named roles, units and systems that stand in no register. */
function absentOf(isms: Isms, all: readonly Read[]): ReadonlySet<string> {
  const named = new Set(all.flatMap(({ passages }) => passages.named))
  if (named.size === 0) return named
  const titles = titlesIn(isms)
  return new Set([...named].filter((first) => !namesOf(first).some((name) => titles.some((one) => one.includes(name)))))
}

const ownWords = rule(
  'R-7.5.3-5',
  {
    basis: 'P on N',
    stage: 'S1',
    worst: 'MIN',
    reads: [document, documentVersion, organisation, role, unit, person, informationSystem, asset, supplier],
    remedy: { owner: 'object_owner', register: 'document_version', act: 'update' },
  },
  (facts) => {
    const all = texts(facts)
    const absent = absentOf(facts.isms, all)
    const object = ({ version }: Read): RecordId => version.document
    return forAll(facts, { of: all, counts: ({ version }, moment) => isInForce(version, moment) }, [
      {
        variant: 'placeholder',
        fails: ({ passages }) => passages.placeholders.length > 0,
        fields: ['text'],
        object,
        values: (found) => ({ passages: listed(found.flatMap(({ passages }) => passages.placeholders)) }),
      },
      {
        variant: 'absent',
        fails: ({ passages }) => passages.named.some((name) => absent.has(name)),
        fields: ['text'],
        object,
        values: (found) => ({
          passages: listed(found.flatMap(({ passages }) => passages.named).filter((name) => absent.has(name))),
        }),
      },
    ])
  },
)

/** A sentence quotes so many passages, so that it stays a sentence. */
const MOST_QUOTED = 6

function listed(passages: readonly string[]): string {
  return [...new Set(passages)].slice(0, MOST_QUOTED).join(', ')
}

export const rules: readonly Rule[] = [ownWords]
