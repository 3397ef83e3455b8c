import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LANGUAGES } from '../kernel/text.ts'
import { risksWorkbook, statementWorkbook } from '../modules/imports/test/workbooks.ts'
import { readWorkbook } from '../platform/xlsx/read.ts'
import { texts } from '../texts.gen.ts'
import { commands } from './commands.ts'
import { runCommandLine } from './run.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
  await writeFile(join(folder, 'risks.xlsx'), risksWorkbook())
  await writeFile(join(folder, 'statement.xlsx'), statementWorkbook())
})
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

async function waarborg(line: string, data = 'here'): Promise<Ran> {
  const said = { out: '', error: '' }
  const argv = [...line.split(' ').map((word) => word.replace('@', `${folder}/`)), '--data', join(folder, data)]
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

/** The answer of a command that must work, as its JSON says it. */
async function told<T>(line: string, data?: string): Promise<T> {
  const { code, out, error } = await waarborg(`${line} --json`, data)
  if (code !== 0) throw new Error(`cannot run \`${line}\`: ${error}`)
  return JSON.parse(out)
}

describe('the command line', () => {
  it('takes an organisation from its own workbooks to what an auditor would find', { timeout: 120_000 }, async () => {
    expect(await told('organisation create --name Voorbeeld --slug voorbeeld')).toMatchObject({ slug: 'voorbeeld' })
    const files = '@risks.xlsx @statement.xlsx --organisation voorbeeld'
    const dry = await told<{ records: Record<string, number> }>(`import ${files} --dry-run`)
    expect(
      await told<unknown[]>('export register risk --organisation voorbeeld --format json --output @none.json'),
    ).toMatchObject({ output: join(folder, 'none.json') })
    expect(JSON.parse(await readFile(join(folder, 'none.json'), 'utf8'))).toEqual([])
    const done = await told<{ records: Record<string, number> }>(`import ${files}`)
    expect(done.records).toEqual(dry.records)
    expect(done.records).toMatchObject({ statement_line: 93, statement: 1, risk_method: 1 })

    const answer = await told<Record<string, { rule: string }[]>>('readiness --organisation voorbeeld --stage S1')
    expect(answer).toMatchObject({ mode: 'known', stage: 'S1' })
    expect(answer['major']?.map(({ rule }) => rule)).toContain('R-6.2-1')
    expect(Object.keys(answer['major']?.[0] ?? {})).toEqual(
      expect.arrayContaining(['rule', 'clause', 'objects', 'since', 'basis', 'raisedBy', 'sentence']),
    )

    for (const language of LANGUAGES) {
      await told(
        `export soa --organisation voorbeeld --format pdf --output @soa-${language}.pdf --language ${language}`,
      )
      expect((await readFile(join(folder, `soa-${language}.pdf`))).subarray(0, 5).toString()).toBe('%PDF-')
    }
    await told('export soa --organisation voorbeeld --format xlsx --output @soa.xlsx')
    const rows = (await readWorkbook(await readFile(join(folder, 'soa.xlsx')))).sheets.flatMap((sheet) => sheet.rows)
    expect(rows.length).toBeGreaterThan(93)
    expect(await told('verify --organisation voorbeeld')).toMatchObject({ ok: true, flaws: [] })
  })

  it('shows what it would mail, and mails nothing without a mail server', { timeout: 120_000 }, async () => {
    const of = '--organisation voorbeeld'
    expect(await told<unknown[]>(`digest ${of} --dry-run`)).toEqual([])
    expect((await waarborg(`digest ${of} --dry-run --language nl`)).out).toContain('Er is niets verstuurd.')
    expect(await waarborg(`digest ${of} --language nl`)).toMatchObject({ code: 1 })
    expect(await waarborg('digest --organisation nergens')).toMatchObject({ code: 3 })
  })

  it('looks along the rules, ahead and back in either language', { timeout: 120_000 }, async () => {
    const of = '--organisation voorbeeld'
    const explained = await told<Record<string, unknown>>(`readiness ${of} --explain R-6.2-1`)
    expect(explained).toMatchObject({ rule: { id: 'R-6.2-1' }, standing: { state: 'violated' }, isForecast: false })
    expect(explained['finding']).toMatchObject({ severity: 'MAJ', sentence: expect.stringMatching(/.+/) })
    const ahead = await told<{ steps: { at: string }[]; audits: unknown[] }>(`forecast ${of} --months 6 --stage S2`)
    expect(ahead.steps.length).toBeGreaterThan(0)
    const today = ahead.steps[0]?.at ?? ''
    const apart = await told<Record<string, unknown>>(`difference ${of} --from ${today}`)
    expect(apart).toMatchObject({ from: today, to: today, appeared: [], cleared: [], changed: [] })
    for (const language of LANGUAGES) {
      for (const line of [
        'readiness --explain R-6.2-1',
        'forecast --months 36 --stage RC',
        `difference --from ${today}`,
      ]) {
        const ran = await waarborg(`${line} ${of} --language ${language}`)
        expect([line, ran.code, ran.error]).toEqual([line, 0, ''])
        expect(ran.out).not.toMatch(/[{}]|undefined/)
      }
    }
  })

  it.each([
    ['readiness --at 2001-01-01', 'On 1 January 2001 nothing was recorded here yet'],
    ['readiness --at 2026-02-30', 'is not a date'],
    ['readiness --stage S3', 'There is no such audit'],
    ['readiness --rule-set 2020-01-01.1', 'Rule set 2020-01-01.1 is not kept'],
    ['forecast --months 0', 'is not a number of months'],
    ['forecast --months 37', 'is not a number of months'],
    ['forecast --from 2001-01-01', 'nothing was recorded here yet'],
    ['difference --from 2001-01-01 --to 2001-02-01', 'nothing was recorded here yet'],
    ['difference --from 2026-13-01', 'is not a date'],
  ])('refuses `%s` with a clear sentence', { timeout: 60_000 }, async (line, said) => {
    const { code, error } = await waarborg(`${line} --organisation voorbeeld --language en`)
    expect(code).toBe(2)
    expect(error).toContain(said)
  })

  it('refuses a rule that there is not, and a difference without a first day', { timeout: 60_000 }, async () => {
    const unknown = await waarborg('readiness --explain R-99.9-1 --organisation voorbeeld --language nl')
    expect([unknown.code, unknown.error]).toEqual([3, expect.stringContaining('Er is geen regel R-99.9-1')])
    expect((await waarborg('difference --organisation voorbeeld')).code).toBe(2)
  })

  it('carries the organisation elsewhere with its history: same root', { timeout: 120_000 }, async () => {
    const { root } = await told<{ root: string }>('verify --organisation voorbeeld')
    await told('export workspace --organisation voorbeeld --output @copy.waarborg')
    expect(await told('import @copy.waarborg', 'elsewhere')).toMatchObject({ slug: 'voorbeeld', root })
    expect(await told('verify --organisation voorbeeld', 'elsewhere')).toMatchObject({ ok: true, root })
    expect((await waarborg('import @copy.waarborg', 'elsewhere')).code).toBe(5)
  })

  it('restores a backup into an empty installation, and refuses one that is not', { timeout: 120_000 }, async () => {
    const { root } = await told<{ root: string }>('verify --organisation voorbeeld')
    await told('backup @all.waarborg')
    await told('restore @all.waarborg', 'restored')
    expect(await told('verify --organisation voorbeeld', 'restored')).toMatchObject({ ok: true, root })
    expect((await waarborg('restore @all.waarborg')).code).toBe(5)
  })

  it('makes accounts and their links, and removes an organisation only when it is named twice', {
    timeout: 60_000,
  }, async () => {
    const made = await told<{ link: string }>(
      'account create --email ada@example.org --name Ada --organisation voorbeeld',
    )
    expect(made.link).toMatch(/^http:\/\/localhost:4400\/reset\//)
    expect((await waarborg('account reset --email nobody@example.org')).code).toBe(3)
    // Somebody has to be left who can let others in.
    const erase = 'account erase --email ada@example.org --confirm'
    expect((await waarborg(`${erase} x`)).code).toBe(2)
    expect((await waarborg(`${erase} ada@example.org`)).code).toBe(5)
    await told('account create --email bob@example.org --name Bob --organisation voorbeeld')
    await told(`${erase} ada@example.org`)
    expect((await waarborg('account reset --email ada@example.org')).code).toBe(3)
    expect((await waarborg('organisation remove --organisation voorbeeld --confirm x')).code).toBe(2)
    await told('organisation remove --organisation voorbeeld --confirm voorbeeld')
    expect(await told('organisation list')).toEqual([])
  })

  it('drafts an ISMS from answers in a file, once', { timeout: 60_000 }, async () => {
    await writeFile(join(folder, 'answers.json'), JSON.stringify({ headcount: 12, systems: ['crm'] }))
    await writeFile(join(folder, 'wrong.json'), JSON.stringify({ cloud: 'much' }))
    await told('organisation create --name Gesprek --slug gesprek')
    const of = 'interview --organisation gesprek'
    expect((await waarborg(`${of} --generate`)).code).toBe(5)
    expect((await waarborg(`${of} --answers @wrong.json`)).code).toBe(2)
    expect((await waarborg(`${of} --answers @risks.xlsx`)).code).toBe(2)
    const planned = await told<{ drafts: unknown[] }>(`${of} --answers @answers.json`)
    expect((await waarborg(`${of} --generate --leave-out nothing_such`)).code).toBe(2)
    type Told = { made: { register: string; count: number }[]; drafts: unknown[]; leftOut: unknown[] }
    const made = await told<Told>(`${of} --generate --leave-out metric`)
    const sum = made.made.reduce((all, { count }) => all + count, 0)
    expect(sum + made.leftOut.length).toBe(planned.drafts.length)
    expect([made.drafts, made.made.some(({ register }) => register === 'metric')]).toEqual([[], false])
    const back = await told<Told>(`${of} --generate --take-after-all metric`)
    expect([back.made.map(({ register }) => register)[0], back.leftOut]).toEqual(['metric', []])
    expect((await waarborg(`${of} --generate --language nl`)).out).toContain('Er was niets nieuws te maken.')
  })

  it('says in either language what is wrong with a command, and ends with its code', async () => {
    const dutch = await waarborg('verify --language nl')
    expect([dutch.code, dutch.error]).toEqual([2, 'De optie --organisation ontbreekt.\n'])
    expect((await waarborg('verify --organisation x --at 2026')).code).toBe(2)
    expect((await waarborg('readiness --organisation x --at 2026-02-30 --language en')).error).toContain(
      'is not a date',
    )
    expect((await waarborg('verify --organisation nowhere --language en')).code).toBe(3)
    expect((await waarborg('fly')).code).toBe(2)
    expect((await waarborg('import @nothing.xlsx --organisation x')).code).toBe(2)
  })

  it('explains every command in both languages', async () => {
    const keys = commands.map(({ name }) => `cli.${name.replaceAll(' ', '-')}`)
    for (const language of LANGUAGES) expect(Object.keys(texts[language])).toEqual(expect.arrayContaining(keys))
    expect((await waarborg('--help')).code).toBe(0)
  })
})
