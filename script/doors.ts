/**
 * Which file may import which: the doors of CONTRIBUTING as a table. dependency-cruiser would be the tool for it, but it
 * reads TypeScript only through a compiler older than 7; this reads it with the parser that the bundler brings.
 */
import { posix } from 'node:path'
import { parseSync, Visitor } from 'rolldown/utils'

/** Where a file stands: the part of the tree, and inside a module its role. */
export interface Place {
  readonly part:
    | 'kernel'
    | 'platform'
    | 'server'
    | 'cli'
    | 'web'
    | 'catalogue'
    | 'list'
    | 'module'
    | 'package'
    | 'node'
    | 'other'
  /** The module's name. */
  readonly module: string
  /** `register`, `domain`, `rules`, `contract`, `service`, `store`, `table`, `module`, `web`, `text`; else the file's name. */
  readonly role: string
  readonly path: string
}

export interface Violation {
  readonly from: string
  readonly to: string
  readonly why: string
}

/** Modules that read many nouns and own none; no other module may lean on them. */
export const VIEWS = ['reports', 'trust', 'search', 'workspaces', 'imports', 'today', 'ledger']

/** Roles whose files must stay free of Node, of the browser and of everything that acts. */
const PURE = ['kernel', 'register', 'domain', 'rules', 'contract']
const DOORS = ['register', 'domain', 'contract', 'service']

/** Packages that pure code may use: they compute and touch nothing. */
const PURE_PACKAGES = ['zod']

type Graph = ReadonlyMap<string, readonly string[]>
type Imports = ReadonlyMap<string, readonly Import[]>
type Door = (to: Place, from: Place) => boolean

const own: Door = (to, from) => to.part === 'module' && to.module === from.module
const roles =
  (...names: readonly string[]): Door =>
  (to) =>
    to.part === 'module' && names.includes(to.role)
const part =
  (...names: readonly Place['part'][]): Door =>
  (to) =>
    names.includes(to.part)
const pure: Door = (to) => to.part === 'kernel' || (to.part === 'package' && PURE_PACKAGES.includes(to.module))
/** The lists that hold declarations and words; the others name server code. */
const pureLists: Door = (to) => to.part === 'list' && ['registers', 'rules', 'texts'].includes(to.role)
const words: Door = (to) => ['server', 'cli'].includes(to.part) && to.role === 'text'
const httpTypes: Door = (to) => to.part === 'platform' && to.role === 'http'
const within =
  (...names: readonly string[]): Door =>
  (to, from) =>
    own(to, from) && names.includes(to.role)

/** What each role of a module may import; what no line allows is refused. */
const MODULE_DOORS: Readonly<Record<string, readonly Door[]>> = {
  register: [pure, within('register')],
  domain: [pure, within('register', 'domain'), roles('domain', 'register'), part('catalogue')],
  rules: [pure, roles('register', 'domain'), within('rules'), part('catalogue')],
  contract: [pure, within('contract'), roles('register', 'domain', 'contract')],
  service: [part('kernel', 'platform', 'package', 'node', 'list'), own, roles(...DOORS)],
  routes: [part('kernel', 'platform', 'package', 'node', 'list'), own, roles(...DOORS)],
  store: [part('kernel', 'platform', 'package', 'node'), own],
  table: [part('kernel', 'platform', 'package', 'node'), own],
  module: [part('kernel', 'platform'), own, roles('register', 'domain')],
  web: [part('kernel', 'web', 'package'), pureLists, within('web', 'text'), roles('register', 'domain', 'contract')],
}

/** A file of a module without a role of its own is part of how the module works inside. */
const INSIDE = MODULE_DOORS['service'] ?? []

const PART_DOORS: Readonly<Record<string, readonly Door[]>> = {
  kernel: [pure],
  platform: [part('kernel', 'platform', 'package', 'node')],
  list: [part('kernel'), roles('register', 'rules', 'module', 'routes', 'text'), words, httpTypes],
  web: [
    part('kernel', 'web', 'package', 'catalogue'),
    pureLists,
    roles('register', 'domain', 'contract', 'web', 'text'),
  ],
  server: [
    part('kernel', 'platform', 'server', 'package', 'node', 'list', 'catalogue'),
    roles(...DOORS, 'module', 'text'),
  ],
  cli: [
    part('kernel', 'platform', 'server', 'cli', 'package', 'node', 'list', 'catalogue'),
    roles(...DOORS, 'module', 'text'),
  ],
}

/** Reads where a file stands from its path below the repository; packages come as `package:zod`, `node:fs`. */
export function placeOf(path: string): Place {
  if (path.startsWith('node:')) return { part: 'node', module: path, role: '', path }
  if (path.startsWith('package:')) return { part: 'package', module: path.slice('package:'.length), role: '', path }
  const [top = '', second = '', third = '', fourth = ''] = path.split('/')
  if (top === 'catalogue') return { part: 'catalogue', module: '', role: '', path }
  if (second.endsWith('.gen.ts')) return { part: 'list', module: '', role: second.replace('.gen.ts', ''), path }
  if (second === 'modules') return { part: 'module', module: third, role: roleOf(fourth), path }
  for (const name of ['kernel', 'platform', 'server', 'cli', 'web'] as const) {
    if (second === name) return { part: name, module: '', role: third, path }
  }
  return { part: 'other', module: '', role: '', path }
}

function roleOf(entry: string): string {
  const name = entry.replace(/\.\w+$/, '')
  return name === 'registers' ? 'register' : name
}

export interface Import {
  readonly to: string
  readonly isType: boolean
}

/** Everything that a source imports, types included: a type from behind a door ties as much as a value. */
export function importsOf(path: string, source: string): readonly Import[] {
  const parsed = parseSync(path, source)
  const found: Import[] = []
  const take = (specifier: string, isType: boolean): void => {
    found.push({ to: targetOf(path, specifier), isType })
  }
  new Visitor({
    ImportDeclaration: (node) => take(node.source.value, node.importKind === 'type'),
    ExportAllDeclaration: (node) => take(node.source.value, node.exportKind === 'type'),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) take(node.source.value, node.exportKind === 'type')
    },
    ImportExpression: (node) => {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string') take(node.source.value, false)
    },
    TSImportType: (node) => take(node.source.value, true),
  }).visit(parsed.program)
  return found
}

function targetOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(path), specifier)
  if (specifier.startsWith('node:')) return specifier
  const parts = specifier.split('/')
  return `package:${specifier.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]}`
}

/** All imports that no door allows, and all rings of files or modules. */
export function violationsIn(sources: ReadonlyMap<string, string>): readonly Violation[] {
  const imports = new Map([...sources].map(([path, source]) => [path, importsOf(path, source)]))
  const refused = [...imports].flatMap(([from, targets]) =>
    targets.flatMap(({ to }) => {
      const why = refusal(placeOf(from), placeOf(to))
      return why === null ? [] : [{ from, to, why }]
    }),
  )
  return [...refused, ...rings(betweenFiles(imports), 'file'), ...rings(betweenModules(imports), 'module')]
}

function refusal(from: Place, to: Place): string | null {
  if (from.part === 'module' && to.part === 'module' && to.module !== from.module) {
    const between = betweenRefusal(to)
    if (between !== null) return between
  }
  const doors = from.part === 'module' ? (MODULE_DOORS[from.role] ?? INSIDE) : (PART_DOORS[from.part] ?? [])
  if (doors.some((door) => door(to, from))) return null
  const who = from.part === 'module' ? from.role : from.part
  return PURE.includes(who) && ['node', 'platform', 'package'].includes(to.part)
    ? `${who} is pure`
    : `${who} may not know it`
}

function betweenRefusal(to: Place): string | null {
  if (VIEWS.includes(to.module)) return 'a view is imported by nobody'
  return [...DOORS, 'web'].includes(to.role) ? null : 'not a door of that module'
}

/** The graph of files by what they load. Components are left out: a field that holds fields shows itself. */
function betweenFiles(imports: Imports): Graph {
  const code = [...imports].filter(([from]) => !from.endsWith('.tsx'))
  return new Map(code.map(([from, targets]) => [from, targets.filter(({ isType }) => !isType).map(({ to }) => to)]))
}

/** What may look at everything because nothing looks at it: rules and screens. */
const ENDS = ['rules', 'web']

/**
 * The graph of folders by what works of each other, types included. A declaration works nothing and knows nobody, so
 * whoever reads one is not bound by it.
 */
function betweenModules(imports: Imports): Graph {
  const graph = new Map<string, string[]>()
  for (const [from, targets] of imports) {
    const place = placeOf(from)
    if (place.part !== 'module' || ENDS.includes(place.role)) continue
    const others = targets
      .map((target) => placeOf(target.to))
      .filter((to) => to.part === 'module' && to.module !== place.module && to.role !== 'register')
      .map((to) => to.module)
    graph.set(place.module, [...new Set([...(graph.get(place.module) ?? []), ...others])])
  }
  return graph
}

/** One violation for each ring that a walk meets. */
function rings(graph: Graph, what: string): readonly Violation[] {
  const found: Violation[] = []
  const done = new Set<string>()
  const trail: string[] = []
  const walk = (node: string): void => {
    const at = trail.indexOf(node)
    if (at >= 0) {
      found.push({
        from: node,
        to: trail.at(-1) ?? node,
        why: `${what} ring: ${[...trail.slice(at), node].join(' → ')}`,
      })
      return
    }
    if (done.has(node)) return
    trail.push(node)
    for (const next of graph.get(node) ?? []) walk(next)
    trail.pop()
    done.add(node)
  }
  for (const node of graph.keys()) walk(node)
  return found
}
