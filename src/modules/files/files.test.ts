import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestMember, type TestServer, testServer } from '../../../test/server.ts'
import { fileBytesOf } from '../../platform/store/workspace/bytes.ts'
import { removeWithFiles } from './service.ts'

let server: TestServer
beforeAll(async () => {
  server = await testServer()
})
afterAll(() => server.close())

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function sent(by: TestMember, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const answer = await by.call('POST', '/files', { bytes, headers: { 'x-file-name': 'evidence.txt' } })
  expect(answer.body).toMatchObject({ hash: hashOf(bytes) })
}

it('takes the files of a removed organisation from the disk, but for those that another has too', async () => {
  const [own, both] = [new TextEncoder().encode(randomUUID()), new TextEncoder().encode(randomUUID())]
  const [gone, stays] = [await server.organisation(), await server.organisation()]
  const [ann, bob] = [await server.member(gone, ['coordinator']), await server.member(stays, ['coordinator'])]
  await sent(ann, own)
  await sent(ann, both)
  await sent(bob, both)
  const { files } = server.installation
  await removeWithFiles(server.installation, gone.id)
  expect([await files.has(hashOf(own)), await files.has(hashOf(both))]).toEqual([false, true])
  expect((await bob.call('GET', `/files/${hashOf(both)}`)).text).toBe(new TextDecoder().decode(both))
})

it('leaves a file where it is when a copy brings its bytes under another name', async () => {
  const bytes = new TextEncoder().encode(randomUUID())
  const bob = await server.member(await server.organisation(), ['coordinator'])
  await sent(bob, bytes)
  async function* arriving(): AsyncGenerator<Uint8Array> {
    yield bytes
  }
  const saving = fileBytesOf(server.installation.files).save('0'.repeat(64), arriving())
  await expect(saving).rejects.toMatchObject({ code: 'file.not-its-hash' })
  expect((await bob.call('GET', `/files/${hashOf(bytes)}`)).status).toBe(200)
})
