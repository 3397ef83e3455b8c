import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { change, changeAll } from './change.ts'
import { makeCheckpoint } from './checkpoint.ts'
import { findDraft, saveDraft } from './drafts.ts'
import { erase } from './erase.ts'
import { list as listRecords } from './list.ts'
import { find, history, incoming, lastFieldChanges, search } from './read.ts'
import { presentState, registerUpTo, stateAt, stateUpTo } from './state.ts'
import { clock, openTestStore, type Place, placeIn, refusal, risk, verifiedIn } from './store.fixture.ts'
import type { Store } from './store.ts'

let store: Store
beforeAll(async () => {
  store = await openTestStore()
})
const place = (): Promise<Place> => placeIn(store)
const verified = (at: Place) => verifiedIn(store, at)

describe('a change', () => {
  it('writes record, links and ledger entry in one transaction, or none of them', async () => {
    const at = await place()
    const owner = await at.save({ register: 'person', act: 'create', set: { name: 'Ada' } })
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand', owner: owner.id } })
    expect(made).toMatchObject({ number: 'R-1', version: 1, sequence: 2, state: 'draft', owner: owner.id })
    expect(await at.run((ctx) => incoming(ctx, owner.id))).toEqual([{ register: 'risk', id: made.id, field: 'owner' }])
    const failed = at.run(async (ctx) => {
      await change(ctx, { register: 'risk', act: 'update', id: made.id, version: 1, set: { title: 'Storm' } })
      throw new Error('the power fails')
    })
    await expect(failed).rejects.toThrow('the power fails')
    expect(await at.run((ctx) => find(ctx, made.id))).toMatchObject({ title: 'Brand', version: 1 })
    expect((await verified(at)).size).toBe(2)
  })

  it('refuses a stale version and gives back the record as it is now', async () => {
    const at = await place()
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
    await at.save({ register: 'risk', act: 'update', id: made.id, version: 1, set: { title: 'Grote brand' } })
    const no = await refusal(
      at.save({ register: 'risk', act: 'update', id: made.id, version: 1, set: { title: 'Brandje' } }),
    )
    expect(no.code).toBe('record.stale')
    expect(no.details.attached).toMatchObject({ current: { title: 'Grote brand', version: 2 }, seen: 1 })
  })

  it('names every fault of an input at once', async () => {
    const at = await place()
    const no = await refusal(
      at.save({
        register: 'risk',
        act: 'create',
        set: { title: 'x'.repeat(201), likelihood: 9, reviewAt: '2026-02-30', colour: 'red' },
      }),
    )
    expect(no.details.faults?.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
      'colour field.unknown',
      'likelihood field.too-big',
      'reviewAt field.not-a-date',
      'title field.too-long',
    ])
  })

  it('lets nothing point at nothing, at a wrong register, or into another organisation', async () => {
    const [at, elsewhere] = [await place(), await place()]
    const stranger = await elsewhere.save({ register: 'person', act: 'create', set: { name: 'Bo' } })
    const other = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
    const codes = async (owner: string): Promise<string | undefined> =>
      (await refusal(at.save({ register: 'risk', act: 'create', set: { title: 'a', owner } }))).details.faults?.[0]
        ?.code
    expect(await codes(randomUUID())).toBe('field.dangling')
    expect(await codes(stranger.id)).toBe('field.dangling')
    expect(await codes(other.id)).toBe('field.wrong-register')
    const nested = await refusal(
      at.save({ register: 'risk', act: 'create', set: { title: 'a', reasons: [{ about: stranger.id, text: 'x' }] } }),
    )
    expect(nested.details.faults).toEqual([{ path: 'reasons.about', code: 'field.dangling' }])
  })

  it('takes transitions by their guards: state, reason, and never a consultant for an approval', async () => {
    const at = await place()
    const owner = await at.save({ register: 'person', act: 'create', set: { name: 'Ada' } })
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
    const accept = { register: 'risk', act: 'accept', id: made.id } as const
    const consultant = at.run((ctx) => change(ctx, accept), { roles: ['consultant', 'top_management'] })
    expect((await refusal(consultant)).code).toBe('permission.consultant')
    const accepted = await at.run((ctx) => change(ctx, accept), { person: owner.id })
    expect(accepted).toMatchObject({ state: 'accepted', acceptedBy: owner.id, acceptedAt: '2026-03-02' })
    expect((await refusal(at.save(accept))).code).toBe('record.not-in-this-state')
    expect((await refusal(at.save({ register: 'risk', act: 'close', id: made.id }))).details.faults).toEqual([
      { path: 'reason', code: 'field.required' },
    ])
  })

  it('does nothing when nothing changes', async () => {
    const at = await place()
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
    const same = await at.save({ register: 'risk', act: 'update', id: made.id, version: 1, set: { title: ' Brand ' } })
    expect(same.version).toBe(1)
    expect((await verified(at)).size).toBe(1)
  })

  it('makes many records at once that point at each other, and changes them again in the same batch', async () => {
    const at = await place()
    const ids = Array.from({ length: 120 }, () => randomUUID())
    const batch = ids.map((id, index) => ({
      register: 'risk',
      act: 'create',
      id,
      set: { title: `Risico ${index}`, others: [ids[119 - index] ?? id] },
    }))
    const made = await at.run((ctx) =>
      changeAll(ctx, [...batch, { register: 'risk', act: 'update', id: ids[0] ?? '', set: { likelihood: 3 } }]),
    )
    expect(made.at(-1)).toMatchObject({ version: 2, number: 'R-1', likelihood: 3 })
    expect(await verified(at)).toMatchObject({ ok: true, size: 121 })
  })

  it('gives concurrent saves a dense sequence and rising times', async () => {
    const at = await place()
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        at.save({ register: 'risk', act: 'create', set: { title: `R ${index}` } }),
      ),
    )
    const state = await at.run((ctx) => presentState(ctx))
    expect(
      state
        .all(risk)
        .map(({ sequence }) => sequence)
        .sort((a, b) => a - b),
    ).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
    expect((await verified(at)).ok).toBe(true)
  })
})

describe('the two clocks', () => {
  it('read what was known then, and what was true then', async () => {
    const at = await place()
    const made = await at.save(
      { register: 'risk', act: 'create', set: { title: 'Brand', likelihood: 4 } },
      '2026-02-01T10:00:00Z',
    )
    // In April: likelihood was 2 from 1 March on, entered after consequence, which holds from 15 March.
    await at.save(
      { register: 'risk', act: 'update', id: made.id, set: { consequence: 5 }, validFrom: '2026-03-15' },
      '2026-04-10T10:00:00Z',
    )
    await at.save(
      { register: 'risk', act: 'update', id: made.id, set: { likelihood: 2 }, validFrom: '2026-03-01' },
      '2026-04-11T10:00:00Z',
    )
    const read = (day: string, mode: 'known' | 'true') =>
      at.run(async (ctx) => {
        const found = (await stateAt(ctx, day, mode)).find(risk, made.id)
        return found === null ? null : [found.likelihood, found.consequence]
      })
    expect(await read('2026-01-31', 'known')).toBeNull()
    expect(await read('2026-03-10', 'known')).toEqual([4, null])
    expect(await read('2026-03-10', 'true')).toEqual([2, null])
    expect(await read('2026-03-20', 'true')).toEqual([2, 5])
    expect(await read('2026-04-10', 'known')).toEqual([4, 5])
    expect(await read('2026-04-11', 'known')).toEqual([2, 5])
    const changed = async (on: string, mode: 'known' | 'true') =>
      (await at.run((ctx) => lastFieldChanges(ctx, [made.id], { at: on, mode }))).get(`${made.id} likelihood`)
    expect(await changed('2026-04-12', 'known')).toBe('2026-03-01')
    expect(await changed('2026-04-10', 'known')).toBe('2026-02-01')
    expect(await changed('2026-04-10', 'true')).toBe('2026-03-01')
  })

  it('keep the local day: an entry just after midnight in Amsterdam belongs to the new day', async () => {
    const at = await place()
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } }, '2026-06-01T10:00:00Z')
    await at.save(
      { register: 'risk', act: 'update', id: made.id, set: { title: 'Na middernacht' } },
      '2026-06-09T22:30:00Z',
    )
    clock.time = new Date('2026-06-20T10:00:00Z')
    const title = (day: string) => at.run(async (ctx) => (await stateAt(ctx, day, 'known')).find(risk, made.id)?.title)
    expect(await title('2026-06-09')).toBe('Brand')
    expect(await title('2026-06-10')).toBe('Na middernacht')
  })
})

describe('the present state', () => {
  it('is brought forward by the ledger and never holds what was rolled back', async () => {
    const at = await place()
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
    const title = () => at.run(async (ctx) => (await presentState(ctx)).find(risk, made.id)?.title)
    expect(await title()).toBe('Brand')
    const failed = at.run(async (ctx) => {
      await change(ctx, { register: 'risk', act: 'update', id: made.id, set: { title: 'Nooit' } })
      expect((await presentState(ctx)).find(risk, made.id)?.title).toBe('Nooit')
      throw new Error('the power fails')
    })
    await expect(failed).rejects.toThrow()
    expect(await title()).toBe('Brand')
    await at.save({ register: 'risk', act: 'update', id: made.id, set: { title: 'Storm' } })
    expect(await title()).toBe('Storm')
  })
})

describe('a register after an entry', () => {
  it('holds what the whole state after that entry holds of it, and nothing else', async () => {
    const at = await place()
    const bo = await at.save({ register: 'person', act: 'create', set: { name: 'Bo' } })
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand', owner: bo.id } })
    await at.save({ register: 'risk', act: 'update', id: made.id, set: { title: 'Brandstichting' } })
    await at.save({ register: 'risk', act: 'create', set: { title: 'Diefstal' } })
    const titles = (sequence: number): Promise<readonly unknown[]> =>
      at.run(async (ctx) => {
        const alone = await registerUpTo(ctx, ctx.registry.get('risk'), sequence)
        expect(alone.all(ctx.registry.get('risk'))).toEqual(
          (await stateUpTo(ctx, sequence)).all(ctx.registry.get('risk')),
        )
        expect([alone.sequence, alone.any(bo.id)]).toEqual([sequence, null])
        return alone.all(ctx.registry.get('risk')).map(({ id }) => alone.any(id)?.['title'])
      })
    expect([await titles(1), await titles(2), await titles(3), await titles(4)]).toEqual([
      [],
      ['Brand'],
      ['Brandstichting'],
      ['Brandstichting', 'Diefstal'],
    ])
  })
})

describe('the ledger', () => {
  it('tells of a body that was changed into one that no database can read, and ends no check for it', async () => {
    const at = await place()
    await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
    await store.owner.query(
      `update ledger_entry set ordinary = replace(ordinary, 'Brand', '\\u0000') where organisation = $1`,
      [at.id],
    )
    expect((await verified(at)).flaws.map(({ code }) => code)).toContain('ledger.record')
  })

  it('tells when somebody wrote past it', async () => {
    const at = await place()
    const made = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand', likelihood: 5 } })
    await at.run((ctx) => makeCheckpoint(ctx))
    await at.save({ register: 'risk', act: 'update', id: made.id, set: { likelihood: 1 } })
    expect((await verified(at)).ok).toBe(true)
    await store.owner.query(`update record set data = data || '{"likelihood": 2}' where id = $1`, [made.id])
    expect((await verified(at)).flaws.map(({ code }) => code)).toEqual(['ledger.record'])
    await store.owner.query(`update record set data = data || '{"likelihood": 1}' where id = $1`, [made.id])
    await store.owner.query(
      `update ledger_entry set ordinary = replace(ordinary, 'Brand', 'Brandje') where organisation = $1 and sequence = 1`,
      [at.id],
    )
    expect((await verified(at)).flaws.map(({ code }) => code)).toContain('ledger.leaf')
  })

  it('cannot be changed by the role that requests run as', async () => {
    const at = await place()
    await at.save({ register: 'risk', act: 'create', set: { title: 'Brand' } })
    for (const statement of [
      'update ledger_entry set act = $1',
      'delete from ledger_entry where act = $1',
      'alter table record disable row level security',
    ]) {
      const values = statement.includes('$1') ? ['x'] : []
      await expect(at.run((ctx) => ctx.tx.query(statement, values))).rejects.toThrow(/permission denied|must be owner/)
    }
  })

  it('shows one organisation nothing of another', async () => {
    const [at, elsewhere] = [await place(), await place()]
    const secret = await elsewhere.save({ register: 'risk', act: 'create', set: { title: 'Geheim' } })
    expect(await at.run((ctx) => find(ctx, secret.id))).toBeNull()
    const counts = await at.run(async (ctx) => {
      const tables = ['record', 'link', 'ledger_entry', 'ledger_head', 'checkpoint', 'draft', 'counter', 'organisation']
      const counted: number[] = []
      for (const table of tables) {
        const column = table === 'organisation' ? 'id' : 'organisation'
        const { rows } = await ctx.tx.query<{ count: number }>(`select count(*) from ${table} where ${column} = $1`, [
          elsewhere.id,
        ])
        counted.push(rows[0]?.count ?? -1)
      }
      return counted
    })
    expect(new Set(counts)).toEqual(new Set([0]))
    expect((await refusal(at.save({ register: 'risk', act: 'update', id: secret.id, set: { title: 'x' } }))).kind).toBe(
      'not_found',
    )
  })

  it('lets a person be erased and stays valid', async () => {
    const at = await place()
    const ada = await at.save({
      register: 'person',
      act: 'create',
      set: { name: 'Ada Lovelace', unit: 'IT' },
      reason: 'Ada begint',
    })
    await at.save({ register: 'person', act: 'update', id: ada.id, set: { name: 'Ada King' } })
    await at.run((ctx) =>
      saveDraft(ctx, { account: 'a', register: 'person', record: ada.id }, { version: 2, set: { name: 'Ada Byron' } }),
    )
    await at.run((ctx) => erase(ctx, { register: 'person', id: ada.id, version: 2, reason: 'verzoek' }))
    expect(await verified(at)).toMatchObject({ ok: true, erased: 3 })
    const left = await store.owner.query<{ all: string }>(
      `select string_agg(t, ' ') as all from (select record::text as t from record where organisation = $1
        union all select ledger_entry::text from ledger_entry where organisation = $1
        union all select draft::text from draft where organisation = $1) everything`,
      [at.id],
    )
    expect(left.rows[0]?.all).not.toMatch(/Ada|Lovelace|King|Byron|begint/)
    expect(await at.run((ctx) => findDraft(ctx, { account: 'a', register: 'person', record: ada.id }))).toBeNull()
    expect((await at.run((ctx) => history(ctx, ada.id))).map(({ fields }) => fields['unit'])).toEqual([
      'IT',
      'IT',
      'IT',
    ])
  })

  it('calls an erased person by his number, in the present, in the past and in what another process remembers', async () => {
    const at = await place()
    const ada = await at.save({ register: 'person', act: 'create', set: { name: 'Ada' } })
    await at.run(presentState)
    const remembered = store.states.get(at.id)
    if (remembered === undefined) throw new Error('cannot find the state just read')
    await at.run((ctx) => erase(ctx, { register: 'person', id: ada.id, version: 1, reason: 'verzoek' }))
    store.states.set(at.id, remembered)
    expect((await at.run(presentState)).any(ada.id)).toMatchObject({ name: 'P-1' })
    expect((await at.run((ctx) => stateUpTo(ctx, 1))).any(ada.id)).toMatchObject({ name: 'P-1' })
    expect(await at.run((ctx) => find(ctx, ada.id))).toMatchObject({ name: 'P-1' })
  })
})

describe('a list', () => {
  it('filters, sorts, pages and counts', async () => {
    const at = await place()
    const bo = await at.save({ register: 'person', act: 'create', set: { name: 'Bo' } })
    const inputs = Array.from({ length: 25 }, (_, index) => ({
      register: 'risk',
      act: 'create',
      set: {
        title: `Risico ${index % 2 === 0 ? 'privé' : 'open'} ${index}`,
        likelihood: (index % 5) + 1,
        owner: index < 5 ? bo.id : null,
      },
    }))
    const made = await at.run((ctx) => changeAll(ctx, inputs))
    await at.save({ register: 'risk', act: 'close', id: made[24]?.id ?? '', reason: 'weg' })
    const page = (query: Parameters<typeof listRecords>[2], actor = {}) =>
      at.run((ctx) => listRecords(ctx, risk, query), actor)
    const all = await page({ limit: 10, sort: { field: 'likelihood', isDescending: true } })
    expect([all.total, all.states, all.rows.length]).toEqual([24, { draft: 24, closed: 1 }, 10])
    const seen: string[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const part: Awaited<ReturnType<typeof page>> = await page({
        limit: 7,
        sort: { field: 'owner', isDescending: false },
        ...(after === undefined ? {} : { after }),
      })
      seen.push(...part.rows.map((row) => row.number))
      after = part.next
    }
    expect(new Set(seen).size).toBe(24)
    expect(seen.length).toBe(24)
    const mine = await page({ filters: [{ field: 'owner', operator: 'in', values: ['me'] }] }, { person: bo.id })
    expect(mine.total).toBe(5)
    expect((await page({ q: 'PRIVE' })).total).toBe(12)
    expect((await page({ filters: [{ field: 'likelihood', operator: 'from', values: ['4'] }] })).total).toBe(9)
    expect((await page({ filters: [{ field: 'state', operator: 'in', values: ['*'] }] })).total).toBe(25)
    expect(
      (await at.run((ctx) => search(ctx, { q: 'bo', registers: [], limit: 5 }))).map(({ title }) => title),
    ).toEqual(['Bo'])
    expect((await refusal(page({ sort: { field: 'id; drop table record', isDescending: false } }))).kind).toBe(
      'invalid',
    )
  })
})

describe('an id that the caller names', () => {
  it('makes a record once: whoever comes second is refused, in the same moment too', async () => {
    const at = await placeIn(store)
    const id = randomUUID()
    const make = (title: string) => at.save({ register: 'risk', act: 'create', id, set: { title } })
    const both = await Promise.allSettled([make('Brand'), make('Water')])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect((await refusal(make('Diefstal'))).code).toBe('record.exists')
    expect(await verifiedIn(store, at)).toMatchObject({ ok: true, size: 1 })
  })
})
