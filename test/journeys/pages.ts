import { idOf } from '../../samples/kiekendief/story.ts'
import { SAMPLE } from './stage.ts'

const RECORDS = { risk: 'R-1', asset: 'betaalkoppeling', scope: 'een' } as const

/** A register as its list, as a record beside it, as a record on its own page, and as the form of a new one. */
const faces = Object.entries(RECORDS).flatMap(([register, key]) => {
  const list = `/registers/${register}`
  const id = idOf(register, key)
  return [list, `${list}?open=${id}`, `${list}/${id}`, `${list}/new`]
})

/** Every page of an organisation, with registers of three shapes. */
export const PAGES: readonly string[] = [
  '',
  '/readiness?stage=S1',
  '/readiness?stage=S1&open=R-6.1.2-c-2',
  '/readiness/difference?stage=S1&from=2026-02-01&to=2026-03-02',
  '/rules?q=6.1.2&open=R-6.1.2-c-2',
  '/parameters',
  '/path?step=13',
  '/recurring',
  '/lessons',
  '/lessons?lesson=devices',
  '/risk-map',
  '/statement',
  '/statement?show=difference',
  '/ledger',
  '/interview',
  '/interview?chapter=drafts',
  '/import',
  '/members',
  '/api-documentation',
  '/glossary',
  '/registers/organisation',
  ...faces,
  '/registers/objective',
  '/registers/statement_line',
  '/?at=2026-01-15',
  '/readiness?stage=S2&at=2026-06-01',
  '/nowhere',
].map((path) => `/${SAMPLE}${path}`)

const HALF = Math.ceil(PAGES.length / 2)
/** In two parts, so that neither takes a slow machine too long. */
export const PARTS = [
  ['the first half of the pages', PAGES.slice(0, HALF)],
  ['the other half', PAGES.slice(HALF)],
] as const

/** Pages for whoever is not signed in. */
export const OUTSIDE: readonly string[] = ['/sign-in', '/reset', '/reset/worn-out', '/invitation/worn-out']
