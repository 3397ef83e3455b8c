import { describe, expect, test } from 'vitest'
import { Refusal } from '../../kernel/refusal.ts'
import { registryOf } from '../../kernel/registry.ts'
import { registers } from '../../registers.gen.ts'
import { location } from '../organisation/registers/location.ts'
import { unit } from '../organisation/registers/unit.ts'
import { person } from '../people/registers/person.ts'
import { builder } from './domain/builder.ts'
import { deviate, readDeviations } from './domain/deviations.ts'

const registry = registryOf(registers, () => true)

function small() {
  const build = builder({ start: '2025-01-01', at: '2026-01-01' })
  const home = build.add(unit, { title: 'Bedrijf' }, { key: 'home' })
  for (const name of ['Anna', 'Bas', 'Carla']) build.add(person, { name, unit: home }, { validFrom: '2025-01-01' })
  return build
}

const after = (...deviations: readonly object[]) => {
  const build = small()
  deviate(build, registry, readDeviations({ deviations }))
  return build
}

/** Where it is refused, and why. */
function faults(value: object): readonly string[] {
  try {
    deviate(small(), registry, readDeviations(value))
  } catch (error) {
    if (error instanceof Refusal) return (error.details.faults ?? []).map(({ path, code }) => `${path} ${code}`)
    throw error
  }
  return []
}

describe('deviations', () => {
  test('rewrite one record or a row of them, by key or number', () => {
    const build = after(
      { set: 'P-1', fields: { jobTitle: 'Directeur' } },
      { set: 'person.{2..3}', fields: { kind: 'contractor' }, on: '2025-05-01' },
    )
    expect(build.all(person).map(({ jobTitle, kind, validFrom }) => [jobTitle, kind, validFrom])).toEqual([
      ['Directeur', null, '2025-01-01'],
      [null, 'contractor', '2025-05-01'],
      [null, 'contractor', '2025-05-01'],
    ])
  })

  test('change a record on a day, add one and take one out', () => {
    const build = after(
      { change: 'person.1', on: '2025-06-01', fields: { endDate: '2025-06-30' }, reason: 'Andere baan' },
      { add: 'location', key: 'emmen', on: '2025-04-01', fields: { title: 'Emmen', owner: 'person.2' } },
      { remove: ['person.3'] },
    )
    expect(build.isms('2025-05-31').all(person)[0]).toMatchObject({ endDate: null })
    expect(build.isms('2025-06-01').all(person)[0]).toMatchObject({ endDate: '2025-06-30', version: 2 })
    expect(build.isms('2025-03-31').all(location)).toEqual([])
    expect(build.isms().all(location)[0]).toMatchObject({ title: 'Emmen', owner: build.named('person.2')?.id })
    expect(build.all(person)).toHaveLength(2)
  })

  test.each([
    [{ set: 'person.9', fields: {} }, 'deviations.0.set deviation.no-record'],
    [{ set: 'person.1', fields: { shoe: 42 } }, 'deviations.0.fields.shoe field.unknown'],
    [{ set: 'person.1', fields: { unit: 'nowhere' } }, 'deviations.0.fields.unit field.wrong'],
    [{ set: 'person.1', state: 'asleep' }, 'deviations.0.state field.not-a-choice'],
    [{ change: 'person.1', on: '2025-02-30' }, 'deviations.0.on field.not-a-date'],
    [{ add: 'planet', fields: {} }, 'deviations.0.add deviation.no-register'],
    [{ add: 'location', fields: {} }, 'deviations.0.fields.title field.required'],
    [{ add: 'location', key: 'home', fields: { title: 'x' } }, 'deviations.0.key deviation.key-taken'],
    [{ remove: 'P-7' }, 'deviations.0.remove deviation.no-record'],
    [{ set: 'person.1', filds: {} }, 'deviations.0.filds field.unknown'],
  ])('names the place in %j', (operation, expected) => {
    expect(faults({ deviations: [operation] })).toEqual([expected])
  })

  test('names what the organisation of the file cannot be', () => {
    expect(faults({ organisation: { people: 0, hue: 'red' }, deviations: [] })).toEqual([
      'organisation.people field.too-small',
      'organisation.hue field.unknown',
    ])
  })
})
