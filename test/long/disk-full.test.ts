import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)

let disk: string
beforeAll(async () => {
  disk = await mkdtemp(join(tmpdir(), 'disk-'))
})
afterAll(() => rm(disk, { recursive: true, force: true }))

describe('a full disk', () => {
  it('refuses with a sentence, loses nothing that was acknowledged, and works again when there is room', async () => {
    // A small disk of its own, in a mount namespace that ends with the process.
    const namespace = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--user', '--map-root-user']
    const script = `mount -t tmpfs -o size=200m,mode=700 tmpfs "$1" && exec "$2" "$3" "$1"`
    const program = join(import.meta.dirname, 'fill-disk.ts')
    const { stdout } = await run('unshare', [...namespace, 'sh', '-c', script, 'sh', disk, process.execPath, program])
    const seen: unknown = JSON.parse(stdout)
    expect(seen).toMatchObject({ code: 'server.disk-full', flaws: 0 })
    expect(seen).toSatisfy(({ saved, kept }: { readonly saved: number; readonly kept: number }) => kept === saved + 40)
  })
})
