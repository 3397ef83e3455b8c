/**
 * Writes the lists by which the whole knows its modules, from what stands in `src/modules`. With `--check` it writes
 * nothing and fails where a list is stale.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv, exit } from 'node:process'

const MODULES = join(import.meta.dirname, '../src/modules')
const NOTE = '// Written by script/generate-modules.ts from the folders of src/modules; do not edit.\n'

interface Source {
  /** Below `src/`, with slashes. */
  readonly path: string
  readonly text: string
}

/** A role's files in one module: `register.ts`, or all of the folder `registers/`. */
function sourcesOf(module: string, file: string, folder: string): readonly Source[] {
  const paths = existsSync(join(MODULES, module, folder))
    ? readdirSync(join(MODULES, module, folder))
        .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
        .sort()
        .map((name) => `${folder}/${name}`)
    : []
  return [file, ...paths]
    .filter((path) => existsSync(join(MODULES, module, path)))
    .map((path) => ({
      path: `modules/${module}/${path}`,
      text: readFileSync(join(MODULES, module, path), 'utf8'),
    }))
}

/** `legal-matters` as a name in code. */
function camel(words: string): string {
  return words.replaceAll(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase())
}

function modulesFile(modules: readonly string[]): string {
  const bound = modules.filter((name) => existsSync(join(MODULES, name, 'module.ts')))
  return [
    NOTE,
    "import type { Module } from './kernel/module.ts'\n",
    ...bound.map((name) => `import { module as ${camel(name)} } from './modules/${name}/module.ts'\n`),
    `\nexport const modules: readonly Module[] = [\n${bound.map((name) => `  ${camel(name)},\n`).join('')}]\n`,
  ].join('')
}

/** Finds `export const risk = register(`; each name is unique, because each register's is. */
function registersFile(modules: readonly string[]): string {
  const found = modules
    .flatMap((module) => sourcesOf(module, 'register.ts', 'registers'))
    .map(({ path, text }) => ({
      path,
      names: [...text.matchAll(/^export const (\w+) = register\(/gm)].map((match) => match[1]),
    }))
    .filter(({ names }) => names.length > 0)
  const names = found.flatMap((source) => source.names)
  const homes = found.flatMap(({ path, names: declared }) =>
    declared.map((name) => `  [${name}.name, '${path.split('/')[1]}'],\n`),
  )
  return [
    NOTE,
    "import type { Register } from './kernel/register.ts'\n",
    ...found.map((source) => `import { ${source.names.join(', ')} } from './${source.path}'\n`),
    `\nexport const registers: readonly Register[] = [\n${names.map((name) => `  ${name},\n`).join('')}]\n`,
    '\n/** In which module each register is declared. */\n',
    `export const homes: ReadonlyMap<string, string> = new Map([\n${homes.join('')}])\n`,
  ].join('')
}

function rulesFile(modules: readonly string[]): string {
  const found = modules
    .flatMap((module) => sourcesOf(module, 'rules.ts', 'rules'))
    .filter(({ text }) => /^export const rules\b/m.test(text))
    .map(({ path }) => ({
      path,
      name: camel(
        path
          .replace(/^modules\//, '')
          .replace(/\.ts$/, '')
          .replaceAll('.', '-'),
      ),
    }))
  return [
    NOTE,
    "import type { Rule } from './kernel/rule.ts'\n",
    ...found.map(({ path, name }) => `import { rules as ${name} } from './${path}'\n`),
    `\nexport const rules: readonly Rule[] = [\n${found.map(({ name }) => `  ...${name},\n`).join('')}]\n`,
  ].join('')
}

/** Endpoints that a module binds to its contracts. */
function routesFile(modules: readonly string[]): string {
  const bound = modules.filter((name) => existsSync(join(MODULES, name, 'routes.ts')))
  return [
    NOTE,
    "import type { Route } from './platform/http/bind.ts'\n",
    ...bound.map((name) => `import { routes as ${camel(name)} } from './modules/${name}/routes.ts'\n`),
    `\nexport const routes: readonly Route[] = [\n${bound.map((name) => `  ...${camel(name)},\n`).join('')}]\n`,
  ].join('')
}

/** The words of all modules, of the server and of the command line. */
function textsFile(modules: readonly string[]): string {
  const folders = [...modules.map((name) => `modules/${name}`), 'server', 'cli']
    .flatMap((folder) => [`${folder}/text`, `${folder}/text/rules`])
    .filter((folder) => existsSync(join(MODULES, '..', folder, 'nl.json')))
  const imports = folders.flatMap((folder) =>
    ['nl', 'en'].map(
      (language) =>
        `import ${camel(`${folder}/${language}`)} from './${folder}/${language}.json' with { type: 'json' }\n`,
    ),
  )
  const lists = ['nl', 'en'].map(
    (language) =>
      `  ${language}: {\n${folders.map((folder) => `    ...${camel(`${folder}/${language}`)},\n`).join('')}  },\n`,
  )
  return [
    NOTE,
    "import type { Language, Messages } from './kernel/text.ts'\n",
    ...imports,
    `\nexport const texts: Readonly<Record<Language, Messages>> = {\n${lists.join('')}}\n`,
  ].join('')
}

const modules = readdirSync(MODULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

const lists = {
  'modules.gen.ts': modulesFile(modules),
  'registers.gen.ts': registersFile(modules),
  'rules.gen.ts': rulesFile(modules),
  'routes.gen.ts': routesFile(modules),
  'texts.gen.ts': textsFile(modules),
}

for (const [name, text] of Object.entries(lists)) {
  const file = join(MODULES, '..', name)
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
  if (argv.includes('--check')) {
    console.error(`cannot go on with a stale src/${name}: run \`npm run generate\``)
    exit(1)
  }
  writeFileSync(file, text)
}
