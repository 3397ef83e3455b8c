import { describe, expect, test } from 'vitest'
import { asset } from '../assets/registers/asset.ts'
import { location } from '../organisation/registers/location.ts'
import { builder } from './domain/builder.ts'

const made = () => {
  const build = builder({ seed: 's', start: '2025-01-01', at: '2026-01-01' })
  const office = build.add(location, { title: 'Zwolle', kind: 'office' }, { key: 'office' })
  return { build, office }
}

describe('a made-up record', () => {
  test('has an id by seed and key, and is found by key and number', () => {
    const { build, office } = made()
    expect(office).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    expect(made().office).toBe(office)
    expect(builder({ seed: 't' }).add(location, { title: 'Zwolle' }, { key: 'office' })).not.toBe(office)
    expect([build.named('office')?.id, build.named('LOC-1')?.id, build.named('LOC-2')]).toEqual([office, office, null])
    expect(() => build.add(location, { title: 'Emmen' }, { key: 'office' })).toThrow('two records called `office`')
  })

  test('is known from the day of its entry on, as it was by then', () => {
    const { build, office } = made()
    build.change(location, office, '2025-06-01', { address: 'Diezerkade 1' })
    build.change(location, office, { on: '2025-03-01', recordedOn: '2025-04-01' }, { title: 'Kantoor Zwolle' })
    const known = (at: string) => build.isms(at).find(location, office)
    expect(known('2024-12-31')).toBeNull()
    expect(known('2025-03-31')).toMatchObject({ title: 'Zwolle', version: 1, sequence: 1 })
    expect(known('2025-04-01')).toMatchObject({ title: 'Kantoor Zwolle', version: 2, validFrom: '2025-03-01' })
    expect(known('2025-06-01')).toMatchObject({ title: 'Kantoor Zwolle', address: 'Diezerkade 1', version: 3 })
    expect(build.entries().map(({ version }) => version.act)).toEqual(['create', 'update', 'update'])
  })

  test('was always so where it is rewritten', () => {
    const { build, office } = made()
    build.change(location, office, '2025-06-01', { title: 'Kantoor Zwolle' })
    build.set(location, office, { title: 'Emmen', validFrom: '2025-02-01', state: 'retired' })
    expect(build.isms('2025-01-31').find(location, office)).toBeNull()
    expect(build.isms('2025-02-01').find(location, office)).toMatchObject({ title: 'Emmen', state: 'retired' })
    build.remove(office)
    expect([build.all(location), build.named('office'), build.isms().any(office)]).toEqual([[], null, null])
  })

  test('was entered on the newest past day that it tells of', () => {
    const build = builder({ start: '2025-01-01', at: '2026-01-01' })
    const dated = (inUse: string, verified: string): string | undefined => {
      const id = build.add(asset, { title: 'Server', inUseSince: inUse, lastVerifiedAt: verified })
      return build.isms().find(asset, id)?.validFrom
    }
    expect(dated('2025-03-01', '2025-06-01')).toBe('2025-06-01')
    expect(dated('2025-03-01', '2026-06-01')).toBe('2025-03-01')
    expect(dated('2020-03-01', '2026-06-01')).toBe('2025-01-01')
  })
})
