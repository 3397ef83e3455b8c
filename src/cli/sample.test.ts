import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommandLine } from './run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sample-'))
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

async function waarborg(
  line: string,
): Promise<{ readonly code: number; readonly out: string; readonly error: string }> {
  const said = { out: '', error: '' }
  const argv = [...line.split(' ').map((word) => word.replace('@', `${folder}/`)), '--data', join(folder, 'here')]
  const code = await runCommandLine(argv, {
    out: (text) => {
      said.out += `${text}\n`
    },
    error: (text) => {
      said.error += `${text}\n`
    },
  })
  return { code, ...said }
}

const deviations = (value: object): Promise<void> => writeFile(join(folder, 'wrong.json'), JSON.stringify(value))

describe('waarborg sample conforming', () => {
  it('makes a file that comes in, verifies, and holds what was said to be wrong', { timeout: 120_000 }, async () => {
    const organisation = { title: 'Voorbeeld B.V.', people: 4, phase: 'certified', at: '2026-09-14' }
    const wrong = { set: 'supplier_review.1.1', fields: { doneAt: '2024-12-01', plannedAt: '2024-12-01' } }
    await deviations({ organisation, deviations: [wrong, { remove: 'supplier_review.1.2' }] })
    const made = await waarborg('sample conforming --people 2 --deviations @wrong.json --out @made.waarborg --json')
    expect(JSON.parse(made.out)).toMatchObject({ name: 'Voorbeeld B.V.', people: 2, phase: 'certified' })
    const { out } = await waarborg('import @made.waarborg --json')
    expect(JSON.parse(out)).toMatchObject({ slug: 'voorbeeld-b-v' })
    expect((await waarborg('verify --organisation voorbeeld-b-v')).code).toBe(0)
    const asked = 'readiness --organisation voorbeeld-b-v --stage SV --at 2026-09-14 --json'
    const answer: Record<string, { rule: string }[]> = JSON.parse((await waarborg(asked)).out)
    const found = ['major', 'minor', 'ofi'].flatMap((group) => answer[group] ?? [])
    expect(found.map(({ rule }) => rule)).toEqual(['R-A.5.22-1'])
  })

  it.each([
    ['--people 0', '“0” is no number of people. Write a whole number from 1 to 100000.'],
    ['--people twelve', '“twelve” is no number of people.'],
    ['--at 2026-02-30', '“2026-02-30” is not a date.'],
    ['--phase ripe', 'There is no phase “ripe”. Choose from: initial, certified.'],
    ['--deviations @nowhere.json', 'nowhere.json cannot be read (ENOENT)'],
  ])('refuses %s and says why', async (options, words) => {
    const { code, error } = await waarborg(`sample conforming ${options} --language en`)
    expect([code, error]).toEqual([2, expect.stringContaining(words)])
  })

  it('names each place in the deviations that it does not know, and writes nothing', async () => {
    await deviations({ deviations: [{ set: 'person.1', fields: { shoe: 42 } }, { remove: 'person.99' }] })
    const { code, error } = await waarborg(
      'sample conforming --deviations @wrong.json --out @none.waarborg --language en',
    )
    expect(code).toBe(2)
    expect(error).toContain('deviations.0.fields.shoe: There is no such field.')
    expect(error).toContain('deviations.1.remove: No record goes by this name or number: person.99.')
    await expect(stat(join(folder, 'none.waarborg'))).rejects.toThrow('ENOENT')
    await writeFile(join(folder, 'wrong.json'), '{')
    expect((await waarborg('sample conforming --deviations @wrong.json --language en')).error).toContain('is not JSON')
  })

  it('refuses what would leave a record pointing at nothing', async () => {
    await deviations({ deviations: [{ remove: 'unit.1' }] })
    const { code, error } = await waarborg(
      'sample conforming --deviations @wrong.json --out @none.waarborg --language en',
    )
    expect([code, error]).toEqual([2, expect.stringContaining('P-1.unit: ')])
  })
})
