import { randomBytes } from 'node:crypto'
import { Refusal } from '../../kernel/refusal.ts'
import { createAccount, findAccount, resetLink } from '../../platform/identity/accounts.ts'
import { eraseAccount, grantRoles, rolesIn } from '../../platform/identity/grants.ts'
import { organisationBySlug } from '../../platform/store/organisation.ts'
import type { Command } from '../command.ts'

/** Long enough that nobody guesses it before the person sets one of his own by the link. */
const UNGUESSABLE_BYTES = 32

const create: Command = {
  name: 'account create',
  rest: [],
  options: {
    email: { type: 'string', required: true },
    name: { type: 'string', required: true },
    organisation: { type: 'string' },
    roles: { type: 'string' },
  },
  async run({ open, words, config }, args) {
    const { identity, store } = await open()
    const slug = args.text('organisation')
    const organisation = slug === null ? null : await organisationBySlug(store, slug)
    const account = await createAccount(identity, {
      email: args.text('email') ?? '',
      name: args.text('name') ?? '',
      password: randomBytes(UNGUESSABLE_BYTES).toString('base64url'),
      language: config.language,
    })
    if (organisation !== null) {
      const roles = rolesIn((args.text('roles') ?? 'administrator,coordinator').split(','))
      await grantRoles(identity, {
        account: account.id,
        organisation: organisation.id,
        roles,
        person: null,
        by: { actor: null },
      })
    }
    const link = await resetLink(identity, account)
    return {
      value: { email: account.email, link },
      lines: [words('cli.account.created', { email: account.email }), link],
    }
  },
}

const reset: Command = {
  name: 'account reset',
  rest: [],
  options: { email: { type: 'string', required: true } },
  async run({ open, words }, args) {
    const { identity } = await open()
    const email = args.text('email') ?? ''
    const account = await findAccount(identity, email)
    if (account === null) throw new Refusal('not_found', 'cli.no-account', { values: { email } })
    const link = await resetLink(identity, account)
    return {
      value: { email: account.email, link },
      lines: [words('cli.account.reset', { email: account.email }), link],
    }
  },
}

const erase: Command = {
  name: 'account erase',
  rest: [],
  options: { email: { type: 'string', required: true }, confirm: { type: 'string', required: true } },
  async run({ open, words }, args) {
    const { identity } = await open()
    const email = args.text('email') ?? ''
    const account = await findAccount(identity, email)
    if (account === null) throw new Refusal('not_found', 'cli.no-account', { values: { email } })
    // What cannot be taken back is typed twice.
    if (args.text('confirm') !== email) throw new Refusal('invalid', 'cli.account-not-confirmed', { values: { email } })
    await eraseAccount(identity, account)
    return { value: { email: account.email }, lines: [words('cli.account.erased', { email: account.email })] }
  },
}

export const account: readonly Command[] = [create, reset, erase]
