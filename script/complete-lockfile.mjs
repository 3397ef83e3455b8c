// adds stub entries for optional platform packages that this registry lacks, so that `npm ci` accepts the lock file
import fs from 'node:fs'

const f = 'package-lock.json'
const l = JSON.parse(fs.readFileSync(f, 'utf8'))
let n = 0
const plat = (s) => {
  const m =
    /(android|darwin|win32|freebsd|linux|openharmony|netbsd|openbsd|sunos|aix)[-_](x64|arm64|ia32|arm|ppc64|riscv64|s390x|loong64|wasm32|mips64el)?/.exec(
      s,
    )
  return m ? { os: [m[1]], ...(m[2] ? { cpu: [m[2]] } : {}) } : { os: ['none'] }
}
for (const [k, p] of Object.entries(l.packages))
  for (const [name, v] of Object.entries(p.optionalDependencies ?? {})) {
    if (k === '') continue
    const nested = `${k}/node_modules/${name}`,
      top = `node_modules/${name}`
    const want = v.replace(/^[\^~]/, '')
    const ok = (q) => q?.version && (q.version === want || v.startsWith('^') || v.startsWith('~'))
    if (ok(l.packages[nested]) || ok(l.packages[top])) continue
    l.packages[l.packages[top] ? nested : top] = {
      version: v.replace(/^[\^~]/, ''),
      ...(p.dev ? { dev: true } : {}),
      optional: true,
      ...plat(name),
    }
    n++
  }
l.packages = Object.fromEntries(Object.entries(l.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
fs.writeFileSync(f, JSON.stringify(l, null, 2) + '\n')
console.log('stubs added', n)
