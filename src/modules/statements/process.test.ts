import { describe, expect, test } from 'vitest'
import { change } from '../../platform/store/change.ts'
import { presentState } from '../../platform/store/state.ts'
import { wordsIn } from '../../platform/words.ts'
import { texts } from '../../texts.gen.ts'
import { controls } from '../catalogue/domain/controls.ts'
import { control } from '../controls/register.ts'
import { organisation } from '../organisation/registers/organisation.ts'
import { founded, type Place, refusal } from './place.fixture.ts'
import { compare, current, versions } from './service/read.ts'
import { approve, changeLines, confirm, start } from './service/write.ts'

const words = wordsIn(texts)('nl')

type Lines = Awaited<ReturnType<typeof current>>['lines']

const read = (at: Place, day = '2099-01-01') => at.run((ctx) => current(ctx, day, 'known'))
const begin = (at: Place, version = '0.9') => at.run((ctx) => start(ctx, { version }, words))

/** Says yes to all, but no to the last. */
async function decide(at: Place, lines: Lines): Promise<void> {
  const last = lines.at(-1)?.id
  await at.run((ctx) =>
    changeLines(ctx, {
      lines: lines.map(({ id, version }) => ({
        id,
        version,
        set:
          id === last
            ? { included: false, exclusionJustification: 'Er zijn geen audits op systemen.' }
            : { included: true, implementationStatus: 'implemented' },
      })),
    }),
  )
}

async function director(at: Place): Promise<string> {
  const made = await at.save({
    register: 'person',
    act: 'create',
    set: { name: 'Fenna Postma', isTopManagement: true },
  })
  return made.id
}

async function approved(at: Place): Promise<{ readonly person: string; readonly id: string }> {
  const person = await director(at)
  await begin(at)
  await decide(at, (await read(at)).lines)
  const { statement } = await read(at)
  if (statement === null) throw new Error('cannot find the draft')
  await at.run((ctx) => approve(ctx, { id: statement.id, version: statement.version }), {
    roles: ['top_management'],
    person,
  })
  return { person, id: statement.id }
}

describe('a founded organisation', () => {
  test('has its own page and the 93 controls, none of them chosen, and nothing else', async () => {
    const at = await founded('nl')
    const isms = await at.run((ctx) => presentState(ctx))
    expect(isms.sequence).toBe(94)
    expect(isms.all(organisation)).toMatchObject([{ title: at.name, timeZone: 'Europe/Amsterdam', ismsStart: null }])
    const made = isms.all(control)
    expect(made.map(({ annexA }) => annexA)).toEqual(controls().map(({ id }) => id))
    expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['not_selected']))
    expect(made[0]).toMatchObject({
      number: 'M-1',
      ref: 'A.5.1',
      title: 'Beleidsregels voor informatiebeveiliging',
      controlType: ['preventive'],
    })
  })

  test('gives its controls titles in its own language', async () => {
    const at = await founded('en')
    const isms = await at.run((ctx) => presentState(ctx))
    expect(isms.all(control)[0]?.title).toBe('Policies for information security')
  })
})

describe('a version of the statement', () => {
  test('starts as a draft with an undecided line for every control, own ones too', async () => {
    const at = await founded()
    await at.save({ register: 'control', act: 'create', set: { title: 'Eigen kluis', source: 'own' } })
    expect(await begin(at)).toMatchObject({ linesMade: 94, statement: { state: 'draft', versionLabel: '0.9' } })
    const page = await read(at)
    expect(page.counts).toMatchObject({ total: 94, included: 0, excluded: 0, undecided: 94 })
    expect([page.lines[9]?.ref, page.lines[9]?.theme, page.lines.at(-1)?.theme]).toEqual([
      'A.5.10',
      'organizational',
      'own',
    ])
    expect((await refusal(begin(at, '1.0'))).code).toBe('statement.draft-exists')
  })

  test('is not approved while a control is undecided, nor by a consultant, a reader or nobody in particular', async () => {
    const at = await founded()
    const person = await director(at)
    await begin(at)
    const { statement, lines } = await read(at)
    const yes = { id: statement?.id ?? '', version: 1 }
    const asked = (roles: readonly ('top_management' | 'consultant' | 'reader')[], who: string | null = person) =>
      refusal(at.run((ctx) => approve(ctx, yes), { roles, person: who }))
    expect((await asked(['top_management'])).code).toBe('statement.undecided')
    await decide(at, lines)
    expect((await asked(['top_management', 'consultant'])).code).toBe('permission.consultant')
    expect((await asked(['reader'])).kind).toBe('forbidden')
    expect((await asked(['top_management'], null)).code).toBe('approval.no-person')
  })

  test('is frozen by its approval, and what changes afterwards shows against it', async () => {
    const at = await founded()
    const { id, person } = await approved(at)
    const page = await read(at)
    expect(page.statement).toMatchObject({ state: 'in_force', approvedBy: person, approvedAt: '2026-02-02' })
    expect(page.lines.filter(({ changed }) => changed !== null)).toEqual([])
    const line = page.lines[0]
    at.clock.time = new Date('2026-05-20T09:00:00Z')
    await at.run((ctx) =>
      changeLines(ctx, {
        lines: [{ id: line?.id ?? '', version: line?.version ?? 0, set: { implementationStatus: 'partly' } }],
        reason: 'Nog niet overal',
      }),
    )
    const later = await read(at)
    expect(later.lines[0]).toMatchObject({
      implementationStatus: 'partly',
      changedAt: '2026-05-20',
      changed: { kind: 'changed', fields: ['implementationStatus'] },
    })
    expect((await at.run((ctx) => versions(ctx, '2026-05-21', 'known'))).versions[0]?.counts.implemented).toBe(92)
    const { rows } = await at.run((ctx) => compare(ctx, id, 'now'))
    expect(
      rows.map(({ ref, kind, fields, before, after }) => [
        ref,
        kind,
        fields,
        before?.implementationStatus,
        after?.implementationStatus,
      ]),
    ).toEqual([['A.5.1', 'changed', ['implementationStatus'], 'implemented', 'partly']])
    expect((await read(at, '2026-05-19')).lines[0]?.implementationStatus).toBe('implemented')
    expect((await read(at, '2026-02-01')).lines).toEqual([])
  })

  test('makes way for the next one, whose difference is told line by line', async () => {
    const at = await founded()
    const { person } = await approved(at)
    expect((await refusal(begin(at, '0.9'))).code).toBe('statement.version-taken')
    await begin(at, '1.0')
    const page = await read(at)
    const [first, last] = [page.lines[0], page.lines.at(-1)]
    await at.run((ctx) =>
      changeLines(ctx, {
        lines: [
          { id: first?.id ?? '', version: first?.version ?? 0, set: { owner: person } },
          { id: last?.id ?? '', version: last?.version ?? 0, set: { included: true, exclusionJustification: '  ' } },
        ],
      }),
    )
    const stale = { id: page.statement?.id ?? '', version: 1, sequence: page.sequence }
    const no = await refusal(at.run((ctx) => approve(ctx, stale), { person }))
    expect([no.code, no.details.values, no.details.attached]).toMatchObject([
      'statement.changed-since',
      { n: 2 },
      { refs: ['A.5.1', 'A.8.34'] },
    ])
    const { sequence } = await read(at)
    await at.run((ctx) => approve(ctx, { ...stale, sequence }), { person })
    const all = (await at.run((ctx) => versions(ctx, '2099-01-01', 'known'))).versions
    expect(all.map(({ statement, counts }) => [statement.number, statement.state, counts.excluded])).toEqual([
      ['VT-2', 'in_force', 0],
      ['VT-1', 'superseded', 1],
    ])
    const { rows, titles } = await at.run((ctx) => compare(ctx, 'VT-1', 'VT-2'))
    expect(rows.map(({ ref, fields }) => [ref, fields])).toEqual([
      ['A.5.1', ['owner']],
      ['A.8.34', ['included', 'exclusionJustification']],
    ])
    expect(titles[person]?.title).toBe('Fenna Postma')
    expect((await refusal(at.run((ctx) => compare(ctx, 'VT-7', 'now')))).kind).toBe('not_found')
  })

  test('approved by hand in its record has the lines from just before that entry', async () => {
    const at = await founded()
    const person = await director(at)
    await begin(at)
    await decide(at, (await read(at)).lines)
    const id = (await read(at)).statement?.id ?? ''
    await at.run((ctx) => change(ctx, { register: 'statement', act: 'approve', id }), { person })
    const line = (await read(at)).lines[0]
    await at.save({ register: 'statement_line', act: 'update', id: line?.id ?? '', set: { included: false } })
    const { rows } = await at.run((ctx) => compare(ctx, id, 'now'))
    expect(rows.map(({ ref }) => ref)).toEqual(['A.5.1'])
  })
})

describe('lines', () => {
  test('change together or not at all: one stale version refuses the rest', async () => {
    const at = await founded()
    await begin(at)
    const { lines } = await read(at)
    const edit = lines.slice(0, 3).map(({ id, version }) => ({ id, version, set: { included: true } }))
    const wrong = edit.map((each, index) => (index === 2 ? { ...each, version: 7 } : each))
    expect((await refusal(at.run((ctx) => changeLines(ctx, { lines: wrong })))).code).toBe('record.stale')
    expect((await read(at)).counts.included).toBe(0)
    await at.run((ctx) => changeLines(ctx, { lines: edit }))
    expect((await read(at)).counts).toMatchObject({ included: 3, undecided: 90 })
  })

  test('are left alone by a reader, and an owner changes only his own', async () => {
    const at = await founded()
    const person = await director(at)
    await begin(at)
    const [own, other] = (await read(at)).lines
    await at.save({ register: 'statement_line', act: 'update', id: own?.id ?? '', set: { owner: person } })
    const edit = (id: string | undefined, version: number) =>
      at.run((ctx) => changeLines(ctx, { lines: [{ id: id ?? '', version, set: { included: true } }] }), {
        roles: ['owner'],
        person,
      })
    await edit(own?.id, 2)
    expect((await refusal(edit(other?.id, 1))).code).toBe('permission.role')
  })

  test('show the newest accepted proof with its age, and what is still to be done', async () => {
    const at = await founded()
    await begin(at)
    const line = (await read(at)).lines[0]
    const proof = {
      register: 'evidence',
      set: { title: 'Beleid op intranet', proves: [line?.control ?? ''], url: 'https://example.org' },
    }
    const { id } = await at.save({ ...proof, act: 'create' })
    await at.save({ register: 'evidence', act: 'collect', id, set: { periodTo: '2026-01-31' } })
    expect((await read(at)).lines[0]?.evidence).toBeNull()
    const ada = await at.save({ register: 'person', act: 'create', set: { name: 'Ada' } })
    await at.run((ctx) => change(ctx, { register: 'evidence', act: 'accept', id }), { person: ada.id })
    const todo = await at.save({
      register: 'action',
      act: 'create',
      set: { title: 'Beleid uitleggen', deliverableControl: line?.control ?? '', due: '2026-03-15' },
    })
    const page = await read(at, '2026-02-10')
    expect(page.lines[0]).toMatchObject({
      evidence: { id, until: '2026-01-31', ageDays: 10, intervalMonths: 12, isFresh: true },
      actions: [{ id: todo.id, due: '2026-03-15' }],
    })
    expect(page.titles[id]).toMatchObject({ number: 'EV-1', title: 'Beleid op intranet' })
    expect((await read(at, '2027-02-01')).lines[0]?.evidence?.isFresh).toBe(false)
  })
})

describe('an approval that a file stated', () => {
  test('stays a question until somebody with the authority confirms it, once', async () => {
    const at = await founded()
    const person = await director(at)
    const stated = { status: 'Goedgekeurd', by: 'F. Postma', on: '2025-11-01', confirmedAt: null, confirmedBy: null }
    const { id } = await at.save({
      register: 'statement',
      act: 'create',
      set: { title: 'VvT', versionLabel: '1.0', statedApproval: stated },
    })
    expect((await read(at)).statement?.stated).toEqual(stated)
    const asked = { register: 'statement', id, version: 1 } as const
    const consultant = at.run((ctx) => confirm(ctx, asked), { roles: ['coordinator', 'consultant'], person })
    expect((await refusal(consultant)).code).toBe('permission.consultant')
    const done = await at.run((ctx) => confirm(ctx, asked), { roles: ['top_management'], person })
    expect(done).toEqual({ id, version: 2, confirmedAt: '2026-02-02', confirmedBy: person })
    const again = at.run((ctx) => confirm(ctx, { ...asked, version: 2 }), { person })
    expect((await refusal(again)).code).toBe('statement.confirmed-already')
  })

  test('of a risk is confirmed by its owner only', async () => {
    const at = await founded()
    const [owner, other] = [await director(at), await director(at)]
    const statedApproval = { by: 'Fenna', on: '2025-11-01', confirmedAt: null, confirmedBy: null }
    const { id } = await at.save({ register: 'risk', act: 'create', set: { title: 'Brand', owner, statedApproval } })
    const asked = { register: 'risk', id, version: 1 } as const
    const by = (person: string) => at.run((ctx) => confirm(ctx, asked), { roles: ['owner'], person })
    expect((await refusal(by(other))).code).toBe('risk.not-owner')
    expect(await by(owner)).toMatchObject({ confirmedBy: owner })
  })
})
