import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestServer, testServer } from '../../test/server.ts'
import { type SmtpServer, smtpServer } from '../../test/smtp.ts'
import { openMail } from './mail.ts'

let smtp: SmtpServer
let server: TestServer

beforeAll(async () => {
  smtp = await smtpServer()
  server = await testServer({ config: { mail: { url: smtp.url, from: 'Waarborg <isms@example.org>' } } })
})
afterAll(async () => {
  await server.close()
  await smtp.close()
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
  const message = (smtp.taken.at(-1) ?? '').replaceAll('=\n', '')
  expect(message).toContain('To: bo@example.org')
  expect(message).toContain('From: Waarborg <isms@example.org>')
  expect(message).toMatch(/Subject: Uitnodiging voor het ISMS van Zorg & Zo/)
  const link: unknown = Reflect.get(Object(invited.body), 'link')
  expect(message).toContain(link)
})

it('carries a link for a new password', async () => {
  const { account } = await server.member(await server.organisation(), ['reader'])
  const before = smtp.taken.length
  expect((await server.call('POST', '/reset', { body: { email: account.email } })).status).toBe(204)
  await expect.poll(() => smtp.taken.length, { timeout: 5_000 }).toBe(before + 1)
  const secret = /\/reset\/([\w-]{43})/.exec((smtp.taken.at(-1) ?? '').replaceAll('=\n', ''))?.[1] ?? ''
  expect((await server.call('GET', `/reset/${secret}`)).body).toEqual({ email: account.email })
})
