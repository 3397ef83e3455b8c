import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The oldest browsers that know `light-dark()`: without this the minifier rewrites every colour into a pair of variables. */
const BROWSERS = ['chrome123', 'edge123', 'firefox120', 'safari17.5']

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: BROWSERS,
    cssTarget: BROWSERS,
    // Fonts stay files of their own, so that the first style sheet stays small.
    assetsInlineLimit: 0,
  },
  server: { proxy: { '/api': 'http://localhost:4400' } },
})
