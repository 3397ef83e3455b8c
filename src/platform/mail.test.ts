import { createServer, type Server, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../test/server.ts'
import { openMail } from './mail.ts'

/** Just enough of RFC 5321 to take a message: a mail server is an outside thing. */
function answer(socket: Socket, taken: string[]): void {
  let message: string | null = null
  let rest = ''
  const say = (line: string): boolean => socket.write(`${line}\r\n`)
  const line = (text: string): void => {
    if (message !== null) {
      if (text !== '.') message += `${text}\n`
      else {
        taken.push(message)
        message = null
        say('250 taken')
      }
      return
    }
    const verb = text.slice(0, 4).toUpperCase()
    if (verb === 'DATA') {
      message = ''
      say('354 go on')
    } else if (verb === 'QUIT') socket.end('221 bye\r\n')
    else say('250 well')
  }
  say('220 here')
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\r\n')
    rest = lines.pop() ?? ''
    lines.forEach(line)
  })
}

const taken: string[] = []
let smtp: Server
let url: string
let server: TestServer

beforeAll(async () => {
  smtp = createServer((socket) => answer(socket, taken))
  await new Promise<void>((listening) => smtp.listen(0, '127.0.0.1', listening))
  const address = smtp.address()
  url = `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  server = await testServer({ config: { mail: { url, from: 'Waarborg <isms@example.org>' } } })
})
afterAll(async () => {
  await server.close()
  smtp.close()
})

it('is not there without a mail server', () => {
  expect(openMail(null)).toBeNull()
})

it('throws when nobody takes the message', async () => {
  const mail = openMail({ server: 'smtp://127.0.0.1:9', from: 'a@example.org' })
  await expect(mail?.send({ to: 'b@example.org', subject: 's', text: 't' })).rejects.toThrow('ECONNREFUSED')
})

it('carries an invitation in the language that is asked for, beside the link to hand over', async () => {
  const admin = await server.member(await server.organisation('Zorg & Zo'), ['administrator'])
  const body = { email: 'bo@example.org', roles: ['reader'], language: 'nl' }
  const invited = await admin.call('POST', '/invitations', { body })
  expect(invited.body).toMatchObject({ isSent: true })
  const message = (taken.at(-1) ?? '').replaceAll('=\n', '')
  expect(message).toContain('To: bo@example.org')
  expect(message).toContain('From: Waarborg <isms@example.org>')
  expect(message).toMatch(/Subject: Uitnodiging voor het ISMS van Zorg & Zo/)
  const link: unknown = Reflect.get(Object(invited.body), 'link')
  expect(message).toContain(link)
})

it('carries a link for a new password', async () => {
  const { account } = await server.member(await server.organisation(), ['reader'])
  const before = taken.length
  expect((await server.call('POST', '/reset', { body: { email: account.email } })).status).toBe(204)
  await expect.poll(() => taken.length, { timeout: 5_000 }).toBe(before + 1)
  const secret = /\/reset\/([\w-]{43})/.exec((taken.at(-1) ?? '').replaceAll('=\n', ''))?.[1] ?? ''
  expect((await server.call('GET', `/reset/${secret}`)).body).toEqual({ email: account.email })
})
