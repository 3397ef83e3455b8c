import { z } from 'zod'
import type { Json } from '../../../src/kernel/json.ts'
import type { Role } from '../../../src/kernel/permission.ts'
import type { Language } from '../../../src/kernel/text.ts'
import type { Bilingual } from '../../../src/modules/catalogue/domain/facts.ts'
import { emailOf, PASSWORD, type Stage, type Visitor } from '../stage.ts'

const row = z.looseObject({
  id: z.string(),
  register: z.string(),
  number: z.string(),
  state: z.string(),
  version: z.number(),
})
export type Row = z.infer<typeof row>
type Values = Readonly<Record<string, Json>>

const listing = z.looseObject({ rows: z.array(row), next: z.string().nullish() })
const saved = z.looseObject({ record: row })

/** An organisation on its way, with those who work on it: what a browser would only repeat goes through the API. */
export interface Company {
  readonly scene: Stage
  readonly slug: string
  readonly language: Language
  readonly day: () => string
  readonly say: (text: Bilingual) => string
}

/** The answer to a call, whatever it is. */
export async function call(
  { scene, slug, language }: Company,
  who: Visitor,
  [method, path]: readonly ['GET' | 'POST' | 'PATCH', string],
  data?: unknown,
): Promise<{ readonly status: number; readonly body: unknown }> {
  const answer = await who.context.request.fetch(`${scene.address}/api/organisations/${slug}/${path}`, {
    method,
    ...(data === undefined ? {} : { data }),
    headers: { origin: scene.address, 'accept-language': language },
  })
  return { status: answer.status(), body: await answer.json() }
}

/** The answer to a call that has to be a yes. */
export async function ask(
  company: Company,
  who: Visitor,
  what: readonly ['GET' | 'POST' | 'PATCH', string],
  data?: unknown,
): Promise<unknown> {
  const { status, body } = await call(company, who, what, data)
  if (status >= 300) throw new Error(`${what.join(' ')}: ${status} ${JSON.stringify(body).slice(0, 600)}`)
  return body
}

export async function refusalOf(
  company: Company,
  who: Visitor,
  path: string,
  data: unknown,
): Promise<readonly [number, string]> {
  const { status, body } = await call(company, who, ['POST', path], data)
  const told = z.looseObject({ code: z.string().optional() }).parse(body)
  return [status, told.code ?? '']
}

export async function rowsOf(company: Company, who: Visitor, register: string): Promise<readonly Row[]> {
  const found: Row[] = []
  let after = ''
  do {
    const page = listing.parse(await ask(company, who, ['GET', `registers/${register}?limit=200${after}`]))
    found.push(...page.rows)
    after = page.next ? `&after=${encodeURIComponent(page.next)}` : ''
  } while (after !== '')
  return found
}

export async function make(company: Company, who: Visitor, register: string, set: Values): Promise<Row> {
  return saved.parse(await ask(company, who, ['POST', `registers/${register}`], { set })).record
}

export async function fill(company: Company, who: Visitor, one: Row, set: Values): Promise<Row> {
  const { version } = one
  return saved.parse(await ask(company, who, ['PATCH', `registers/${one.register}/${one.id}`], { version, set })).record
}

export async function act(
  company: Company,
  who: Visitor,
  [one, deed]: readonly [Row, string],
  set: Values = {},
): Promise<Row> {
  const { version } = one
  const path = `registers/${one.register}/${one.id}/acts/${deed}`
  return saved.parse(await ask(company, who, ['POST', path], { version, set })).record
}

/** The same deed on all that stand in a register, or on those in one state. */
export async function actOnAll(
  company: Company,
  who: Visitor,
  [register, deed, state]: readonly [string, string, string?],
  set: Values = {},
): Promise<void> {
  for (const one of await rowsOf(company, who, register)) {
    if (state === undefined || one.state === state) await act(company, who, [one, deed], set)
  }
}

export async function fillAll(
  company: Company,
  who: Visitor,
  register: string,
  set: (one: Row) => Values,
): Promise<void> {
  for (const one of await rowsOf(company, who, register)) await fill(company, who, one, set(one))
}

/** What stands in a field, or else something that most would write there. */
export function kept(one: Row, usual: Values): Values {
  return Object.fromEntries(
    Object.entries(usual).map(([name, value]) => [name, z.json().parse(one[name] ?? null) ?? value]),
  )
}

/** Somebody comes in by a link that a member hands over. */
export async function invited(
  company: Company,
  by: Visitor,
  { name, roles, person }: { readonly name: string; readonly roles: readonly Role[]; readonly person: string | null },
): Promise<Visitor> {
  const { scene, language } = company
  const asked = await ask(company, by, ['POST', 'invitations'], { email: emailOf(name), roles, person })
  const { link } = z.looseObject({ link: z.string() }).parse(asked)
  const visitor = await scene.visitor({ language })
  const answer = await visitor.context.request.post(`${scene.address}/api/invitations/${link.split('/').pop()}`, {
    data: { name, password: PASSWORD, language },
    headers: { origin: scene.address },
  })
  if (!answer.ok()) throw new Error(`cannot let ${name} in: ${answer.status()} ${await answer.text()}`)
  return visitor
}
